/* SPDX-License-Identifier: MIT */
/* Rows of the table of metrics. */
#ifndef OVP_METRIC_ROW_H
#define OVP_METRIC_ROW_H

#include <stdint.h>

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

/*
 * Adds a copy of a row after the earlier ones, and how exporters spell its name;
 * its pointers must stay valid until metrics_unload(). Drops earlier look-ups.
 */
void metric_row_add(const struct metric_row *);

/* Removes these rows and frees look-ups. */
void metric_rows_free(void);

#endif
