/* SPDX-License-Identifier: MIT */
/* The names of a guest program's functions, by offset. */
#ifndef RENDER_SYMBOLS_H
#define RENDER_SYMBOLS_H

#include "base/buf.h"
#include "base/slice.h"

/* A file of names, each followed by a NUL. A zeroed struct has none. */
struct symbols {
	struct buf	bytes;
	size_t		asked, missed;
};

/* Reads the whole file, or fails, naming it. */
void symbols_read(struct symbols *, const char *path);

/*
 * Finds the name that begins at the offset, a decimal number. Returns false and
 * counts a miss if none does, as in the file of another program.
 */
bool symbols_find(struct symbols *, struct slice offset, struct slice *name);

/*
 * Returns a name without the hash that Rust appends, `::h' and 16 hexadecimal
 * digits, which changes with each build.
 */
struct slice symbols_without_hash(struct slice name);

void symbols_free(struct symbols *);

#endif
