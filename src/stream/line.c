/* SPDX-License-Identifier: MIT */
/* Reader of lines from a descriptor. */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/system.h"
#include "line.h"

enum { LINE_BLOCK = 128 * 1024 };

void
line_open(struct line *l, int fd)
{
	*l = (struct line){ .fd = fd, .bad = SIZE_MAX };
	l->cap = LINE_BLOCK;
	l->at = mem_alloc(l->cap + LINE_BEYOND);
	system_pipe_room(fd, 1024 * 1024);
}

void
line_close(struct line *l)
{
	close(l->fd);
	free(l->at);
	*l = (struct line){ .fd = -1 };
}

/*
 * Scans the bytes from `from' on for the end of the whole lines and for
 * forbidden bytes, a block at a time, so that no line is searched by itself.
 */
static void
look(struct line *l, size_t from)
{
	const char *at = l->at + from;
	size_t n = l->end - from;
	const char *nul = memchr(at, '\0', n), *cr = memchr(at, '\r', n), *lf;

	l->slashes = l->slashes || memchr(at, '\\', n) != NULL;
	l->bad = SIZE_MAX;
	if (nul != NULL || cr != NULL) {
		if (nul == NULL || (cr != NULL && cr < nul))
			nul = cr;
		l->bad = (size_t)(nul - l->at);
		n = l->bad - from;
	}
	lf = system_last(at, '\n', n);
	if (lf != NULL)
		l->whole = (size_t)(lf + 1 - l->at);
}

/* Reads more after the unread bytes; returns false on failure. */
static bool
fill(struct line *l)
{
	size_t from;
	ssize_t n;

	if (l->start > 0)
		memmove(l->at, l->at + l->start, l->end - l->start);
	l->end -= l->start;
	l->start = l->whole = 0;
	l->slashes = l->slashes && l->end > 0;
	if (l->end == l->cap) {
		l->at = mem_resize(l->at, 2 * l->cap + LINE_BEYOND, 1);
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
	memset(l->at + l->end, 0, LINE_BEYOND);
	look(l, from);
	return true;
}

/* Skips the line with the bad byte, or the part of it that was read. */
static enum line_status
pass_bad(struct line *l)
{
	enum line_status status = l->at[l->bad] == '\r' ? LINE_CR : LINE_NUL;
	const char *lf = memchr(l->at + l->bad, '\n', l->end - l->bad);

	l->start = lf == NULL ? l->end : (size_t)(lf + 1 - l->at);
	l->whole = l->start;
	look(l, l->start);
	return status;
}

enum line_status
line_more(struct line *l)
{
	while (l->start == l->whole) {
		size_t n = l->end - l->start;

		if (l->bad != SIZE_MAX) {
			l->number++;
			return pass_bad(l);
		}
		if (l->eof) {
			l->number += n > 0;
			return n > 0 ? LINE_CUT : LINE_END;
		}
		if (!fill(l))
			return LINE_FAILED;
		if (l->end > LINE_MAX_BYTES &&
		    memchr(l->at, '\n', LINE_MAX_BYTES + 1) == NULL) {
			l->number++;
			return LINE_LONG;
		}
	}
	return LINE_OK;
}

enum line_status
line_next(struct line *l, struct slice *s)
{
	enum line_status status = line_begin(l);
	const char *lf;

	if (status != LINE_OK)
		return status;
	lf = memchr(line_at(l), '\n', l->whole - l->start);
	*s = (struct slice){ line_at(l), (size_t)(lf - line_at(l)) };
	line_end(l, lf);
	return LINE_OK;
}
