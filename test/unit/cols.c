/* SPDX-License-Identifier: MIT */
/* Unit test of cols: headers, lost headers, what is wrong with a header. */
#include "stream/cols.h"
#include "unit.h"

#define GROUPED_BIT STREAM_BIT(STREAM_GROUPED)

static const char *
read_line(struct cols *c, const char *line, unsigned kinds)
{
	return cols_read(c, slice_str(line), kinds);
}

static void
headers(void)
{
	struct cols c;

	CHECK(read_line(&c,
		  "bench\trun\tgroup\tair\tphase\tkind\tmetric\t"
		  "value\tlabels\textra",
		  GROUPED_BIT) == NULL);
	CHECK(c.kind == STREAM_GROUPED && c.n == 10 && !c.lost);
	CHECK(c.key == 2 && c.end == 4);
	CHECK(cols_find(&c, SLICE("extra")) == 9);
	CHECK(cols_find(&c, SLICE("nothing")) == -1);
	cols_free(&c);
	CHECK(read_line(&c, stream_of(STREAM_COMPARISON)->layout, ~0u) == NULL);
	CHECK(c.kind == STREAM_COMPARISON && c.key == 1 && c.end == 2);
	cols_free(&c);
}

static void
lost(void)
{
	struct cols c;

	CHECK(read_line(&c, "b\t1\tleaf\t\tgauge\tm\t5\tgroup=\"leaf\"",
		  GROUPED_BIT) == NULL);
	CHECK(c.lost && c.kind == STREAM_GROUPED && c.key == 2);
	cols_free(&c);
	CHECK(strstr(read_line(&c, "b\t1\tleaf", GROUPED_BIT), "keep line 1") !=
	    NULL);
}

static void
wrong(void)
{
	struct cols c;
	const char *samples = stream_of(STREAM_SAMPLES)->layout;

	CHECK(strstr(read_line(&c, samples, GROUPED_BIT),
		  "put ovp-group before this program") != NULL);
	CHECK(strstr(read_line(&c, samples,
			 STREAM_BIT(STREAM_STATISTICS) |
			     STREAM_BIT(STREAM_COMPARISON)),
		  "put ovp-group") != NULL);
	CHECK(strstr(read_line(&c, stream_of(STREAM_STATISTICS)->layout,
			 GROUPED_BIT),
		  "use the output of ovp-group") != NULL);
	CHECK(strstr(read_line(&c,
			 "bench\trun\tgroup\tphase\tkind\tmetric\t"
			 "labels",
			 GROUPED_BIT),
		  "column 'value' is missing") != NULL);
	CHECK(strstr(read_line(&c,
			 "bench\trun\tg\tg\tphase\tkind\tmetric\t"
			 "value\tlabels",
			 GROUPED_BIT),
		  "duplicate column") != NULL);
	CHECK(strstr(read_line(&c,
			 "bench\tphase\trun\tkind\tmetric\tvalue\t"
			 "labels",
			 GROUPED_BIT),
		  "must come before") != NULL);
}

static void
split(void)
{
	struct slice field[3];

	CHECK(cols_split(SLICE("a\t\tb"), field, 3) == 3);
	CHECK(field[1].n == 0 && slice_eq(field[2], SLICE("b")));
	CHECK(cols_split(SLICE("a\tb\tc\td"), field, 3) == 4);
	CHECK(cols_split(SLICE(""), field, 3) == 1 && field[0].n == 0);
}

int
main(void)
{
	headers();
	lost();
	wrong();
	split();
	return unit_end();
}
