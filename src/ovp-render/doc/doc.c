/* SPDX-License-Identifier: MIT */
/* A report, written by its parts in any medium. */
#include "doc.h"
#include "doc_writer.h"

enum doc_medium
doc_medium(const struct doc *d)
{
	return d->w->medium;
}

const struct voice *
doc_voice(const struct doc *d)
{
	return &d->w->voice;
}

static void
begin(struct doc *d, enum doc_tone tone, enum verdict v, bool item)
{
	d->tone = tone;
	d->verdict = v;
	d->item = item;
	d->rest = 0;
	d->before = d->o->n;
	d->w->begin(d);
	d->text = d->o->n;
}

void
doc_begin(struct doc *d, enum doc_tone tone, enum verdict v)
{
	begin(d, tone, v, false);
}

void
doc_item(struct doc *d, enum doc_tone tone, enum verdict v)
{
	begin(d, tone, v, true);
}

bool
doc_end(struct doc *d, double weight)
{
	if (d->o->n == d->text) {
		d->o->n = d->before;
		return false;
	}
	d->w->end(d, weight);
	d->items += d->item;
	return true;
}

void
doc_rest(struct doc *d)
{
	d->rest = d->o->n;
	d->w->rest(d);
}

void
doc_list(struct doc *d)
{
	d->items = 0;
	d->w->list(d);
}

void
doc_list_end(struct doc *d)
{
	d->w->list_end(d);
}

void
doc_trim(struct doc *d)
{
	if (d->o->n > 1 && d->o->at[d->o->n - 1] == '\n' &&
	    d->o->at[d->o->n - 2] == '\n')
		d->o->n--;
}

void
doc_break(struct doc *d)
{
	d->w->blank(d);
}

void
doc_mark(struct doc *d, enum verdict v)
{
	if (d->w->mark[v] != NULL)
		recout_str(d->o, d->w->mark[v]);
}

void
doc_code(struct doc *d, const char *words)
{
	recout_str(d->o, d->w->code);
	recout_str(d->o, words);
	recout_str(d->o, d->w->code_end);
}

void
doc_strong(struct doc *d, const char *words)
{
	recout_str(d->o, d->w->strong);
	recout_str(d->o, words);
	recout_str(d->o, d->w->strong_end);
}

void
doc_key(struct doc *d, struct slice field, struct slice key)
{
	if (field.n > 0) {
		d->w->name(d->o, field);
		return;
	}
	recout_str(d->o, "(no ");
	d->w->voice.name(d->o, key);
	recout_char(d->o, ')');
}

void
doc_heading(struct doc *d, unsigned media, int level)
{
	d->media = media;
	d->level = level;
	d->before = d->o->n;
	if ((media & d->w->medium) != 0)
		d->w->heading(d);
	d->text = d->o->n;
}

void
doc_heading_end(struct doc *d)
{
	if ((d->media & d->w->medium) != 0)
		d->w->heading_end(d);
	else
		d->o->n = d->before;
}

void
doc_section_end(struct doc *d)
{
	d->w->section_end(d);
}

void
doc_bench_name(struct doc *d, struct slice name)
{
	if (name.n > 0)
		d->w->voice.name(d->o, name);
	else
		recout_str(d->o, "(no name)");
}

void
doc_bench(struct doc *d, size_t n, struct slice name)
{
	d->w->bench(d, n, name);
}

void
doc_fold(struct doc *d, unsigned media)
{
	d->folds = media;
	d->before = d->o->n;
	if ((media & d->w->medium) != 0)
		d->w->fold(d);
}

void
doc_fold_body(struct doc *d)
{
	if ((d->folds & d->w->medium) != 0)
		d->w->fold_body(d);
	else
		d->o->n = d->before;
}

void
doc_fold_end(struct doc *d)
{
	if ((d->folds & d->w->medium) != 0)
		d->w->fold_end(d);
}
