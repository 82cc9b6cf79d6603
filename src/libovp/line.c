/* SPDX-License-Identifier: MIT */
/* A descriptor's bytes, line by line. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "line.h"
#include "mem.h"

enum { LINE_BLOCK = 256 * 1024 };

void
line_open(struct line *l, int fd)
{
	*l = (struct line){ .fd = fd, .bad = SIZE_MAX };
	l->cap = LINE_BLOCK;
	l->at = mem_alloc(l->cap);
#ifdef F_SETPIPE_SZ
	(void)fcntl(fd, F_SETPIPE_SZ, 1024 * 1024);
#endif
}

void
line_close(struct line *l)
{
	close(l->fd);
	free(l->at);
	*l = (struct line){ .fd = -1 };
}

/* Searched a block at a time, so that a line need not be searched again. */
static void
find_bad(struct line *l, size_t from)
{
	const char *nul, *cr;

	if (l->bad != SIZE_MAX)
		return;
	nul = memchr(l->at + from, '\0', l->end - from);
	cr = memchr(l->at + from, '\r', l->end - from);
	if (nul != NULL && (cr == NULL || nul < cr))
		l->bad = (size_t)(nul - l->at);
	else if (cr != NULL)
		l->bad = (size_t)(cr - l->at);
}

/* Reads more behind what is unread. Returns false on a failure. */
static bool
fill(struct line *l)
{
	size_t from;
	ssize_t n;

	if (l->start > 0) {
		memmove(l->at, l->at + l->start, l->end - l->start);
		if (l->bad != SIZE_MAX)
			l->bad -= l->start;
		l->end -= l->start;
		l->start = 0;
	}
	if (l->end == l->cap) {
		l->at = mem_resize(l->at, l->cap, 2);
		l->cap *= 2;
	}
	do
		n = read(l->fd, l->at + l->end, l->cap - l->end);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		return false;
	l->eof = n == 0;
	from = l->end;
	l->end += (size_t)n;
	find_bad(l, from);
	return true;
}

static enum line_status
bad_line(struct line *l, size_t n)
{
	enum line_status status = l->at[l->bad] == '\r' ? LINE_CR : LINE_NUL;

	l->start += n;
	l->bad = SIZE_MAX;
	find_bad(l, l->start);
	return status;
}

enum line_status
line_next(struct line *l, struct slice *s)
{
	size_t searched = 0;
	const char *lf;

	for (;;) {
		const char *from = l->at + l->start;

		lf = memchr(from + searched, '\n', l->end - l->start - searched);
		if (lf != NULL)
			break;
		searched = l->end - l->start;
		if (l->eof) {
			l->number += searched > 0;
			return searched > 0 ? LINE_CUT : LINE_END;
		}
		if (searched > LINE_MAX_BYTES) {
			l->number++;
			return LINE_LONG;
		}
		if (!fill(l))
			return LINE_FAILED;
	}
	l->number++;
	s->at = l->at + l->start;
	s->n = (size_t)(lf - s->at);
	if (l->bad < l->start + s->n)
		return bad_line(l, s->n + 1);
	l->start += s->n + 1;
	return LINE_OK;
}
