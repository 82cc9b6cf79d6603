/* SPDX-License-Identifier: MIT */
/* Sliding window over the bytes of a file. */
#ifndef PARSE_SOURCE_H
#define PARSE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdnoreturn.h>

#include "base/slice.h"
#include "mapping.h"
#include "progress.h"

/* Largest window, which limits the length of an entry. */
#define SOURCE_LIMIT ((size_t)64 * 1024 * 1024)

enum { SOURCE_BEYOND = 192 };

/*
 * A regular file is mapped, and the window moves over its pages; other input is
 * read into a buffer. A mapped file that changes meanwhile is an error.
 */
struct source {
	const char *name; /* for messages */
	/*
	 * the window, n bytes; after it come the rest of a mapped file, then
	 * SOURCE_BEYOND zeros
	 */
	const char *at;
	size_t n;
	uint64_t base; /* offset of its first byte */
	bool ended;    /* no byte comes after the window */

	/* The rest is for source.c. */
	int fd;
	struct mapping mapping;
	char *buffer; /* owned: cap bytes; NULL if mapped */
	size_t cap;
	int64_t begin; /* of the text in the file, or -1 */
	/* LFs before base; offset after the last of them */
	uint64_t lines, line;
	struct progress progress;
};

/* Opens a file, `-' being standard input, or fails. Reads nothing. */
void source_open(struct source *, const char *path);

/*
 * Moves the window's begin to offset `keep' and extends its end. Returns false
 * at the end of the file. Fails if it would exceed SOURCE_LIMIT.
 */
bool source_more(struct source *, uint64_t keep);

/*
 * Returns the bytes from an offset to the end of a mapped file; `at' is NULL if
 * it is not mapped. They stay readable, also if the file shrinks.
 */
struct slice source_rest(const struct source *, uint64_t from);

/* Moves the window of a mapped file to an offset after its end; it is empty. */
void source_jump(struct source *, uint64_t to);

/* Fails with `NAME:LINE:COLUMN: ' and the message; columns count bytes. */
noreturn void source_fail(struct source *, uint64_t offset, const char *fmt,
    ...) __attribute__((format(printf, 3, 4)));

/* Prints a warning, `NAME: ' and the message. */
void source_warn(struct source *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

void source_close(struct source *);

#endif
