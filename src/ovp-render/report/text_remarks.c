/* SPDX-License-Identifier: MIT */
/* What a comparison tells beside its figures, for a terminal. */
#include <stdlib.h>

#include "base/chars.h"
#include "ovp-render/doc/escape.h"
#include "head.h"
#include "text_table.h"

static const struct voice voice = { escape_text, escape_text };

void
text_wrap(struct text *t, size_t from)
{
	struct slice left = { t->o->at + from, t->o->n - from };
	struct buf line = { 0 };
	size_t used = 0;

	while (left.n > 0) {
		const char *end = memchr(left.at, ' ', left.n);
		struct slice word = { left.at, end == NULL ? left.n :
		    (size_t)(end - left.at) };
		size_t width = chars_width(word);

		if (line.n > 0 && t->screen.width > 0 &&
		    used + 1 + width > t->screen.width) {
			buf_char(&line, '\n');
			used = 0;
		} else if (line.n > 0) {
			buf_char(&line, ' ');
			used++;
		}
		buf_slice(&line, word);
		used += width;
		left.at += word.n + (end != NULL);
		left.n -= word.n + (end != NULL);
	}
	t->o->n = from;
	recout_slice(t->o, buf_bytes(&line));
	recout_char(t->o, '\n');
	buf_free(&line);
}

void
text_remarks(struct text *t, size_t from, size_t end)
{
	size_t before = t->o->n, line = before;

	if (remarks_sight(t->o, t->s, from, end))
		text_wrap(t, line);
	for (int which = 0; which < NOTES; which++) {
		line = t->o->n;
		if (remarks_note(t->o, t->s, t->s->row[from].bench,
		    (enum note)which, &voice))
			text_wrap(t, line);
	}
	if (t->o->n > before)
		recout_char(t->o, '\n');
}

/* Lines of what did it, none for a single cause. */
static void
put_causes(struct text *t, const struct head *h)
{
	size_t line = t->o->n;

	for (size_t i = 0; head_put_cause(t->o, h, i, &voice); i++) {
		text_wrap(t, line);
		line = t->o->n;
	}
}

static void
put_sentence(struct text *t, const struct head *h)
{
	size_t line = t->o->n;

	head_put(t->o, h, &voice);
	text_wrap(t, line);
}

void
text_head(struct text *t)
{
	size_t n, line;
	struct head *h = head_all(t->s, &t->airs, &n);

	for (size_t i = 0; i < n; i++)
		put_sentence(t, &h[i]);
	if (n == 1)
		put_causes(t, h);
	line = t->o->n;
	if (n > 1) {
		head_put_overall(t->o, h, n);
		text_wrap(t, line);
	}
	if (n > 0)
		recout_char(t->o, '\n');
	free(h);
}

void
text_causes(struct text *t, size_t from, size_t end)
{
	size_t before = t->o->n;
	struct head h;

	head_of(&h, t->s, &t->airs, from, end);
	put_causes(t, &h);
	if (t->o->n > before)
		recout_char(t->o, '\n');
}
