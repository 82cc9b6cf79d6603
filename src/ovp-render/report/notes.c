/* SPDX-License-Identifier: MIT */
/* Paragraphs about what can't be seen and what is hard to compare. */
#include <math.h>

#include "remarks.h"
#include "report.h"

/* The number of benches that are named; the others are counted. */
enum { MAX_NAMES = 5 };

static bool
note(struct report *r, size_t bench, enum note which, double weight)
{
	doc_begin(&r->doc, which > NOTE_BEST ? DOC_WARNING : DOC_NOTE,
	    VERDICT_NONE);
	remarks_note(r->o, r->s, bench, which, doc_voice(&r->doc));
	return doc_end(&r->doc, weight);
}

static void
sight(struct report *r, size_t from, size_t end)
{
	doc_begin(&r->doc, DOC_PLAIN, VERDICT_NONE);
	remarks_sight(r->o, r->s, from, end);
	doc_end(&r->doc, DOC_WITHIN);
}

static void
notes(struct report *r, size_t bench, double weight)
{
	for (int which = 0; which < NOTES; which++)
		note(r, bench, (enum note)which, weight);
}

void
report_remarks(struct report *r, size_t from, size_t end)
{
	sight(r, from, end);
	notes(r, r->s->row[from].bench, DOC_WITHIN);
	doc_break(&r->doc);
}

bool
report_is_noted(struct report *r, size_t bench)
{
	size_t before = r->o->n;
	bool any = false;

	for (int which = NOTE_BEST + 1; which < NOTES && !any; which++)
		any = note(r, bench, (enum note)which, DOC_WITHIN);
	r->o->n = before;
	return any;
}

/* Names those on which report_remarks() has more to say. */
static void
name_noted(struct report *r)
{
	size_t noted = 0;

	for (size_t i = 0; r->s->nasides > 0 && i < r->s->benches.n; i++)
		for (int which = NOTE_PAIRED; which <= NOTE_BEST; which++)
			note(r, i, (enum note)which, DOC_WITHIN);
	doc_begin(&r->doc, DOC_WARNING, VERDICT_NONE);
	for (size_t i = 0; r->s->nasides > 0 && i < r->s->benches.n; i++) {
		if (!report_is_noted(r, i) || ++noted > MAX_NAMES)
			continue;
		recout_str(r->o,
		    noted == 1 ? "Hard to compare, as the report says: " :
				 ", ");
		doc_voice(&r->doc)->name(r->o, r->s->benches.key[i].bytes);
	}
	if (noted > MAX_NAMES)
		recout_printf(r->o, " and %zu more", noted - MAX_NAMES);
	doc_end(&r->doc, HUGE_VAL);
}

/* Names have any length, so text with names is a row. */
void
report_remarks_all(struct report *r)
{
	sight(r, 0, r->s->n);
	cut_text(&r->doc.cut, r->o);
	if (r->s->benches.n > 1)
		name_noted(r);
	else
		notes(r, 0, HUGE_VAL);
}
