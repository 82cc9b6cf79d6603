/* SPDX-License-Identifier: MIT */
/* Progress display of a long read on a terminal. */
#ifndef PARSE_PROGRESS_H
#define PARSE_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

/* A zeroed struct shows nothing. */
struct progress {
	const char *name; /* of what is read */
	int64_t size;     /* its bytes, or -1 */
	int64_t next;     /* when to show, in milliseconds */
	bool wanted, shown;
};

/*
 * Begins a read. It is shown after one second if standard error is a terminal
 * and standard output is not.
 */
void progress_begin(struct progress *, const char *name, int64_t size);

/* Reports the number of bytes read so far. */
void progress_step(struct progress *, uint64_t bytes);

/* Clears the line. */
void progress_end(struct progress *);

#endif
