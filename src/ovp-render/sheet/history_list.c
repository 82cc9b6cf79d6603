/* SPDX-License-Identifier: MIT */
/* The changes of a history as a list. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "history_list.h"

/* Smaller changes, in percent, are small unless they are proof times. */
static const double small = 0.1;

/* A change without a percentage counts as the largest. */
static double
size_of(const struct history_event *e)
{
	double pct = fabs(history_pct(e->what));

	return isnan(pct) ? INFINITY : pct;
}

static int
by_event(const void *a, const void *b)
{
	const struct history_event *x = a, *y = b;
	double p = size_of(x), q = size_of(y);

	if (x->run != y->run)
		return x->run < y->run ? 1 : -1;
	if (x->of->time != y->of->time)
		return x->of->time ? -1 : 1;
	if (!x->of->time && p != q)
		return p > q ? -1 : 1;
	return (x->of > y->of) - (x->of < y->of);
}

void
history_list(struct history *h)
{
	size_t cap = 0;

	for (size_t i = 0; i < h->nseries; i++) {
		const struct history_series *s = &h->series[i];

		for (size_t k = 0; k < s->nchanges; k++) {
			const struct changed *c = &s->change[k];

			if (!s->time && fabs(history_pct(c)) < small) {
				h->small++;
				continue;
			}
			h->event = mem_grow(h->event, &cap, h->nevents,
			    sizeof(*h->event));
			h->event[h->nevents++] = (struct history_event){ s, c,
				c->at };
		}
	}
	if (h->nevents > 0)
		qsort(h->event, h->nevents, sizeof(*h->event), by_event);
}
