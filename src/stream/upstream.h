/* SPDX-License-Identifier: MIT */
/* What an earlier stage says of its failure: an `!error' line. */
#ifndef OVP_UPSTREAM_H
#define OVP_UPSTREAM_H

#include <stdnoreturn.h>

#include "infile.h"

/* upstream_check() of a line that begins as such a line does. */
noreturn void upstream_fail(const struct infile *, struct slice line);

/*
 * Fails on behalf of the stage that wrote the line, if it is an `!error' line;
 * in silence where that stage runs beside this one, and so told its user.
 */
static inline void
upstream_check(const struct infile *f, struct slice line)
{
	if (slice_starts(line, (struct slice){ "!error\t", 7 }))
		upstream_fail(f, line);
}

#endif
