/* SPDX-License-Identifier: MIT */
/* Progress display of a long read on a terminal. */
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "progress.h"

enum { FIRST_MS = 1000, STEP_MS = 200 };

static int64_t
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void
progress_begin(struct progress *p, const char *name, int64_t size)
{
	*p = (struct progress){ .name = name, .size = size };
	p->wanted = isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO);
	if (p->wanted)
		p->next = now() + FIRST_MS;
}

void
progress_step(struct progress *p, uint64_t bytes)
{
	double mb = (double)bytes / 1e6;
	int64_t t;

	if (!p->wanted || (t = now()) < p->next)
		return;
	p->next = t + STEP_MS;
	p->shown = true;
	/* The cursor goes back, so that the next message overwrites it. */
	if (p->size > 0)
		fprintf(stderr, "%s: %.0f MB, %.0f%%\033[K\r", p->name, mb,
		    1e8 * mb / (double)p->size);
	else
		fprintf(stderr, "%s: %.0f MB\033[K\r", p->name, mb);
}

void
progress_end(struct progress *p)
{
	if (p->shown)
		fprintf(stderr, "\033[K");
	p->shown = false;
}
