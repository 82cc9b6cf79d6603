/* SPDX-License-Identifier: MIT */
/* A regular file in memory, pages given back as they are passed. */
#ifndef PARSE_MAPPING_H
#define PARSE_MAPPING_H

#include <sys/stat.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The file from an offset to its end, and behind that a page of zeros or more.
 * A page that is gone when it is touched, because the file shrank, reads as
 * zeros: mapping_intact() tells. One mapping at a time.
 */
struct mapping {
	const char	*text;		/* NULL: nothing is mapped */
	uint64_t	 n;		/* bytes of the file */

	/* The rest is for mapping.c. */
	char		*pages;
	size_t		 length, given;
	int		 fd;		/* borrowed */
	struct stat	 before;
};

/* Maps the file; false where the system will not, or there is no byte. */
bool mapping_open(struct mapping *, int fd, int64_t begin);

/* Asks for bytes up to `to' at once; those before `from' are not needed more. */
void mapping_move(struct mapping *, uint64_t from, uint64_t to);

/* Whether the file is what it was when it was mapped: no other size or time. */
bool mapping_intact(const struct mapping *);

void mapping_close(struct mapping *);

#endif
