/* SPDX-License-Identifier: MIT */
/* Writing the comparison stream. */
#ifndef DIFF_WRITE_H
#define DIFF_WRITE_H

#include "judgement.h"
#include "stream/recout.h"

/* So many runs of a bench are worth a look at the last ones. */
enum { WRITE_RECENT = 6 };

void write_header(struct recout *, const struct store *);

void write_row(struct recout *, const struct store *, const struct series *,
    const struct judgement *);

/* A row that is no metric of a run: what is to be known of others. */
struct aside {
	size_t			 bench;
	const struct slice	*key;		/* NULL: of the whole bench */
	const char		*kind, *name;
	bool			 known[SIDES];
	double			 value[SIDES];	/* its average */
	bool			 has_sum;	/* both sides */
	double			 sum[SIDES];
	bool			 has_pct;
	double			 pct;
	bool			 of_run;	/* the base is one run: its number
						 * stands in base_runs, what it
						 * carries in base columns */
	size_t			 run;		/* of the base's history */
};

/* Its verdict is `same'; without a key it stands where `*' does. */
void write_aside(struct recout *, const struct store *,
    const struct aside *);

/* A number as a field, with the tab behind it. */
void write_number(struct recout *, struct number);

/* A number of four digits, which is what a statistic is good for. */
void write_rounded(struct recout *, double);

#endif
