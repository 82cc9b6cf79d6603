/* SPDX-License-Identifier: MIT */
/* Sparklines of block characters. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "spark.h"
#include "stats/order.h"

static const char *const block[] = {
	"\u2581", "\u2582", "\u2583", "\u2584", "\u2585", "\u2586", "\u2587",
	"\u2588",
};

enum { BLOCKS = sizeof(block) / sizeof(block[0]) };

/* The medians of the columns, NaN for one without a value. */
static void
gather(const struct history *h, const struct history_series *s, size_t columns,
    double *median)
{
	size_t from = 0;

	for (size_t c = 0; c < columns; c++) {
		size_t limit = (c + 1) * h->nruns / columns, end = from;

		while (end < s->n && s->run[end] < limit)
			end++;
		median[c] = end == from ? NAN :
		    order_median(s->value + from, end - from);
		from = end;
	}
}

void
spark_put(struct recout *o, const struct history *h,
    const struct history_series *s, size_t columns)
{
	double *median, least = INFINITY, most = -INFINITY;

	if (columns > h->nruns)
		columns = h->nruns;
	median = mem_zalloc(columns, sizeof(*median));
	gather(h, s, columns, median);
	for (size_t c = 0; c < columns; c++) {
		least = fmin(least, median[c]);
		most = fmax(most, median[c]);
	}
	for (size_t c = 0; c < columns; c++) {
		double at = most > least ?
		    (median[c] - least) / (most - least) * BLOCKS : 0;

		if (isnan(median[c]))
			recout_char(o, ' ');
		else
			recout_str(o, block[at < BLOCKS ? (int)at :
			    BLOCKS - 1]);
	}
	free(median);
}
