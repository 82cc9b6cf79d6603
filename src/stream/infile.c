/* SPDX-License-Identifier: MIT */
/* Input file of lines; errors name file and line. */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/foreign.h"
#include "infile.h"

void
infile_open(struct infile *f, const char *operand)
{
	int fd = STDIN_FILENO;

	f->name = operand;
	if (strcmp(operand, "-") == 0)
		f->name = "standard input";
	else
		fd = open(operand, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		fail("%s: %s", operand, strerror(errno));
	line_open(&f->line, fd);
}

bool
infile_no_line(const struct infile *f, enum line_status status)
{
	switch (status) {
	case LINE_OK:
	case LINE_END:
		break;
	case LINE_CUT:
		infile_fail(f, "the last line has no LF: the input was cut");
	case LINE_LONG:
		infile_fail(f, "the line exceeds 64 MiB");
	case LINE_NUL:
		infile_fail(f, "a NUL byte, which is not allowed in a stream");
	case LINE_CR:
		infile_fail(f,
		    "a carriage return: lines end with LF alone "
		    "(dos2unix)");
	case LINE_FAILED:
		fail("%s: %s", f->name, strerror(errno));
	}
	return false;
}

bool
infile_next(struct infile *f, struct slice *s)
{
	bool first = f->line.number == 0;
	enum line_status status = line_next(&f->line, s);
	struct slice start = { f->line.at, f->line.end };

	const char *what = first ? foreign(start) : NULL;

	if (what != NULL)
		infile_fail(f, "%s", what);
	/* JSON on one line has no LF: the caller reports it. */
	if (first && status != LINE_OK && slice_starts(start, SLICE("{"))) {
		const char *lf = memchr(start.at, '\n', start.n);

		*s = start;
		s->n = lf == NULL ? start.n : (size_t)(lf - start.at);
		return true;
	}
	return status == LINE_OK || infile_no_line(f, status);
}

void
infile_fail(const struct infile *f, const char *fmt, ...)
{
	char what[1800];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(what, sizeof(what), fmt, ap);
	va_end(ap);
	fail("%s:%llu: %s", f->name, (unsigned long long)f->line.number, what);
}

void
infile_close(struct infile *f)
{
	line_close(&f->line);
}
