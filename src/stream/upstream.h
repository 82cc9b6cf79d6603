/* SPDX-License-Identifier: MIT */
/* Failure of an earlier stage: the `!error' line. */
#ifndef OVP_UPSTREAM_H
#define OVP_UPSTREAM_H

#include <stdnoreturn.h>

#include "infile.h"

/* upstream_check() of a line that begins like one. */
noreturn void upstream_fail(const struct infile *, struct slice line);

/*
 * Fails on behalf of the stage that wrote an `!error' line. Prints nothing if
 * the line came through a pipe, because that stage has printed its message.
 */
static inline void
upstream_check(const struct infile *f, struct slice line)
{
	if (slice_starts(line, (struct slice){ "!error\t", 7 }))
		upstream_fail(f, line);
}

#endif
