/* SPDX-License-Identifier: MIT */
/* Proof times as bars, on an HTML page. */
#include <math.h>

#include "bars.h"
#include "ovp-render/sheet/times.h"

void
bars_key(struct report *r)
{
	if (r->s->ntimes == 0)
		return;
	recout_str(r->o, "<p class=\"key\">");
	if (r->s->compares)
		recout_str(r->o,
		    "<span class=\"now\">now</span> "
		    "<span class=\"base\">baseline</span> ");
	recout_str(r->o, "<span>bars: ");
	times_put_title(r->o, r->s->times[0], doc_voice(&r->doc)->name);
	recout_str(r->o, "</span></p>\n");
}

static double
length_now(const struct row *row)
{
	return row != NULL ? value_positive(row_now(row, STAT_AVG)) : 0;
}

static double
length_base(const struct row *row)
{
	return row != NULL ? value_positive(row_base(row, STAT_AVG)) : 0;
}

double
bars_longest(double longest, const struct row *row)
{
	return fmax(longest, fmax(length_now(row), length_base(row)));
}

static void
bars(struct report *r, const struct row *row, double longest)
{
	recout_printf(r->o,
	    "<svg class=\"bars\" aria-hidden=\"true\">"
	    "<rect class=\"now\" width=\"%.2f%%\" height=\"10\"/>",
	    100 * length_now(row) / longest);
	if (r->s->compares)
		recout_printf(r->o,
		    "<rect class=\"base\" y=\"11\" "
		    "width=\"%.2f%%\" height=\"5\"/>",
		    100 * length_base(row) / longest);
	recout_str(r->o, "</svg>");
}

void
bars_open(struct report *r)
{
	if (doc_medium(&r->doc) == DOC_HTML)
		recout_str(r->o, "<th scope=\"row\"><div class=\"line\">");
}

void
bars_close(struct report *r, const struct row *row, double longest)
{
	if (doc_medium(&r->doc) != DOC_HTML)
		return;
	if (longest > 0)
		bars(r, row, longest);
	recout_str(r->o, "</div></th>");
}
