/* SPDX-License-Identifier: MIT */
/* The columns of a stream as CSV. */
#include "ovp-render/doc/escape.h"
#include "ovp-render/format/format.h"
#include "stream/numbers.h"

static void
record(struct recout *o, const struct slice *field, size_t n, bool raw)
{
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			recout_char(o, ',');
		escape_csv(o, field[i], raw);
	}
	recout_str(o, "\r\n");
}

void
render_csv(struct recin *in, struct recout *o, const struct opts *opts)
{
	const struct slice *field;
	struct numbers numbers;
	size_t n;

	field = recin_columns(in, &n);
	record(o, field, n, opts->raw);
	numbers_open(&numbers, in);
	while ((field = recin_next(in)) != NULL) {
		numbers_check(&numbers, in, field);
		record(o, field, n, opts->raw);
	}
	numbers_close(&numbers);
}
