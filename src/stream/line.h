/* SPDX-License-Identifier: MIT */
/* Reader of lines from a descriptor. */
#ifndef OVP_LINE_H
#define OVP_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

enum line_status {
	LINE_OK,
	LINE_END,  /* no line is left */
	LINE_CUT,  /* the last line has no LF */
	LINE_LONG, /* no LF within LINE_MAX_BYTES */
	LINE_NUL,
	LINE_CR,     /* the line has such a byte */
	LINE_FAILED, /* read(2) failed, see errno */
};

/* The longest line, and a reader's other needs beside its block of 128 KiB. */
#define LINE_MAX_BYTES ((size_t)64 * 1024 * 1024)

/* This many bytes after a line are readable and writable. */
#define LINE_BEYOND 64

struct line {
	int fd;
	char *at; /* owned: bytes [start, end) are unread */
	size_t start, end, cap;
	size_t whole; /* end of the valid lines */
	size_t bad;   /* the first NUL or CR, or SIZE_MAX */
	bool slashes; /* the buffer may have a backslash */
	bool eof;
	uint64_t number; /* of the line begun last, from 1 */
};

/* Takes over fd. Enlarges it if it is a pipe and the system allows. */
void line_open(struct line *, int fd);

/* line_begin() if the buffer has no complete line. */
enum line_status line_more(struct line *);

/*
 * Begins the next line. With LINE_OK, the line and its LF are at line_at(),
 * valid until the next call, and line_end() must follow.
 */
static inline enum line_status
line_begin(struct line *l)
{
	if (l->start == l->whole) {
		enum line_status status = line_more(l);

		if (status != LINE_OK)
			return status;
	}
	l->number++;
	return LINE_OK;
}

static inline const char *
line_at(const struct line *l)
{
	return l->at + l->start;
}

/* Ends the line whose LF the caller has found. */
static inline void
line_end(struct line *l, const char *lf)
{
	l->start = (size_t)(lf + 1 - l->at);
}

/* Reads the next line without its LF, valid until the next call. */
enum line_status line_next(struct line *, struct slice *);

/* Closes the descriptor, frees the buffer. */
void line_close(struct line *);

#endif
