/* SPDX-License-Identifier: MIT */
/* Stacks in the folded format of flame graph programs. */
#include "base/chars.h"
#include "number/numfmt.h"
#include "ovp-render/format/format.h"
#include "stacks.h"
#include "tabs.h"

/* Stands for the semicolon that ends a frame: looks alike, and ends nothing. */
#define SEMICOLON	"\uff1b"
#define BLANK		"\u00a0"

/*
 * Where the last blank of a text is when only a number stands behind it: it
 * would be read as the value, and the value as that of another run.
 */
static size_t
blank_of_number(struct slice text)
{
	size_t i = text.n;

	while (i > 0 && strchr("0123456789.", text.at[i - 1]) != NULL)
		i--;
	return i > 0 && i < text.n && text.at[i - 1] == ' ' ? i - 1 : text.n;
}

static void
put_frame(struct recout *o, struct slice name)
{
	struct buf scratch = { 0 };
	struct slice text = chars_shown(name, &scratch);
	size_t blank = blank_of_number(text);

	for (size_t i = 0; i < text.n; i++) {
		if (text.at[i] == ';')
			recout_str(o, SEMICOLON);
		else if (i == blank)
			recout_str(o, BLANK);
		else
			recout_char(o, text.at[i]);
	}
	buf_free(&scratch);
}

static void
put_value(struct recout *o, struct number n)
{
	recout_char(o, ' ');
	o->n += numfmt(recout_room(o, NUMFMT_MAX), n);
}

static void
put_stack(struct recout *o, struct stacks *s, size_t row)
{
	struct slice frames = stacks_frames(s, row);

	if (s->benches.n > 1) {
		put_frame(o, s->benches.key[stacks_bench(s, row)].bytes);
		recout_char(o, ';');
	}
	while (frames.n > 0) {
		struct slice frame = tabs_take(&frames);

		put_frame(o, (struct slice){ frame.at + 1, frame.n - 1 });
		if (frames.n > 0)
			recout_char(o, ';');
	}
	if (s->opts->base != NULL)
		put_value(o, stacks_value(s, row, SIDE_BASE));
	put_value(o, stacks_value(s, row, SIDE_NOW));
	recout_char(o, '\n');
	recout_mark(o);
}

void
render_folded(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct stacks s;

	stacks_read(&s, in, opts);
	stacks_warn_empty(&s);
	for (size_t i = 0; i < s.n; i++)
		put_stack(o, &s, s.row[i]);
	stacks_free(&s);
}
