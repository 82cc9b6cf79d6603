/* SPDX-License-Identifier: MIT */
/* Assignment of rows to runs, and the order of runs. */
#ifndef OVP_RUNIDS_H
#define OVP_RUNIDS_H

#include <stdbool.h>

#include "base/map.h"
#include "number/number.h"

/* A zeroed struct is empty. Runs have indexes from 0 in order of first rows. */
struct run_ids {
	struct map ids;
	size_t *of_id; /* owned: the last run with it */
	size_t cap, n; /* n: runs */
};

/*
 * Returns the run of a row; a new run is the old n. Rows of a bench with the
 * same id (number and carried values) belong to one run, unless their series
 * already has a row of it: then they belong to another one, as in files joined
 * by cat. last: the run of the previous row of the series, or SIZE_MAX.
 */
size_t run_ids_put(struct run_ids *, size_t bench, struct slice id,
    size_t last);

/* Makes ids of later rows different from the earlier ones. */
void run_ids_forget(struct run_ids *);
void run_ids_free(struct run_ids *);

struct run_item {
	size_t run, bench;
	struct number number;
	size_t place; /* in the bench, from 0 */
	bool counted; /* its number is its place, from 1 */
};

/*
 * Orders n runs by bench, in each by their numbers if all differ, else by their
 * first rows, and then their numbers are 1, 2 ...
 */
void run_items_order(struct run_item *, size_t n);

#endif
