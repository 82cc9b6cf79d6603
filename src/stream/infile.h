/* SPDX-License-Identifier: MIT */
/* Input file of lines; errors name file and line. */
#ifndef OVP_INFILE_H
#define OVP_INFILE_H

#include <stdbool.h>
#include <stdnoreturn.h>

#include "line.h"

struct infile {
	const char *name; /* for messages: borrowed */
	struct line line;
};

/* Opens an operand (`-' is standard input), or fails. */
void infile_open(struct infile *, const char *operand);

/*
 * Reads the next line, valid until the next call. Returns false at the end.
 * Fails on a read error, a NUL, a CR, a missing LF, more than 64 MiB, and a
 * first line that begins like UTF-16, a byte order mark or a compressed file. A
 * first line that begins like JSON is given whatever its end, for the caller to
 * refuse.
 */
bool infile_next(struct infile *, struct slice *);

/* Handles a status of line_begin() other than LINE_OK; returns false. */
bool infile_no_line(const struct infile *, enum line_status);

/* Fails with `NAME:LINE: ' and the message, for the last line read. */
noreturn void infile_fail(const struct infile *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

void infile_close(struct infile *);

#endif
