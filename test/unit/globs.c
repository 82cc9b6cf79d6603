/* SPDX-License-Identifier: MIT */
/* Checks of lists of patterns. */
#include <fnmatch.h>

#include "base/glob.h"
#include "base/globs.h"
#include "unit.h"

/* Short texts of few bytes, special ones included, match as fnmatch says. */
static void
check_glob(void)
{
	static const char bytes[] = "ab*?[]\\-!";
	char pattern[8], name[8];
	unsigned seed = 1;

	for (int i = 0; i < 100000; i++) {
		size_t sizes[2];

		for (int k = 0; k < 2; k++) {
			char *text = k == 0 ? pattern : name;

			seed = seed * 1103515245 + 12345;
			sizes[k] = seed >> 16 & 7;
			for (size_t j = 0; j < sizes[k]; j++) {
				seed = seed * 1103515245 + 12345;
				/* Of half of them, only letters and stars. */
				text[j] = bytes[(seed >> 16) %
				    (i % 2 == 0 ? 3 - (unsigned)k : 9)];
			}
			text[sizes[k]] = '\0';
		}
		CHECK(glob_match(pattern, (struct slice){ name, sizes[1] }) ==
		    (fnmatch(pattern, name, 0) == 0));
	}
}

int
main(void)
{
	struct globs g = { 0 };

	check_glob();

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
