/* SPDX-License-Identifier: MIT */
/* A file's bytes, in a window that slides over it. */
#ifndef PARSE_SOURCE_H
#define PARSE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdnoreturn.h>

#include "mapping.h"
#include "progress.h"

/* The most that the window holds at a time: the longest entry. */
#define SOURCE_LIMIT	((size_t)64 * 1024 * 1024)

enum { SOURCE_BEYOND = 64 };

/*
 * A regular file is mapped, and the window moves over its pages; any other is
 * read into a buffer. A file that changes while it is read is a failure.
 */
struct source {
	const char	*name;		/* for messages */
	const char	*at;		/* the window, n bytes; behind it can be
					 * read more of the file, if it is
					 * mapped, then SOURCE_BEYOND zeros */
	size_t		 n;
	uint64_t	 base;		/* offset of its first byte */
	bool		 ended;		/* no byte is behind the window */

	/* The rest is for source.c. */
	int		 fd;
	struct mapping	 mapping;
	char		*buffer;	/* owned: cap bytes, where none is */
	size_t		 cap;
	int64_t		 begin;		/* of the text in the file, or -1 */
	uint64_t	 lines, line;	/* LFs before base, behind the last */
	struct progress	 progress;
};

/* Opens a file, `-' being standard input, or fails. Reads nothing. */
void source_open(struct source *, const char *path);

/*
 * Reads more, so that the window begins at offset `keep' and goes farther than
 * it did. False at the end of the file. Fails when it would hold more than
 * SOURCE_LIMIT.
 */
bool source_more(struct source *, uint64_t keep);

/* Fails with `NAME:LINE:COLUMN: ' and the message; columns count bytes. */
noreturn void source_fail(struct source *, uint64_t offset, const char *fmt,
    ...) __attribute__((format(printf, 3, 4)));

/* Prints `NAME: ' and the message, and goes on. */
void source_warn(struct source *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

void source_close(struct source *);

#endif
