/* SPDX-License-Identifier: MIT */
/* Writer of the comparison stream. */
#ifndef DIFF_WRITE_H
#define DIFF_WRITE_H

#include "judgement.h"
#include "stream/recout.h"

/* A bench with this many runs shows the last ones. */
enum { WRITE_RECENT = 6 };

void write_header(struct recout *, const struct store *);

void write_row(struct recout *, const struct store *, const struct series *,
    const struct judgement *);

/* A row beside the metrics of runs, such as a note or a cause. */
struct aside {
	size_t bench;
	const struct slice *key; /* NULL: the whole bench */
	const char *kind, *name;
	bool known[SIDES];
	double value[SIDES]; /* its average */
	bool has_sum;        /* both sides */
	double sum[SIDES];
	bool has_pct;
	double pct;
	/* the base is one run: its number and carried values */
	bool of_run;
	size_t run; /* of the base's history */
};

/* Writes it with the verdict `same'; without a key, in the place of `*'. */
void write_aside(struct recout *, const struct store *, const struct aside *);

/* Writes a number as a field, with a tab after it. */
void write_number(struct recout *, struct number);

/* Writes a number to four digits, the precision of a statistic. */
void write_rounded(struct recout *, double);

#endif
