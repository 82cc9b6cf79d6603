/* SPDX-License-Identifier: MIT */
/* The history of a bench, from statistics or from a stream of changes. */
#ifndef RENDER_HISTORY_OF_H
#define RENDER_HISTORY_OF_H

#include "history.h"

/*
 * Makes the history of the rows [from, end) of a bench, sorted by
 * select_rows(). Returns false, with nothing to free, if it has fewer than
 * HISTORY_LEAST runs.
 */
bool history_of(struct history *, const struct sheet *, size_t from,
    size_t end);

/*
 * Reads a stream of changes. Returns *n histories, by bench, which the caller
 * frees; each has the runs with changes, and as values of a series its levels
 * at these runs. The new sheet holds the texts that they borrow.
 */
struct history *history_read(struct sheet *, struct recin *, size_t *n);

#endif
