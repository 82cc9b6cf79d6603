/* SPDX-License-Identifier: MIT */
/* Unit test of seps: each tab and LF once, wherever it stands. */
#include <stdlib.h>

#include "base/seps.h"
#include "unit.h"

enum { N = 4096, BEYOND = 64 };

/* Every distance from one to the next, over the borders of blocks. */
static void
distances(void)
{
	char *text = malloc(N + BEYOND);
	size_t last = 0;
	struct seps s;

	memset(text, 'x', N + BEYOND);
	for (size_t i = 0, gap = 1; i < N; i += gap++) {
		text[i] = gap % 3 == 0 ? '\n' : '\t';
		last = i;
	}
	seps_begin(&s, text);
	for (size_t i = 0, gap = 1; i < N; i += gap++)
		CHECK(seps_next(&s) == text + i);
	/* From the middle of a block, too. */
	seps_begin(&s, text + last - 7);
	CHECK(seps_next(&s) == text + last);
	free(text);
}

/* Nothing else but them. */
static void
runs(void)
{
	char text[200 + BEYOND];
	struct seps s;

	memset(text, '\t', sizeof(text));
	seps_begin(&s, text + 3);
	for (size_t i = 3; i < 200; i++)
		CHECK(seps_next(&s) == text + i);
}

int
main(void)
{
	distances();
	runs();
	return unit_end();
}
