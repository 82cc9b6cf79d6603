/* SPDX-License-Identifier: MIT */
/* What a comparison tells beside its figures, for a terminal. */
#include "base/chars.h"
#include "ovp-render/doc/escape.h"
#include "remarks.h"
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

void
text_causes(struct text *t, size_t bench)
{
	size_t before = t->o->n, line = before, at = 0;

	if (remarks_machine(t->o, t->s, bench))
		text_wrap(t, line);
	line = t->o->n;
	while (remarks_cause(t->o, t->s, bench, &at, &voice) != NULL) {
		text_wrap(t, line);
		line = t->o->n;
	}
	if (t->o->n > before)
		recout_char(t->o, '\n');
}
