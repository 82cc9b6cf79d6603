/* SPDX-License-Identifier: MIT */
/* History of a bench: values of its runs and their changes. */
#ifndef RENDER_HISTORY_H
#define RENDER_HISTORY_H

#include "domain/changed.h"
#include "sheet.h"

/* The text of a report on a stream without changes. */
#define HISTORY_EMPTY "No change of a level.\n"

/* Fewest runs for levels: three before and three after a change. */
enum { HISTORY_LEAST = 6 };

/* A run; slices live as long as the sheet. */
struct history_run {
	struct slice number;
	const struct slice *carried; /* s->ncarried, or NULL */
};

/* A metric of a group. */
struct history_series {
	const struct slice *key; /* s->nkeys */
	struct slice metric;
	const struct metric *of;
	bool time;   /* charted proof time */
	bool shown;  /* in the report's metrics */
	size_t n;    /* runs with a value */
	size_t *run; /* positions in the bench */
	double *value;
	struct changed *change; /* by positions in these */
	size_t nchanges;
};

/* A change that the report lists. */
struct history_event {
	const struct history_series *of;
	const struct changed *what;
	size_t run;
};

struct history {
	const struct sheet *s;
	size_t bench;
	struct history_run *run; /* oldest first */
	size_t nruns;
	struct history_series *series; /* in the order of the report */
	size_t nseries;
	/* latest run first; in a run proof times, then the largest changes */
	struct history_event *event;
	size_t nevents;
	size_t small; /* changes left out: < 0.1 % */
	struct arena arena;
};

void history_free(struct history *);

/*
 * Returns the end of the changes of a run that begin at i. *telling: how many
 * of them explain the rest: the proof times, or else the first.
 */
size_t history_run_end(const struct history *, size_t i, size_t *telling);

/* Returns the change in percent; NaN if the old level is 0. */
double history_pct(const struct changed *);

/*
 * Writes the label of a run: `run 7, commit 3ee99e5', with that many of the
 * carried columns.
 */
void history_put_run(struct recout *, const struct history *, size_t run,
    size_t columns, void (*escape)(struct recout *, struct slice));

#endif
