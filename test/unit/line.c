/* SPDX-License-Identifier: MIT */
/* Unit test of line: lines over blocks, bytes that no stream holds. */
#include <stdlib.h>
#include <unistd.h>

#include "stream/line.h"
#include "unit.h"

/* A descriptor whose reads give these bytes. */
static int
bytes_of(const char *bytes, size_t n)
{
	char name[] = "/tmp/ovp-line-XXXXXX";
	int fd = mkstemp(name);

	CHECK(fd >= 0 && unlink(name) == 0);
	CHECK(write(fd, bytes, n) == (ssize_t)n && lseek(fd, 0, 0) == 0);
	return fd;
}

static void
short_lines(void)
{
	static const char text[] = "one\n\nthree\ncut";
	struct line l;
	struct slice s;

	line_open(&l, bytes_of(text, sizeof(text) - 1));
	CHECK(line_next(&l, &s) == LINE_OK && slice_eq(s, SLICE("one")));
	CHECK(line_next(&l, &s) == LINE_OK && s.n == 0);
	CHECK(line_next(&l, &s) == LINE_OK && l.number == 3);
	CHECK(line_next(&l, &s) == LINE_CUT && l.number == 4);
	line_close(&l);
	line_open(&l, bytes_of("", 0));
	CHECK(line_next(&l, &s) == LINE_END && l.number == 0);
	line_close(&l);
}

/* Lines of every length near the block's, so that each border is met. */
static void
long_lines(void)
{
	enum { N = 2000 };
	size_t total = 0;
	char *text = malloc((size_t)N * N);
	struct line l;
	struct slice s;

	for (size_t i = 0; i < N; i++) {
		memset(text + total, 'a' + (int)(i % 26), i);
		total += i;
		text[total++] = '\n';
	}
	line_open(&l, bytes_of(text, total));
	for (size_t i = 0; i < N; i++) {
		CHECK(line_next(&l, &s) == LINE_OK && s.n == i);
		CHECK(i == 0 || s.at[i - 1] == 'a' + (int)(i % 26));
	}
	CHECK(line_next(&l, &s) == LINE_END);
	line_close(&l);
	free(text);
}

static void
bad_bytes(void)
{
	static const char text[] = "good\nb\0ad\ngood\nb\rad\ngood\n";
	struct line l;
	struct slice s;

	line_open(&l, bytes_of(text, sizeof(text) - 1));
	CHECK(line_next(&l, &s) == LINE_OK);
	CHECK(line_next(&l, &s) == LINE_NUL && l.number == 2);
	CHECK(line_next(&l, &s) == LINE_OK && l.number == 3);
	CHECK(line_next(&l, &s) == LINE_CR && l.number == 4);
	CHECK(line_next(&l, &s) == LINE_OK && slice_eq(s, SLICE("good")));
	CHECK(line_next(&l, &s) == LINE_END);
	line_close(&l);
	line_open(&l, bytes_of("a\r\nb\n", 5));
	CHECK(line_next(&l, &s) == LINE_CR && l.number == 1);
	line_close(&l);
}

static void
too_long(void)
{
	size_t n = LINE_MAX_BYTES + 1024 * 1024;
	char *text = calloc(n, 1);
	struct line l;
	struct slice s;

	memset(text, 'x', n);
	line_open(&l, bytes_of(text, n));
	CHECK(line_next(&l, &s) == LINE_LONG && l.number == 1);
	line_close(&l);
	free(text);
}

int
main(void)
{
	short_lines();
	long_lines();
	bad_bytes();
	too_long();
	return unit_end();
}
