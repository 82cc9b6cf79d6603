/* SPDX-License-Identifier: MIT */
/* The names of a guest program's functions, by offset. */
#ifndef RENDER_SYMBOLS_H
#define RENDER_SYMBOLS_H

#include "base/buf.h"
#include "base/slice.h"

/* A file of names, each followed by a NUL. Zeroed, it has none. */
struct symbols {
	struct buf bytes;
	size_t asked, missed;
};

/* Reads the whole file; fails, naming it, if it can't. */
void symbols_read(struct symbols *, const char *path);

/*
 * Finds the name that begins at the offset, a decimal number. If there is none,
 * as in the file of another program, returns false and counts a miss.
 */
bool symbols_find(struct symbols *, struct slice offset, struct slice *name);

/*
 * Returns a name without the hash that Rust appends: `::h' and 16 hex digits,
 * which change with each build.
 */
struct slice symbols_without_hash(struct slice name);

void symbols_free(struct symbols *);

#endif
