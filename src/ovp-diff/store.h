/* SPDX-License-Identifier: MIT */
/* The statistics of both sides, as series of runs. */
#ifndef DIFF_STORE_H
#define DIFF_STORE_H

#include <stdbool.h>

#include "base/map.h"
#include "domain/statistic.h"
#include "history.h"
#include "number/numparse.h"

enum side { BASE, NOW, SIDES };

/* The statistics of one run; a field that was empty has no bit in known. */
struct value {
	struct number n[STATS];
	unsigned known;
	unsigned row; /* of the series on its side, from 0 */
	size_t run;   /* of the side's history */
};

/* The first place of a name in a side's input, or NEVER. */
#define NEVER SIZE_MAX

/* The n runs exclude rows whose value is not finite. */
struct runs {
	struct value *at; /* owned: n of them, oldest first */
	size_t n, cap;
	size_t rows; /* read, with a value or without */
	size_t last; /* run of the last one, or NEVER */
};

/* A metric of a place, its runs on both sides. */
struct series {
	size_t place;
	size_t first[SIDES];
	struct slice metric, phase, kind; /* live as long as the store */
	struct runs side[SIDES];
};

/* A bench and a value of each key. */
struct place {
	size_t bench;
	struct slice *key; /* nkeys of them */
	size_t first[SIDES];
};

struct bench {
	size_t first[SIDES];
	unsigned provers[SIDES]; /* of enum metric_prover */
	bool other_prover;       /* they differ */
	double machine;          /* see machine.h; 0: not wanted */
	struct slice was;        /* its name in the baseline, if another */
};

/* Indexes are in the order of first sight, the base first. */
struct store {
	size_t nkeys;
	struct slice *key; /* names of the KEY columns */
	bool levelled;     /* they are `group' and the finer ones */
	size_t group;      /* the key `group', else the first */
	struct map benches, places, metrics; /* metrics: the series */
	struct bench *bench;
	struct place *place;
	struct series *series;
	size_t bench_cap, place_cap, series_cap;
	size_t nruns; /* rows read */
	struct history history[SIDES];
	/* rows show the last runs: some bench of the base has many */
	bool recent;
	struct carried_column {
		struct slice name;
		size_t at[SIDES]; /* in a history, or NEVER */
	} * carried;              /* owned: of both sides, ncarried */
	size_t ncarried;
	struct arena arena;
};

struct slice store_bench_name(const struct store *, size_t bench);

/* The place's value of the key `group'; empty if there are no keys. */
struct slice store_group(const struct store *, size_t place);

/* Whether a place is of the finer level (stream/levels.h). */
bool store_is_fine(const struct store *, size_t place);

/* Forgets all series of the finer level. */
void store_drop_fine(struct store *);

/* The place's series of a metric, in either spelling, or NULL. */
struct series *store_find(const struct store *, size_t place,
    struct slice metric);

/* The series of a record, made if it is new. key: nkeys values. */
struct series *store_series(struct store *, struct slice bench,
    const struct slice *key, struct slice metric);

/* Lists the columns that either history carries, the baseline's first. */
void store_list_carried(struct store *);

/* The value of a side's last run of a series in a column of that list. */
struct slice store_carried(const struct store *, const struct series *,
    enum side, size_t column);

/* Adds a row of a series: another run if some of its statistics are known. */
void store_run(struct store *, struct series *, enum side, struct value);

/*
 * Moves the runs of a bench that only the base has to one that only the current
 * side has. Indexes change; returns the new one of `now'.
 */
size_t store_join(struct store *, size_t base, size_t now);

void store_free(struct store *);

#endif
