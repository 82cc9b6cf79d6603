/* SPDX-License-Identifier: MIT */
/* Runs of a side: their numbers and carried columns. */
#ifndef DIFF_HISTORY_H
#define DIFF_HISTORY_H

#include "base/buf.h"
#include "base/arena.h"
#include "stream/recin.h"
#include "stream/runids.h"

/* A run of a bench. */
struct run {
	size_t bench;
	struct slice number; /* the field `run' */
	/* among the bench's runs: by history_order() */
	size_t place;
	struct slice *carried; /* of the first columns: ncarried */
	size_t ncarried;
};

/* A zeroed struct is empty. */
struct history {
	struct slice *column; /* owned: the carried columns' names */
	size_t ncolumns, column_cap;
	struct run *run; /* owned: n, by their first rows */
	size_t n, cap;
	struct arena arena;
	/* For the file being read. */
	struct run_ids ids; /* of number and carried values */
	struct buf id;
	size_t number; /* position of the field */
	size_t *place; /* owned: carried column -> position */
};

/* Begins a file: finds its carried columns (stream/carried.h). */
void history_open(struct history *, const struct recin *);

/*
 * Returns the index of the run that a record of the file belongs to (see
 * run_ids_put). last: the run of the previous row of the series, or SIZE_MAX.
 */
size_t history_run(struct history *, size_t bench, const struct slice *field,
    size_t last);

/* Returns the value of a run in a carried column, perhaps empty. */
struct slice history_carried(const struct history *, size_t run, size_t column);

/* Says whether some bench has this many runs; call history_order() first. */
bool history_reaches(const struct history *, size_t runs);

/* Orders the runs of each bench (see run_items_order). */
void history_order(struct history *);

void history_free(struct history *);

#endif
