/* SPDX-License-Identifier: MIT */
/* Lines broken between words, for a terminal. */
#include "base/chars.h"
#include "text_table.h"

void
text_wrap(struct report *t, size_t from)
{
	struct slice left = { t->o->at + from, t->o->n - from };
	struct buf line = { 0 };
	size_t used = 0;

	while (left.n > 0) {
		const char *end = memchr(left.at, ' ', left.n);
		struct slice word = { left.at, end == NULL ? left.n :
		    (size_t)(end - left.at) };
		size_t width = chars_width(word);

		if (line.n > 0 && t->doc.screen.width > 0 &&
		    used + 1 + width > t->doc.screen.width) {
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
