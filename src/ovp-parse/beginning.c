/* SPDX-License-Identifier: MIT */
/* Detection of other formats by their first bytes. */
#include "base/diag.h"
#include "base/foreign.h"
#include "beginning.h"

static struct slice
start_of(struct source *s)
{
	const char *what;
	struct slice start;

	if (!source_more(s, 0))
		fail("%s: empty: the program that writes it truncated it, and "
		     "died before its end: run it again",
		    s->name);
	start = (struct slice){ s->at, s->n };
	what = foreign(start);
	if (what != NULL)
		source_fail(s, 0, "%s", what);
	if (slice_starts(start, SLICE("bench\t")))
		source_fail(s, 0,
		    "a stream that a program of ovp wrote, not a "
		    "metrics file: give it to the next program");
	return start;
}

void
beginning_json(struct source *s)
{
	if (slice_starts(start_of(s), SLICE("# ")))
		source_fail(s, 0,
		    "a comment, which JSON does not have: for "
		    "the text format of Prometheus use --format prometheus");
}

void
beginning_prometheus(struct source *s)
{
	struct slice start = start_of(s);

	if (slice_starts(start, SLICE("{\"counter")) ||
	    slice_starts(start, SLICE("{\"gauge")) ||
	    slice_starts(start, SLICE("{\n")))
		source_fail(s, 0,
		    "JSON, not the text format of Prometheus: "
		    "omit --format prometheus");
}
