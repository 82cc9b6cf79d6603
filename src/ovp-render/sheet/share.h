/* SPDX-License-Identifier: MIT */
/* Parts that rows of a sheet share. */
#ifndef RENDER_SHARE_H
#define RENDER_SHARE_H

#include "sheet.h"

/* Prepares the sharing between rows of a sheet that knows its statistics. */
void share_open(struct sheet *);

/* Kinds of lists of texts, each of one length in a sheet. */
enum share_texts { SHARE_KEYS, SHARE_ORIGIN, SHARE_BASE_ORIGIN, SHARE_TEXTS };

/*
 * These return a part with the given contents, which lives as long as the
 * sheet: that of an earlier row if it is at hand, else a new one. Texts are
 * compared with those of the last row; equal ones share an address, as by
 * sheet_keep(). Values, at most s->nstats or JUDGED, are packed, and found
 * among a bounded number of recent ones.
 */
const struct slice *share_texts(struct sheet *, enum share_texts,
    const struct slice *text, size_t n);
const struct row_runs *share_runs(struct sheet *, const struct row_runs *);
const char *share_values(struct sheet *, const struct value *, size_t n);

#endif
