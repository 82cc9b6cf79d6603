/* SPDX-License-Identifier: MIT */
/* Rules of gates, as text and as tables. */
#ifndef DIFF_RULE_H
#define DIFF_RULE_H

#include <stdbool.h>

#include "base/arena.h"
#include "domain/metrics.h"

/* The direction of a rule. */
enum way { WAY_WORSE, WAY_BETTER, WAY_UP, WAY_DOWN, WAY_EITHER };

/*
 * A rule is broken if all of its limits are exceeded in its direction. Without
 * limits, it is broken by the verdict `worse' (or `better'), by any verdict
 * except `same' on a change of that sign (up, down), or by any change. If
 * neither direction of a metric is better, `worse' and `better' mean any
 * change.
 */
/* An older run of the baseline; if neither is set, its current level. */
struct reference {
	size_t back;         /* this many runs ago, or 0 */
	struct slice column; /* or the last run that carries */
	const char *glob;    /* ... a matching value in column */
};

struct rule {
	const char *text;   /* for messages */
	const char *metric; /* glob */
	const char *group;  /* glob, or NULL: any */
	const char *whole;  /* METRIC@GROUP as one glob, or NULL */
	int class;          /* enum metric_class, or -1: any */
	enum way way;
	bool has_pct, has_change, has_value;
	double pct, change;         /* limits of the change, in that way */
	double value;               /* limit of the value itself */
	struct reference reference; /* the run to compare with */
};

/* A zeroed struct is empty. */
struct rules {
	struct rule *rule; /* owned: n of them */
	size_t n, cap;
	struct arena text;
};

/*
 * Adds METRIC[@GROUP], optionally with >LIMIT or <LIMIT. LIMIT is `5%' or
 * `-5%', a change; `+50' or `-50', a change in the metric's unit; or `5000',
 * the value itself. ~N or ~COLUMN=GLOB after a change is its reference: see
 * struct reference. Fails, naming -g, if the text is not a rule.
 */
void rules_add(struct rules *, const char *text);

/*
 * Adds the rows of a TSV file. Columns: metric (glob) and, optionally, group
 * (glob), limit (per cent), absolute (in the metric's unit), direction (worse,
 * better, up, down, either), class. Fails with file and line.
 */
void rules_load(struct rules *, const char *path);

void rules_free(struct rules *);

#endif
