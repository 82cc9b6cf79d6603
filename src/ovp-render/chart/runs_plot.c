/* SPDX-License-Identifier: MIT */
/* Plot area of a chart of runs. */
#include "runs_plot.h"

double
runs_plot_x(const struct runs_plot *c, double run)
{
	size_t last = c->m->h->nruns - 1;

	return LEFT + 8 + (RIGHT - LEFT - 16) * run / (double)(last + !last);
}

double
runs_plot_y(const struct runs_plot *c, double v)
{
	return c->bottom - (c->bottom - c->top) * runs_scale_at(&c->y, v);
}

void
runs_plot_keys(struct runs_plot *c, const struct history_series *s,
    void (*put)(struct recout *, struct slice))
{
	for (size_t k = 0; k < c->m->h->s->nkeys; k++) {
		if (k > 0)
			recout_str(c->o, ", ");
		put(c->o, s->key[k].n > 0 ? s->key[k] : SLICE("(none)"));
	}
}
