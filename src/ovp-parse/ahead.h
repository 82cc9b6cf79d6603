/* SPDX-License-Identifier: MIT */
/* Entries of a large file, read by several threads at once. */
#ifndef PARSE_AHEAD_H
#define PARSE_AHEAD_H

#include "samples.h"
#include "source.h"

/*
 * The text is cut into parts. Each thread guesses where the first entry of its
 * part begins, fills a buffer with the records of the part, and writes it in its
 * turn. A part counts only if it begins where the one before it has ended; so a
 * wrong guess costs time, not correctness, and everything that the fast lane
 * does not take is left to the caller.
 */
struct ahead;

/*
 * Returns the number of threads for the processors that the program may use: one
 * more, since one mostly waits to write, but at most nine; 1 for one processor.
 */
size_t ahead_threads(void);

/*
 * Returns the size of a part: up to 1 MiB, so that threads seldom wait for each
 * other, less if there are many of them, which bounds the memory.
 */
size_t ahead_part(size_t threads);

/*
 * Returns NULL if the file is not mapped or has few parts, or there is only one
 * thread. All must outlive it; the needs of the samples are not changed until
 * ahead_close() but by the caller.
 */
struct ahead *ahead_open(struct source *, struct samples *, size_t threads,
    size_t part);

/*
 * Takes entries of a kind from an offset on, where one has ended, and writes
 * their records. Returns the offset where the last of them ends; then the
 * window of the source begins there.
 */
uint64_t ahead_entries(struct ahead *, enum kind, uint64_t from);

/* Ends the threads; does nothing with NULL. */
void ahead_close(struct ahead *);

#endif
