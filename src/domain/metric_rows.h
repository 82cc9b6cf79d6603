/* SPDX-License-Identifier: MIT */
/* Rows of the table of metrics, and of a file. */
#ifndef OVP_METRIC_ROWS_H
#define OVP_METRIC_ROWS_H

#include <stdint.h>

#include "base/glob.h"

/* -1 or NULL leaves a value to a later row. */
struct metric_row {
	const char *name; /* or a glob */
	/* as exporters spell it; NULL if that is the same */
	const char *exported;
	int class, better, shown, stats, once;
	int64_t roles; /* as of struct metric */
	int levels;
	double floor;
	const char *unit, *part_of, *same_as;
	int zero, prover;
};

/* Indexes of rows. */
struct metric_numbers {
	const uint32_t *at; /* n of them */
	size_t n;
};

/* A row whose name is a glob. */
struct metric_glob {
	const struct metric_row *row;
	struct glob plain, exported; /* the latter if the row has one */
};

/* Rows in order of precedence, and what finds them. */
struct metric_rows {
	const struct metric_row *at; /* n of them */
	size_t n;
	struct metric_glob *glob; /* nglobs, in this order */
	size_t nglobs;
	struct metric_numbers named;   /* the other rows, by name */
	struct metric_numbers spelled; /* of these, the exported, by that */
	struct metric_numbers globbed; /* the rows of the globs */
};

/* The rows of src/domain/metrics.tsv; those of loaded files. */
const struct metric_rows *metric_rows_builtin(void);
const struct metric_rows *metric_rows_loaded(void);

/*
 * Returns the first row of that name, else of a name that exporters spell so,
 * or NULL. Globs don't count.
 */
const struct metric_row *metric_rows_find(const struct metric_rows *,
    struct slice name);

/*
 * Adds a copy of a row to the loaded ones, and how exporters spell its name; its
 * pointers must stay valid until metric_rows_free(). metrics_forget() must
 * follow, too: it drops what metrics_find() knows.
 */
void metric_rows_add(const struct metric_row *);
void metrics_forget(void);

/* Removes the loaded rows. */
void metric_rows_free(void);

#endif
