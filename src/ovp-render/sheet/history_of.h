/* SPDX-License-Identifier: MIT */
/* The history of a bench, from statistics or from a stream of changes. */
#ifndef RENDER_HISTORY_OF_H
#define RENDER_HISTORY_OF_H

#include "history.h"

/*
 * Makes the history of the rows [from, end) of a bench, which select_rows() has
 * ordered. Returns false, with nothing to free, if it has fewer than
 * HISTORY_LEAST runs.
 */
bool history_of(struct history *, const struct sheet *, size_t from,
    size_t end);

/*
 * Reads a stream of changes: *n histories, by bench, which the caller frees,
 * each with the runs that have changes; a series' values are its levels at
 * these. The sheet, a new one, holds what they borrow.
 */
struct history *history_read(struct sheet *, struct recin *, size_t *n);

#endif
