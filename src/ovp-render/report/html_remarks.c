/* SPDX-License-Identifier: MIT */
/* What a comparison tells beside its figures, in a page of HTML. */
#include <stdlib.h>

#include "head.h"
#include "html.h"
#include "ovp-render/doc/escape.h"

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

static void
put_causes(struct html *h, const struct head *head)
{
	size_t start = h->o->n, before;

	recout_str(h->o, "<ul>\n");
	for (size_t i = 0; ; i++) {
		before = h->o->n;
		recout_str(h->o, "<li>");
		if (!head_put_cause(h->o, head, i, &voice))
			break;
		recout_str(h->o, "</li>\n");
	}
	h->o->n = before;
	finish(h->o, start, before > start + strlen("<ul>\n"), "</ul>\n");
}

static const char *
class_of(const struct head *head)
{
	if (head->noise || !head->timed)
		return "same";
	return head->change == HEAD_SLOWER ? "worse" :
	    head->change == HEAD_FASTER ? "better" : "same";
}

void
html_head(struct html *h)
{
	size_t n;
	struct head *head = head_all(h->s, &h->changed_airs, &n);

	recout_str(h->o, n > 1 ? "<ul>\n" : "");
	for (size_t i = 0; i < n; i++) {
		const char *tag = n > 1 ? "li" : "p";

		recout_printf(h->o, "<%s class=\"answer %s\">", tag,
		    class_of(&head[i]));
		head_put(h->o, &head[i], &voice);
		recout_printf(h->o, "</%s>\n", tag);
	}
	if (n > 1) {
		recout_str(h->o, "</ul>\n<p>");
		head_put_overall(h->o, head, n);
		recout_str(h->o, "</p>\n");
	} else if (n == 1) {
		put_causes(h, head);
	}
	free(head);
}

void
html_causes(struct html *h, size_t from, size_t end)
{
	struct head head;

	head_of(&head, h->s, &h->changed_airs, from, end);
	put_causes(h, &head);
}
