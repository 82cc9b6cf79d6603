/* SPDX-License-Identifier: MIT */
/* History of a bench: values of its runs and their changes. */
#include <math.h>
#include <stdlib.h>

#include "history.h"
#include "origin.h"

double
history_pct(const struct changed *c)
{
	double from = fabs(c->before.real);

	return from > 0 ? c->change / from * 100 : NAN;
}

size_t
history_run_end(const struct history *h, size_t i, size_t *telling)
{
	size_t end = i;

	*telling = 0;
	for (; end < h->nevents && h->event[end].run == h->event[i].run; end++)
		*telling += h->event[end].of->time;
	*telling += *telling == 0;
	return end;
}

void
history_put_run(struct recout *o, const struct history *h, size_t run,
    size_t columns, void (*escape)(struct recout *, struct slice))
{
	const struct history_run *r = &h->run[run];

	recout_str(o, "run ");
	escape(o, r->number);
	for (size_t i = 0; i < columns && i < h->s->ncarried; i++) {
		if (r->carried[i].n == 0)
			continue;
		recout_str(o, ", ");
		escape(o, h->s->carried[i]);
		recout_char(o, ' ');
		escape(o, origin_short(r->carried[i]));
	}
}

void
history_free(struct history *h)
{
	free(h->run);
	free(h->series);
	free(h->event);
	arena_free(&h->arena);
}
