/* SPDX-License-Identifier: MIT */
/* Names as text in a picture, cut to the available width. */
#include "base/chars.h"
#include "svg_text.h"

/* Width of a letter relative to its size: above the mean of common fonts. */
#define LETTER 0.58

double
svg_text_width(struct slice field, double size)
{
	struct buf scratch = { 0 };
	double width = LETTER * size *
	    (double)chars_width(chars_shown(field, &scratch));

	buf_free(&scratch);
	return width;
}

static void
put(struct recout *o, struct slice text)
{
	for (size_t i = 0; i < text.n; i++) {
		if (strchr("&<>\"'", text.at[i]) != NULL)
			recout_printf(o, "&#%d;", text.at[i]);
		else
			recout_char(o, text.at[i]);
	}
}

/* The number of leading bytes whose letters fit the room. */
static size_t
fitting(struct slice text, double room)
{
	struct slice rest = text;
	double used = 0;

	while (rest.n > 0) {
		struct slice letter = rest;

		char_next(&rest);
		letter.n -= rest.n;
		used += (double)chars_width(letter);
		if (used > room)
			return text.n - rest.n - letter.n;
	}
	return text.n;
}

/* The number of leading bytes to leave out so that the rest fits. */
static size_t
too_wide(struct slice text, double room)
{
	double width = (double)chars_width(text);
	struct slice rest = text;

	while (width > room) {
		struct slice letter = rest;

		char_next(&rest);
		letter.n -= rest.n;
		width -= (double)chars_width(letter);
	}
	return text.n - rest.n;
}

bool
svg_text_put(struct recout *o, struct slice field, double size, double width)
{
	struct buf scratch = { 0 };
	struct slice text = chars_shown(field, &scratch);
	double room = width / (LETTER * size);
	bool fits = room >= (double)chars_width(text);

	if (fits) {
		put(o, text);
	} else if (room >= 3) {
		/* Names also differ at their ends, so the middle goes. */
		double half = (room - 1) / 2;
		size_t skip = too_wide(text, half);

		put(o, (struct slice){ text.at, fitting(text, half) });
		recout_str(o, "…");
		put(o, (struct slice){ text.at + skip, text.n - skip });
	}
	buf_free(&scratch);
	return fits || room >= 3;
}
