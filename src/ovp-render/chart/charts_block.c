/* SPDX-License-Identifier: MIT */
/* Common parts of Mermaid charts. */
#include <math.h>

#include "base/chars.h"
#include "charts_block.h"

/* Mermaid leaves out an axis' names if the widest takes half the chart. */
enum { NAME_MAX_WIDTH = 34 };

/* Mermaid measures a coded character by a longer text. */
enum { CODE_WIDTH = 7 };

void
charts_open(struct recout *o, int height, const char *colours, const char *kind)
{
	recout_printf(o,
	    "```mermaid\n---\nconfig:\n  xyChart:\n"
	    "    width: 760\n    height: %d\n    titleFontSize: 16\n"
	    "    xAxis:\n      labelFontSize: 12\n"
	    "    yAxis:\n      labelFontSize: 12\n"
	    "  themeVariables:\n    xyChart:\n"
	    "      plotColorPalette: \"%s\"\n---\n%s\n",
	    height, colours, kind);
}

void
charts_close(struct recout *o)
{
	recout_str(o, "```\n\n");
}

/* Whether a character has no meaning to Mermaid between quotes. */
static bool
is_plain(uint32_t c)
{
	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	    (c >= 'A' && c <= 'Z') ||
	    (c != 0 && c < 0x80 && strchr(" _-./()+*,=[]@", (int)c) != NULL);
}

bool
charts_name(struct recout *o, struct slice field)
{
	struct buf scratch = { 0 };
	struct slice rest = chars_shown(field, &scratch);
	size_t width = 0;

	while (rest.n > 0) {
		struct slice next = rest;
		uint32_t c = char_next(&next);
		struct slice bytes = { rest.at, rest.n - next.n };
		/* Mermaid trims blanks at the ends, so names would be equal. */
		bool end = next.n == 0 || width == 0;
		bool plain = is_plain(c) && !(c == ' ' && end);

		width += plain ? chars_width(bytes) : CODE_WIDTH;
		if (width > NAME_MAX_WIDTH) {
			recout_str(o, "…");
			break;
		}
		if (plain)
			recout_slice(o, bytes);
		else
			recout_printf(o, "#%u;", (unsigned)c);
		rest = next;
	}
	buf_free(&scratch);
	return rest.n == 0;
}

void
charts_number(struct recout *o, double value)
{
	/* %g writes no exponent for a value that is rounded like this. */
	recout_printf(o, "%.15g", round(value * 1000) / 1000);
}

void
charts_series(struct recout *o, const char *kind, const double *value, size_t n)
{
	recout_printf(o, "    %s [", kind);
	for (size_t i = 0; i < n; i++) {
		recout_str(o, i > 0 ? ", " : "");
		charts_number(o, value[i]);
	}
	recout_str(o, "]\n");
}
