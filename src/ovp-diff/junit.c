/* SPDX-License-Identifier: MIT */
/* Gates as a test report in the format of JUnit. */
#include <errno.h>
#include <stdio.h>

#include "base/chars.h"
#include "base/diag.h"
#include "junit.h"

static noreturn void
fail_file(const char *path)
{
	fail("--junit: %s: %s", path, strerror(errno));
}

void
junit_open(struct junit *j, const char *path)
{
	FILE *f;

	if (strcmp(path, "-") == 0)
		fail("--junit: name a file, since standard output is the "
		     "comparison");
	f = fopen(path, "we");
	if (f == NULL || fclose(f) != 0)
		fail_file(path);
	j->path = path;
}

/* Text of an element or an attribute; what no XML holds is shown in words. */
static void
put_text(struct buf *b, struct slice text)
{
	struct buf scratch = { 0 };
	struct slice left = chars_shown(text, &scratch);

	while (left.n > 0) {
		uint32_t c = char_next(&left);

		switch (c) {
		case '&':
			buf_str(b, "&amp;");
			break;
		case '<':
			buf_str(b, "&lt;");
			break;
		case '>':
			buf_str(b, "&gt;");
			break;
		case '"':
			buf_str(b, "&quot;");
			break;
		default:
			char_add(b, c);
		}
	}
	buf_free(&scratch);
}

static void
put_failure(struct buf *b, struct slice lines)
{
	const char *end = memchr(lines.at, '\n', lines.n);

	buf_str(b, "      <failure message=\"");
	put_text(b, (struct slice){ lines.at, (size_t)(end - lines.at) });
	buf_str(b, "\">");
	while (lines.n > 0) {
		size_t n;

		end = memchr(lines.at, '\n', lines.n);
		n = (size_t)(end - lines.at);
		put_text(b, (struct slice){ lines.at, n });
		buf_char(b, '\n');
		lines.at += n + 1;
		lines.n -= n + 1;
	}
	buf_str(b, "</failure>\n");
}

void
junit_case(struct junit *j, const char *rule, struct slice broken_by)
{
	struct buf *b = &j->cases;

	if (j->path == NULL)
		return;
	j->tests++;
	j->failures += broken_by.n > 0;
	buf_str(b, "    <testcase classname=\"gates\" name=\"");
	put_text(b, slice_str(rule));
	buf_str(b, broken_by.n > 0 ? "\">\n" : "\"/>\n");
	if (broken_by.n == 0)
		return;
	put_failure(b, broken_by);
	buf_str(b, "    </testcase>\n");
}

void
junit_close(struct junit *j)
{
	struct slice cases = buf_bytes(&j->cases);
	FILE *f;

	if (j->path == NULL)
		return;
	f = fopen(j->path, "we");
	if (f == NULL)
		fail_file(j->path);
	fprintf(f,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<testsuites name=\"ovp-diff\" tests=\"%zu\" failures=\"%zu\" "
	    "errors=\"0\">\n"
	    "  <testsuite name=\"gates\" tests=\"%zu\" failures=\"%zu\" "
	    "errors=\"0\" skipped=\"0\">\n",
	    j->tests, j->failures, j->tests, j->failures);
	if (cases.n > 0)
		fwrite(cases.at, 1, cases.n, f);
	fputs("  </testsuite>\n</testsuites>\n", f);
	if (ferror(f) | fclose(f))
		fail_file(j->path);
	buf_free(&j->cases);
}
