/* SPDX-License-Identifier: MIT */
/* A statistics or comparison stream, held as rows. */
#include <stdlib.h>

#include "base/diag.h"
#include "sheet.h"

struct slice
sheet_keep(struct sheet *s, struct slice text)
{
	size_t at = map_put(&s->text, 0, text);

	return s->text.key[at].bytes;
}

void
sheet_need_group(const struct sheet *s, const char *option)
{
	if (!s->by_group)
		fail("%s: the keys of the statistics are not 'group' alone",
		    option);
}

void
sheet_free(struct sheet *s)
{
	free(s->key);
	free(s->stat);
	free(s->carried);
	free(s->times);
	free(s->row);
	free(s->run);
	free(s->fine);
	free(s->aside);
	map_free(&s->benches);
	map_free(&s->text);
	arena_free(&s->arena);
}

size_t
sheet_asides(const struct sheet *s, size_t bench)
{
	size_t from = 0, to = s->nasides;

	while (from < to) {
		size_t middle = (from + to) / 2;

		if (s->aside[middle].bench < bench)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

size_t
sheet_bench_end(const struct sheet *s, size_t from)
{
	size_t bench = s->row[from].bench, step = 1, to;

	/* Steps grow while they stay in the bench, then halve. */
	while (step < s->n - from && s->row[from + step].bench == bench) {
		from += step;
		step *= 2;
	}
	to = step < s->n - from ? from + step : s->n;
	while (to - from > 1) {
		size_t middle = from + (to - from) / 2;

		if (s->row[middle].bench == bench)
			from = middle;
		else
			to = middle;
	}
	return to;
}

size_t
sheet_group_end(const struct sheet *s, size_t from, size_t end)
{
	size_t i, k;

	for (i = from; i < end; i++)
		for (k = 0; s->row[i].key != s->row[from].key && k < s->nkeys;
		     k++)
			/* Equal texts share an address. */
			if (s->row[i].key[k].at != s->row[from].key[k].at)
				return i;
	return i;
}
