/* SPDX-License-Identifier: MIT */
/* Mapping of a regular file, whose pages are released after use. */
#ifndef PARSE_MAPPING_H
#define PARSE_MAPPING_H

#include <sys/stat.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The file from an offset to its end, followed by at least a page of zeros. If
 * the file shrinks, pages that are gone read as zeros, and mapping_intact()
 * returns false. There is one mapping at a time.
 */
struct mapping {
	const char *text; /* NULL: nothing is mapped */
	uint64_t n;       /* bytes of the file */

	/* The rest is for mapping.c. */
	char *pages;
	size_t length, given;
	int fd; /* borrowed */
	struct stat before;
};

/* Maps the file; returns false if the system refuses or there is no byte. */
bool mapping_open(struct mapping *, int fd, int64_t begin);

/* Releases the pages before an offset. */
void mapping_release(struct mapping *, uint64_t before);

/* Says whether size and time of modification are as when it was mapped. */
bool mapping_intact(const struct mapping *);

void mapping_close(struct mapping *);

#endif
