/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/chars.h"
#include "unit.h"

static void
becomes(const char *text, const char *want)
{
	struct buf b = { 0 };

	/* Behind other bytes, which don't count. */
	buf_str(&b, "##");
	chars_disarm(&b, slice_str(text));
	CHECK(b.n == 2 + strlen(want) && memcmp(b.at + 2, want, b.n - 2) == 0);
	buf_free(&b);
}

int
main(void)
{
	becomes("", "");
	becomes("a::b::c", "a::b::c");
	becomes("::error::x", "\\::error::x");
	becomes("x ::error::y", "x \\::error::y");
	becomes("\xe2\x80\x83::error::y", "\xe2\x80\x83\\::error::y");
	becomes(":::", "\\:::");
	becomes("[x]", "[x]");
	becomes("#[x]", "#[x]");
	becomes("##[x]", "##\\[x]");
	becomes("####[x]", "####\\[x]");
	becomes("##vso[a]##[b]", "##vso\\[a]##\\[b]");
	becomes("##team-city_1[a]", "##team-city_1\\[a]");
	becomes("## [x]", "## [x]");
	becomes("##a[[x]", "##a\\[[x]");
	return unit_failures > 0;
}
