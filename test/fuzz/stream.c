/* SPDX-License-Identifier: MIT */
/* Fuzzes the reading of lines, fields, headers: as a plain loop reads them. */
#include <sys/mman.h>

#include <unistd.h>

#include "stream/cols.h"
#include "fuzz.h"
#include "stream/line.h"

static enum line_status
expected(struct slice *rest, struct slice *line)
{
	const char *lf = rest->n == 0 ? NULL : memchr(rest->at, '\n', rest->n);
	size_t n = lf == NULL ? rest->n : (size_t)(lf - rest->at);

	*line = (struct slice){ rest->at, n };
	rest->at += n + (lf != NULL);
	rest->n -= n + (lf != NULL);
	for (size_t i = 0; i < n; i++)
		if (line->at[i] == '\0' || line->at[i] == '\r')
			return line->at[i] == '\r' ? LINE_CR : LINE_NUL;
	if (lf == NULL)
		return n == 0 ? LINE_END : LINE_CUT;
	return LINE_OK;
}

/* What the fields say, joined again, is the line. */
static void
check_split(struct slice line)
{
	struct slice field[8];
	size_t n = cols_split(line, field, 8), m = n < 8 ? n : 8;

	CHECK(n >= 1 && field[0].at == line.at);
	for (size_t i = 1; i < m; i++) {
		CHECK(field[i].at == field[i - 1].at + field[i - 1].n + 1);
		CHECK(field[i].at[-1] == '\t');
		CHECK(memchr(field[i].at, '\t', field[i].n) == NULL);
	}
	if (n <= 8)
		CHECK(field[n - 1].at + field[n - 1].n == line.at + line.n);
}

static void
check_header(struct slice line, unsigned kinds)
{
	struct cols c;
	const char *wrong = cols_read(&c, line, kinds);

	if (wrong != NULL) {
		CHECK(*wrong != '\0');
		return;
	}
	CHECK((STREAM_BIT(c.kind) & kinds) != 0);
	CHECK(c.key <= c.end && c.end <= c.n);
	for (size_t i = 0; i < c.n; i++)
		CHECK(cols_find(&c, c.name[i]) == (int)i);
	cols_free(&c);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct slice rest = { (const char *)data, n }, want, got;
	enum line_status status;
	struct line l;
	int fd = memfd_create("fuzz", 0);

	CHECK(n == 0 || write(fd, data, n) == (ssize_t)n);
	lseek(fd, 0, SEEK_SET);
	line_open(&l, fd);
	do {
		status = expected(&rest, &want);
		CHECK(line_next(&l, &got) == status);
		if (status == LINE_OK) {
			CHECK(slice_eq(want, got));
			check_split(got);
			for (unsigned kinds = 1; kinds < 16; kinds++)
				check_header(got, kinds);
		}
	} while (status != LINE_END && status != LINE_CUT);
	line_close(&l);
	return 0;
}
