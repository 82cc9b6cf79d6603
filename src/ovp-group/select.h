/* SPDX-License-Identifier: MIT */
/* Which records pass: selection by metric, label, zero. */
#ifndef GROUP_SELECT_H
#define GROUP_SELECT_H

#include <stdbool.h>

#include "slice.h"

/* -l KEY=GLOB */
struct label_rule {
	struct slice	 key;
	const char	*glob;		/* matched against the label's raw value */
};

struct select {
	const char		**metric;	/* -m GLOB, any of them */
	size_t			  nmetrics, metrics_cap;
	struct label_rule	 *label;	/* -l, all of them */
	size_t			  nlabels, labels_cap;
	bool			  zeros;	/* --keep-zeros */
};

/* Adds a rule; `text' lives as long as the program. Fails on a bad -l. */
void select_metric(struct select *, const char *text);
void select_label(struct select *, const char *text);
void select_free(struct select *);

/* Whether a record is a counter that is zero, to be dropped. */
bool select_drops(const struct select *, struct slice kind, struct slice value);

/*
 * Whether -m and -l let a record pass. A label that a record lacks matches no
 * glob but the empty one.
 */
bool select_takes(const struct select *, struct slice metric,
    struct slice labels);

#endif
