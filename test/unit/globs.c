/* SPDX-License-Identifier: MIT */
/* Checks of lists of patterns. */
#include "base/globs.h"
#include "unit.h"

int
main(void)
{
	struct globs g = { 0 };

	CHECK(globs_first(&g, SLICE("a")) == GLOBS_NONE);
	globs_add(&g, "x?");
	globs_add(&g, "ab");
	globs_add(&g, "a*");
	globs_add(&g, "ab");
	globs_add(&g, "ac");
	globs_add(&g, "\\*");
	CHECK(globs_first(&g, SLICE("ab")) == 1);
	CHECK(globs_first(&g, SLICE("ac")) == 2);
	CHECK(globs_first(&g, SLICE("xy")) == 0);
	CHECK(globs_first(&g, SLICE("*")) == 5);
	CHECK(globs_first(&g, SLICE("b")) == GLOBS_NONE);
	CHECK(globs_first(&g, (struct slice){ NULL, 0 }) == GLOBS_NONE);
	globs_free(&g);
	return unit_end();
}
