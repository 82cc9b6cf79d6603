/* SPDX-License-Identifier: MIT */
/* What a comparison tells beside its figures, as GitHub's Markdown. */
#include <math.h>

#include "md.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/sheet/select.h"
#include "remarks.h"

/* So many benches are named where they would go on. */
enum { MAX_NAMES = 5 };

static void
metric(struct recout *o, struct slice name)
{
	escape_md_code(o, name, 0);
}

static const struct voice voice = { escape_md, metric };

/* Appends what follows when the sentence did get written. */
static bool
paragraph(struct md *m, bool written)
{
	if (written)
		recout_str(m->o, "\n\n");
	return written;
}

static bool
note(struct md *m, size_t bench, enum note which)
{
	size_t before = m->o->n;

	if (which != NOTE_PAIRED)
		recout_str(m->o, "⚠️ ");
	if (paragraph(m, remarks_note(m->o, m->s, bench, which, &voice)))
		return true;
	m->o->n = before;
	return false;
}

void
md_remarks(struct md *m, size_t from, size_t end)
{
	paragraph(m, remarks_sight(m->o, m->s, from, end));
	for (int which = 0; which < NOTES; which++)
		note(m, m->s->row[from].bench, (enum note)which);
}

static bool
is_noted(struct md *m, size_t bench)
{
	size_t before = m->o->n;
	bool any = false;

	for (int which = NOTE_PAIRED + 1; which < NOTES && !any; which++)
		any = note(m, bench, (enum note)which);
	m->o->n = before;
	return any;
}

/* Names those that md_remarks() has more to tell of. */
static void
name_noted(struct md *m)
{
	size_t noted = 0;

	for (size_t i = 0; m->s->nasides > 0 && i < m->s->benches.n; i++)
		note(m, i, NOTE_PAIRED);
	for (size_t i = 0; m->s->nasides > 0 && i < m->s->benches.n; i++) {
		if (!is_noted(m, i) || ++noted > MAX_NAMES)
			continue;
		recout_str(m->o, noted == 1 ? "⚠️ Hard to compare, as the "
		    "report says: " : ", ");
		escape_md(m->o, m->s->benches.key[i].bytes);
	}
	if (noted > MAX_NAMES)
		recout_printf(m->o, " and %zu more", noted - MAX_NAMES);
	if (paragraph(m, noted > 0))
		cut_row(&m->cut, m->o, HUGE_VAL);
}

/* Names are of any length: what has some is a row. */
void
md_remarks_all(struct md *m)
{
	paragraph(m, remarks_sight(m->o, m->s, 0, m->s->n));
	cut_text(&m->cut, m->o);
	if (m->s->benches.n > 1) {
		name_noted(m);
		return;
	}
	for (int which = 0; which < NOTES; which++)
		if (note(m, 0, (enum note)which))
			cut_row(&m->cut, m->o, HUGE_VAL);
}

/* A cause matters as much as the proof time that it explains. */
static double
weight_of(const struct md *m, const struct aside *a)
{
	const struct row *r = select_total(m->s, a);

	return r == NULL ? 0 : r->weight;
}

/* Ends an item of the list, or takes back its beginning. */
static bool
item(struct md *m, size_t before, bool written, double weight)
{
	if (!written) {
		m->o->n = before;
		return false;
	}
	recout_char(m->o, '\n');
	cut_row(&m->cut, m->o, weight);
	return true;
}

void
md_causes(struct md *m, size_t bench)
{
	size_t at = 0, n = 0, before = m->o->n;
	const struct aside *a;

	cut_head(&m->cut, m->o);
	recout_str(m->o, "- ");
	n += item(m, before, remarks_machine(m->o, m->s, bench),
	    (double)m->s->n);
	do {
		before = m->o->n;
		recout_str(m->o, "- ");
		a = remarks_cause(m->o, m->s, bench, &at, &voice);
		n += item(m, before, a != NULL, a == NULL ? 0 :
		    weight_of(m, a));
	} while (a != NULL);
	if (n > 0)
		recout_char(m->o, '\n');
	cut_tail(&m->cut, m->o);
}
