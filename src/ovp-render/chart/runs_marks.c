/* SPDX-License-Identifier: MIT */
/* Marks of changes in a chart of runs. */
#include <math.h>

#include "ovp-render/doc/escape.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/doc/svg_text.h"
#include "ovp-render/sheet/origin.h"
#include "runs_marks.h"

/* The largest change of the metric at a run, or NULL. */
static const struct changed *
largest_at(const struct runs_metric *m, size_t run)
{
	const struct changed *found = NULL;

	for (size_t i = 0; i < m->n; i++)
		for (size_t k = 0; k < m->series[i]->nchanges; k++) {
			const struct changed *e = &m->series[i]->change[k];

			if (e->at == run &&
			    (found == NULL ||
				fabs(history_pct(e)) >
				    fabs(history_pct(found))))
				found = e;
		}
	return found;
}

static void
put_label(struct runs_plot *c, size_t run, const struct changed *e)
{
	const struct history *h = c->m->h;
	double pct = history_pct(e);

	if (h->s->ncarried > 0 && h->run[run].carried[0].n > 0)
		svg_text_put(c->o, origin_short(h->run[run].carried[0]), 12,
		    90);
	else
		escape_xml(c->o, h->run[run].number);
	if (isfinite(pct)) {
		recout_char(c->o, ' ');
		put_pct(c->o, pct);
	}
}

/* The text of a mark: the full label of its run, and each change. */
static void
put_words(struct runs_plot *c, size_t run)
{
	history_put_run(c->o, c->m->h, run, SIZE_MAX, escape_xml);
	for (size_t i = 0; i < c->m->n; i++) {
		const struct history_series *s = c->m->series[i];

		for (size_t k = 0; k < s->nchanges; k++) {
			const struct changed *e = &s->change[k];

			if (e->at != run)
				continue;
			recout_str(c->o, "; ");
			runs_plot_keys(c, s, escape_xml);
			recout_char(c->o, ' ');
			if (isfinite(history_pct(e)))
				put_pct(c->o, history_pct(e));
			recout_printf(c->o, " %s%s", e->drift ? "drift, " : "",
			    verdict_word[e->verdict]);
		}
	}
}

/* free_to: left ends of the labels in each row, drawn from the right. */
static void
put_mark(struct runs_plot *c, size_t run, const struct changed *e,
    double *free_to)
{
	const struct history *h = c->m->h;
	double x = runs_plot_x(c, fmax((double)run - 0.5, 0));
	int row = 0;

	if (c->linked)
		recout_printf(c->o,
		    "<a id=\"m%zu-%zu-%zu\" "
		    "href=\"#c%zu-%zu\" class=\"mark %s\">",
		    h->bench, c->m->id, run, h->bench, run,
		    verdict_word[e->verdict]);
	else
		recout_printf(c->o, "<g class=\"mark %s\">",
		    verdict_word[e->verdict]);
	recout_str(c->o, "<title>");
	put_words(c, run);
	recout_printf(c->o,
	    "</title><path d=\"M%.1f,%dV%d\"/>"
	    "<path class=\"flag\" d=\"M%.1f,%dh8l-4,7z\"/>",
	    x, c->top, c->bottom, x - 4, c->top - 7);
	while (row < LABELS && free_to[row] < x + 120)
		row++;
	if (row < LABELS && x < RIGHT - 60) {
		free_to[row] = x - 8;
		recout_printf(c->o,
		    "<text x=\"%.1f\" y=\"%d\" "
		    "font-size=\"12\">",
		    x + 8, c->top - FLAG - 4 - row * LABEL);
		put_label(c, run, e);
		recout_str(c->o, "</text>");
	} else if (row < LABELS) {
		free_to[row] = x - 124;
		recout_printf(c->o,
		    "<text x=\"%.1f\" y=\"%d\" "
		    "font-size=\"12\" text-anchor=\"end\">",
		    x - 8, c->top - FLAG - 4 - row * LABEL);
		put_label(c, run, e);
		recout_str(c->o, "</text>");
	}
	recout_str(c->o, c->linked ? "</a>\n" : "</g>\n");
}

/* An exact metric may change at each merge. */
enum { MOST_MARKS = 60 };

void
runs_marks(struct runs_plot *c)
{
	double free_to[LABELS];
	size_t n = 0;

	for (int i = 0; i < LABELS; i++)
		free_to[i] = INFINITY;
	for (size_t run = c->m->h->nruns; run-- > 0 && n < MOST_MARKS;) {
		const struct changed *e = largest_at(c->m, run);

		if (e == NULL)
			continue;
		put_mark(c, run, e, free_to);
		n++;
	}
}
