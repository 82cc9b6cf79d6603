/* SPDX-License-Identifier: MIT */
/* The metrics of a history, each with the series of all keys. */
#include <stdlib.h>

#include "base/mem.h"
#include "runs_metric.h"

static bool
is_first(const struct history *h, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (slice_eq(h->series[k].metric, h->series[i].metric))
			return false;
	return h->series[i].n > 0;
}

static struct runs_metric
metric_of(const struct history *h, size_t i)
{
	struct runs_metric m = { .h = h };
	size_t cap = 0;

	for (size_t k = i; k < h->nseries; k++) {
		if (!slice_eq(h->series[k].metric, h->series[i].metric) ||
		    h->series[k].n == 0)
			continue;
		m.series = mem_grow(m.series, &cap, m.n, sizeof(*m.series));
		m.series[m.n++] = &h->series[k];
	}
	return m;
}

size_t
runs_metrics(const struct history *h, struct runs_metric **metrics)
{
	struct runs_metric *m = NULL;
	size_t n = 0, cap = 0;

	for (int time = 1; time >= 0; time--)
		for (size_t i = 0; i < h->nseries; i++) {
			if (h->series[i].time != time || !is_first(h, i))
				continue;
			m = mem_grow(m, &cap, n, sizeof(*m));
			m[n] = metric_of(h, i);
			m[n].id = n;
			n++;
		}
	*metrics = m;
	return n;
}

void
runs_metrics_free(struct runs_metric *m, size_t n)
{
	for (size_t i = 0; i < n; i++)
		free(m[i].series);
	free(m);
}
