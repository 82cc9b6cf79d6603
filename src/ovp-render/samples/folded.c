/* SPDX-License-Identifier: MIT */
/* Stacks in the folded format of flame graph programs. */
#include <inttypes.h>
#include <math.h>

#include "base/chars.h"
#include "base/diag.h"
#include "base/tabs.h"
#include "ovp-render/format/format.h"
#include "stacks.h"

/* Replaces a semicolon in a name: looks the same, but ends no frame. */
#define SEMICOLON "\uff1b"
#define BLANK "\u00a0"

/*
 * Position of the last blank if only a number follows it: readers would take
 * that for the value, and the value for that of another run.
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

/* The unit of written values, fine enough for whole numbers. */
struct scale {
	int digits;   /* decimal places of the unit */
	double power; /* 10 to the digits */
};

/* Whether a value is a whole number of units, except for rounding errors. */
static bool
is_kept(double value, double power)
{
	double whole = rint(value * power);

	return fabs(whole - value * power) <= 1e-9 * value * power;
}

/*
 * Programs that read stacks take only whole numbers, so values are written in
 * thousandths, or in thousandths of these, and so on, as needed.
 */
static struct scale
find_scale(struct stacks *s)
{
	struct scale scale = { 0, 1 };

	for (size_t i = 0; i < s->n; i++)
		for (enum side side = SIDE_NOW; side <= SIDE_BASE; side++) {
			double v = stacks_value(s, s->row[i], side).real;

			while (scale.digits < 12 && !is_kept(v, scale.power)) {
				scale.digits += 3;
				scale.power *= 1000;
			}
		}
	if (scale.digits > 0)
		warn("values have fractions and are written in units of "
		     "1e-%d%s%s",
		    scale.digits,
		    s->way->times ||
			    slice_ends(s->way->metric[0], SLICE("_ms")) ?
			" ms" :
			"",
		    scale.digits == 12 ? ", rounded" : "");
	return scale;
}

static void
put_number(struct recout *o, struct number n, struct scale scale)
{
	/* No exponent, and no more digits than a double has. */
	if (n.is_whole && scale.digits == 0)
		recout_printf(o, " %" PRIu64, n.whole);
	else
		recout_printf(o, " %.0f", rint(n.real * scale.power));
}

static void
put_stack(struct recout *o, struct stacks *s, size_t row, struct scale scale)
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
	if (s->compares)
		put_number(o, stacks_value(s, row, SIDE_BASE), scale);
	put_number(o, stacks_value(s, row, SIDE_NOW), scale);
	recout_char(o, '\n');
	recout_mark(o);
}

void
render_folded(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct stacks s;
	struct scale scale;

	stacks_read(&s, in, opts);
	stacks_check(&s);
	scale = find_scale(&s);
	for (size_t i = 0; i < s.n; i++)
		if (stacks_value(&s, s.row[i], SIDE_NOW).real > 0 ||
		    stacks_value(&s, s.row[i], SIDE_BASE).real > 0)
			put_stack(o, &s, s.row[i], scale);
	stacks_free(&s);
}
