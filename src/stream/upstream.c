/* SPDX-License-Identifier: MIT */
/* Failure of an earlier stage: the `!error' line. */
#include <sys/stat.h>

#include <stdio.h>
#include <unistd.h>

#include "base/diag.h"
#include "cols.h"
#include "upstream.h"

/* Whether the input comes from a stage that runs at the same time. */
static bool
in_pipeline(const struct infile *f)
{
	struct stat st;

	return f->line.fd == STDIN_FILENO && fstat(STDIN_FILENO, &st) == 0 &&
	    S_ISFIFO(st.st_mode);
}

void
upstream_fail(const struct infile *f, struct slice line)
{
	struct slice field[3] = { { "", 0 }, { "", 0 }, { "", 0 } };
	char stage[64], message[4096];

	cols_split(line, field, 3);
	snprintf(stage, sizeof(stage), "%.*s", SLICE_ARG(field[1]));
	snprintf(message, sizeof(message), "%.*s", SLICE_ARG(field[2]));
	if (!in_pipeline(f))
		warn("%s:%llu: %s failed: %s", f->name,
		    (unsigned long long)f->line.number, stage, message);
	fail_as(stage, message);
}
