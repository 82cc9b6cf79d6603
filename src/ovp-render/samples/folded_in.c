/* SPDX-License-Identifier: MIT */
/* Reader of stacks in the folded format of flame graph programs. */
#include <math.h>

#include "base/diag.h"
#include "base/field.h"
#include "base/tabs.h"
#include "folded_in.h"
#include "number/numparse.h"
#include "stream/upstream.h"

void
folded_open(struct folded_in *f, const char *operand, size_t nvalues)
{
	*f = (struct folded_in){ .nvalues = nvalues };
	if (strcmp(operand, "-") == 0)
		diag_waits("folded stacks");
	infile_open(&f->in, operand);
}

/* Cuts a number and the blank before it from the end of a line. */
static bool
take_number(struct slice *line, struct number *n)
{
	struct slice text = { line->at + line->n, 0 };

	while (text.n < line->n && strchr("0123456789.", text.at[-1]) != NULL) {
		text.at--;
		text.n++;
	}
	if (text.n == line->n || text.at[-1] != ' ' || !numparse(text, n) ||
	    !isfinite(n->real))
		return false;
	line->n -= text.n + 1;
	return true;
}

/* The numbers of a line; each line has the same count. */
static void
take_values(struct folded_in *f, struct slice *line)
{
	struct number last, first = { 0 };
	size_t n = 0;

	if (take_number(line, &last))
		n = 1 + take_number(line, &first);
	if (n == 0)
		infile_fail(&f->in,
		    "expected FRAME;FRAME... and a number, "
		    "found '%.*s'",
		    SLICE_ARG(*line));
	if (f->nvalues == 0)
		f->nvalues = n;
	if (n != f->nvalues)
		infile_fail(&f->in,
		    "expected %zu number%s as in earlier "
		    "lines, found %zu",
		    f->nvalues, f->nvalues > 1 ? "s" : "", n);
	f->value[0] = n == 2 ? first : last;
	f->value[1] = last;
}

static void
take_frames(struct folded_in *f, struct slice stack)
{
	f->frames.n = 0;
	while (stack.n > 0) {
		const char *end = memchr(stack.at, ';', stack.n);
		size_t n = end != NULL ? (size_t)(end - stack.at) : stack.n;

		if (n > 0) {
			f->scratch.n = 0;
			field_escape(&f->scratch,
			    (struct slice){ stack.at, n });
			buf_char(&f->frames, 'a');
			tabs_add(&f->frames, buf_bytes(&f->scratch));
		}
		n += end != NULL;
		stack = (struct slice){ stack.at + n, stack.n - n };
	}
	if (f->frames.n == 0)
		infile_fail(&f->in, "a number without a frame");
}

bool
folded_next(struct folded_in *f)
{
	struct slice line;

	do
		if (!infile_next(&f->in, &line))
			return false;
	while (line.n == 0);
	upstream_check(&f->in, line);
	take_values(f, &line);
	take_frames(f, line);
	return true;
}

void
folded_close(struct folded_in *f)
{
	infile_close(&f->in);
	buf_free(&f->scratch);
	buf_free(&f->frames);
}
