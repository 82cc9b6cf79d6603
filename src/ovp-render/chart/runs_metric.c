/* SPDX-License-Identifier: MIT */
/* The metrics of a history, each with the series of all keys. */
#include <stdlib.h>

#include "base/mem.h"
#include "runs_metric.h"

size_t
runs_metrics(const struct history *h, struct runs_metric **metrics)
{
	struct map names = { 0 };
	struct runs_metric *m = NULL;
	size_t cap = 0, n = 0;

	for (int time = 1; time >= 0; time--)
		for (size_t i = 0; i < h->nseries; i++) {
			const struct history_series *s = &h->series[i];
			size_t at;

			if (s->time != time || s->n == 0)
				continue;
			at = map_put(&names, 0, s->metric);
			if (at >= n) {
				m = mem_grow(m, &cap, n++, sizeof(*m));
				m[at] = (struct runs_metric){ .h = h,
					.id = at };
			}
			m[at].series = mem_grow(m[at].series, &m[at].cap,
			    m[at].n, sizeof(*m[at].series));
			m[at].series[m[at].n++] = s;
		}
	map_free(&names);
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
