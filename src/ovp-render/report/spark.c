/* SPDX-License-Identifier: MIT */
/* Sparklines of block characters. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "number/numparse.h"
#include "spark.h"
#include "stats/order.h"

static const char *const block[] = {
	"\u2581",
	"\u2582",
	"\u2583",
	"\u2584",
	"\u2585",
	"\u2586",
	"\u2587",
	"\u2588",
};

enum {
	BLOCKS = sizeof(block) / sizeof(block[0]),
	MOST = 64, /* in a list */
};

/* The medians of the columns, NaN for those without a value. */
static void
gather(const struct history *h, const struct history_series *s, size_t columns,
    double *median)
{
	size_t from = 0;

	for (size_t c = 0; c < columns; c++) {
		size_t limit = (c + 1) * h->nruns / columns, end = from;

		while (end < s->n && s->run[end] < limit)
			end++;
		median[c] = end == from ?
		    NAN :
		    order_median(s->value + from, end - from);
		from = end;
	}
}

static void
put(struct recout *o, const double *v, size_t n)
{
	double least = INFINITY, most = -INFINITY;

	for (size_t i = 0; i < n; i++) {
		least = fmin(least, v[i]);
		most = fmax(most, v[i]);
	}
	for (size_t i = 0; i < n; i++) {
		double at = most > least ?
		    (v[i] - least) / (most - least) * BLOCKS :
		    0;

		if (isnan(v[i]))
			recout_char(o, ' ');
		else
			recout_str(o,
			    block[at < BLOCKS ? (int)at : BLOCKS - 1]);
	}
}

void
spark_put(struct recout *o, const struct history *h,
    const struct history_series *s, size_t columns)
{
	double *median;

	if (columns > h->nruns)
		columns = h->nruns;
	median = mem_zalloc(columns, sizeof(*median));
	gather(h, s, columns, median);
	put(o, median, columns);
	free(median);
}

void
spark_put_list(struct recout *o, struct slice list)
{
	double v[MOST];
	size_t n = 0, from = 0;

	for (size_t i = 0; i <= list.n && n < MOST; i++) {
		struct number x = number_real(NAN);

		if (i < list.n && list.at[i] != ',')
			continue;
		(void)numparse((struct slice){ list.at + from, i - from }, &x);
		v[n++] = isfinite(x.real) ? x.real : NAN;
		from = i + 1;
	}
	if (list.n > 0)
		put(o, v, n);
}
