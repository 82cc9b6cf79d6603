/* SPDX-License-Identifier: MIT */
/* An input file of lines, its troubles told with file and line. */
#ifndef OVP_INFILE_H
#define OVP_INFILE_H

#include <stdbool.h>
#include <stdnoreturn.h>

#include "line.h"

struct infile {
	const char	*name;		/* for messages: borrowed */
	struct line	 line;
};

/* Opens an operand (`-' is standard input). Fails where it can't be opened. */
void infile_open(struct infile *, const char *operand);

/*
 * The next line, valid until the next call. Returns false at the end. Fails on
 * a read error and on what no line may hold or be: a NUL, a CR, no LF at its
 * end, more than 64 MiB, and on a first line that begins like UTF-16, a byte
 * order mark or a compressed file. A first line that begins like JSON is given
 * whatever its end, for the caller to refuse.
 */
bool infile_next(struct infile *, struct slice *);

/* The same for a status of line_begin() that is not LINE_OK: returns false. */
bool infile_no_line(const struct infile *, enum line_status);

/* Fails with `NAME:LINE: ' and the message, for the line read last. */
noreturn void infile_fail(const struct infile *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

void infile_close(struct infile *);

#endif
