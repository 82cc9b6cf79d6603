/* SPDX-License-Identifier: MIT */
/* Rows of the table of metrics, as they were written. */
#ifndef OVP_METRIC_ROW_H
#define OVP_METRIC_ROW_H

#include <stdint.h>

/* -1 or NULL: left open, for a later row to say. */
struct metric_row {
	const char	*name;		/* or a glob */
	int		 class, better, shown, stats, once;
	int64_t		 roles;		/* as of struct metric */
	int		 levels;
	double		 floor;
	const char	*unit, *part_of, *same_as;
	int		 zero, prover;
};

/*
 * Adds a row behind those added before; what it points to must live until
 * metrics_unload. Drops what was looked up before.
 */
void metric_row_add(const struct metric_row *);

/* Forgets these rows, and frees what was looked up. */
void metric_rows_free(void);

#endif
