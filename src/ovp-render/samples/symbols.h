/* SPDX-License-Identifier: MIT */
/* The names of a guest program's functions, by offset. */
#ifndef RENDER_SYMBOLS_H
#define RENDER_SYMBOLS_H

#include "base/buf.h"
#include "base/slice.h"

/* A file of names, each with a NUL behind it. A zeroed struct has none. */
struct symbols {
	struct buf	bytes;
	size_t		asked, missed;
};

/* Reads the whole file; fails, naming it, when that can't be done. */
void symbols_read(struct symbols *, const char *path);

/*
 * The name that begins at the offset, a decimal number; false, and counted as
 * missed, where none does: then the file is another program's.
 */
bool symbols_find(struct symbols *, struct slice offset, struct slice *name);

/*
 * A name without what Rust puts behind it, `::h' and 16 hexadecimal digits,
 * which changes with each build.
 */
struct slice symbols_without_hash(struct slice name);

void symbols_free(struct symbols *);

#endif
