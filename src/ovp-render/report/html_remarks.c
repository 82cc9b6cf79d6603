/* SPDX-License-Identifier: MIT */
/* What a comparison tells beside its figures, in a page of HTML. */
#include "html.h"
#include "ovp-render/doc/escape.h"
#include "remarks.h"

static void
metric(struct recout *o, struct slice name)
{
	recout_str(o, "<code>");
	escape_xml(o, name);
	recout_str(o, "</code>");
}

static const struct voice voice = { escape_xml, metric };

/* Ends what begins at `from', or takes it back. */
static void
finish(struct recout *o, size_t from, bool written, const char *end)
{
	if (written)
		recout_str(o, end);
	else
		o->n = from;
}

void
html_remarks(struct html *h, size_t from, size_t end)
{
	size_t before = h->o->n;

	recout_str(h->o, "<p>");
	finish(h->o, before, remarks_sight(h->o, h->s, from, end), "</p>\n");
	for (int which = 0; which < NOTES; which++) {
		before = h->o->n;
		recout_str(h->o, "<p><strong>");
		finish(h->o, before, remarks_note(h->o, h->s,
		    h->s->row[from].bench, (enum note)which, &voice),
		    "</strong></p>\n");
	}
}

void
html_causes(struct html *h, size_t bench)
{
	size_t before, start = h->o->n, at = 0;
	bool more;

	recout_str(h->o, "<ul>\n");
	before = h->o->n;
	recout_str(h->o, "<li>");
	finish(h->o, before, remarks_machine(h->o, h->s, bench), "</li>\n");
	do {
		before = h->o->n;
		recout_str(h->o, "<li>");
		more = remarks_cause(h->o, h->s, bench, &at, &voice) != NULL;
		finish(h->o, before, more, "</li>\n");
	} while (more);
	finish(h->o, start, h->o->n > start + strlen("<ul>\n"), "</ul>\n");
}
