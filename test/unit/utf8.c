/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/utf8.h"
#include "unit.h"

/* Where a text stops being UTF-8, and which byte is to blame; both from 0. */
static void
blames(const char *text, size_t stops, size_t blamed)
{
	struct utf8 u = { 0 };
	size_t i = 0;

	while (i < strlen(text) && utf8_step(&u, (unsigned char)text[i]))
		i++;
	CHECK(i == stops);
	CHECK(utf8_blame(text, text + i) == text + blamed);
	/* Nothing before the text is looked at. */
	CHECK(utf8_blame(text + i, text + i) == text + i);
}

int
main(void)
{
	blames("\xe9\"", 1, 0);
	blames("a\xe9\"", 2, 1);
	blames("\xc3\xa9\xa9", 2, 2);
	blames("\xe2\x82\"", 2, 0);
	blames("\xe2\x82\xe2", 2, 0);
	blames("\xf0\x9f\x98\"", 3, 0);
	blames("\xed\xa0\x80", 1, 0);
	blames("\xf4\x90\x80\x80", 1, 0);
	blames("\xe0\x80\x80", 1, 0);
	blames("\xc0\x80", 0, 0);
	blames("\xfe", 0, 0);
	blames("\x80\x80", 0, 0);
	blames("\xf0\x9f\x98\x80\x80", 4, 4);
	CHECK(utf8_valid((struct slice){ "\xf0\x9f\x98\x80", 4 }));
	CHECK(!utf8_valid((struct slice){ "\xf0\x9f\x98", 3 }));
	return unit_failures > 0;
}
