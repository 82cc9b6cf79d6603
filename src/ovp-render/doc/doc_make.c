/* SPDX-License-Identifier: MIT */
/* Starts a report in its medium. */
#include "doc.h"
#include "doc_writer.h"

struct doc
doc_make(struct recout *o, const struct opts *opts)
{
	struct doc d = { .w = opts->format->writer, .o = o };

	if (d.w->medium == DOC_TEXT)
		d.screen = screen_of_stdout((enum colour_when)opts->colour);
	if (d.w->medium == DOC_CSV && opts->raw)
		d.w = &doc_csv_raw;
	d.cut.max = opts->max_bytes;
	return d;
}
