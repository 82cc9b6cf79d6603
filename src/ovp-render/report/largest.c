/* SPDX-License-Identifier: MIT */
/* Sentence about the AIRs with most of a group's cells. */
#include "ovp-render/doc/figures.h"
#include "report.h"

/* The number that is named; --airs lists the rest. */
enum { MOST_AIRS = 3 };

/* The AIR with most cells among those after `last', or NULL. */
static const struct air *
next(const struct air *a, size_t n, const struct air *last)
{
	const struct air *most = NULL;

	for (size_t i = 0; i < n; i++) {
		double cells = a[i].cells.known ? a[i].cells.n.real : 0;

		if (cells > 0 &&
		    (last == NULL || cells < last->cells.n.real ||
			(cells == last->cells.n.real && &a[i] > last)) &&
		    (most == NULL || cells > most->cells.n.real))
			most = &a[i];
	}
	return most;
}

static void
put_air(struct report *r, const struct air *a, const struct air_group *g)
{
	doc_voice(&r->doc)->name(r->o, a->name);
	recout_printf(r->o, " %.1f%%", a->cells.n.real / g->cells * 100);
}

void
report_largest(struct report *r, const struct row *of)
{
	const struct air_group *g = airs_group(&r->parts, of->bench,
	    of->key[0]);
	const struct air *a = NULL;

	if (g != NULL && g->nairs > 0)
		a = next(r->parts.air + g->air, g->nairs, NULL);
	if (a == NULL)
		return;
	doc_begin(&r->doc, DOC_SMALL, VERDICT_NONE);
	recout_str(r->o, "Largest AIRs: ");
	put_air(r, a, g);
	recout_str(r->o, " of ");
	put_value(r->o, number_real(g->cells));
	recout_str(r->o, " cells");
	for (size_t i = 1; i < MOST_AIRS &&
	     (a = next(r->parts.air + g->air, g->nairs, a)) != NULL;
	     i++) {
		recout_str(r->o, ", ");
		put_air(r, a, g);
	}
	if (a != NULL && g->nairs > MOST_AIRS) {
		recout_printf(r->o, "; all %zu: ", g->nairs);
		doc_code(&r->doc, "--airs");
	}
	doc_end(&r->doc, report_weight(r, of));
	doc_break(&r->doc);
}
