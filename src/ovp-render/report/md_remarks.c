/* SPDX-License-Identifier: MIT */
/* What a comparison tells beside its figures, as GitHub's Markdown. */
#include <math.h>
#include <stdlib.h>

#include "head.h"
#include "md.h"
#include "ovp-render/doc/escape.h"

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

	if (which > NOTE_BEST)
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

bool
md_is_noted(struct md *m, size_t bench)
{
	size_t before = m->o->n;
	bool any = false;

	for (int which = NOTE_BEST + 1; which < NOTES && !any; which++)
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
		for (int which = NOTE_PAIRED; which <= NOTE_BEST; which++)
			note(m, i, (enum note)which);
	for (size_t i = 0; m->s->nasides > 0 && i < m->s->benches.n; i++) {
		if (!md_is_noted(m, i) || ++noted > MAX_NAMES)
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

/* Below what is said of all benches, above all else. */
static double
weight_of(const struct md *m, size_t rank)
{
	return 4 * (double)m->s->n + 4 - (double)rank;
}

static void
put_mark(struct md *m, const struct head *h)
{
	if (h->noise || !h->timed)
		return;
	if (h->change == HEAD_SLOWER)
		recout_str(m->o, "🔴 ");
	else if (h->change == HEAD_FASTER)
		recout_str(m->o, "🟢 ");
}

/* The list of what did it, none for a single cause. */
static void
put_causes(struct md *m, const struct head *h, double weight)
{
	size_t before = m->o->n;

	cut_head(&m->cut, m->o);
	for (size_t i = 0; ; i++) {
		recout_str(m->o, "- ");
		if (!head_put_cause(m->o, h, i, &voice))
			break;
		recout_char(m->o, '\n');
		cut_row(&m->cut, m->o, weight);
		before = m->o->n;
	}
	m->o->n = before;
	if (before > 0 && m->o->at[before - 1] == '\n' &&
	    (before < 2 || m->o->at[before - 2] != '\n'))
		recout_char(m->o, '\n');
	cut_tail(&m->cut, m->o);
}

static void
put_benches(struct md *m, const struct head *h, size_t n)
{
	cut_head(&m->cut, m->o);
	for (size_t i = 0; i < n; i++) {
		recout_str(m->o, "- ");
		put_mark(m, &h[i]);
		head_put(m->o, &h[i], &voice);
		recout_char(m->o, '\n');
		cut_row(&m->cut, m->o, weight_of(m, i));
	}
	recout_char(m->o, '\n');
	cut_tail(&m->cut, m->o);
	head_put_overall(m->o, h, n);
	recout_str(m->o, "\n\n");
	cut_text(&m->cut, m->o);
}

void
md_head(struct md *m, bool alone)
{
	size_t n;
	struct head *h = head_all(m->s, &m->airs, &n);

	if (n > 1 && !alone) {
		put_benches(m, h, n);
	} else if (n > 0) {
		if (n > 1) {
			head_put_overall(m->o, h, n);
			cut_text(&m->cut, m->o);
			recout_str(m->o, " Worst: ");
		}
		put_mark(m, h);
		head_put(m->o, h, &voice);
		cut_row(&m->cut, m->o, HUGE_VAL);
		recout_str(m->o, "\n\n");
		cut_text(&m->cut, m->o);
	}
	if (n == 1 && !alone)
		put_causes(m, h, weight_of(m, 0));
	free(h);
}

void
md_causes(struct md *m, size_t from, size_t end)
{
	struct head h;

	head_of(&h, m->s, &m->airs, from, end);
	put_causes(m, &h, m->s->row[from].weight);
}
