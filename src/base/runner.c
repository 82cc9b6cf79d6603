/* SPDX-License-Identifier: MIT */
/* Commands to a CI runner, which reads them out of what is printed. */
#include "chars.h"
#include "runner.h"

enum { NOTHING, HASH, HASHES };

bool
runner_bracket(unsigned *state, char c)
{
	bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '-' || c == '_';

	if (*state == HASHES && c == '[') {
		*state = NOTHING;
		return true;
	}
	if (c == '#')
		*state = *state == NOTHING ? HASH : HASHES;
	else if (*state != HASHES || !letter)
		*state = NOTHING;
	return false;
}

/* What .NET trims off the beginning of a line. */
static bool
is_blank(uint32_t c)
{
	return c == ' ' || (c >= 0x09 && c <= 0x0d) || c == 0x85 ||
	    c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200b) ||
	    c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
	    c == 0x3000 || c == 0xfeff;
}

void
runner_disarm(struct buf *b, struct slice text)
{
	unsigned state = 0;
	bool begins = true;

	while (text.n > 0) {
		struct slice rest = text;
		uint32_t c = char_next(&rest);

		if ((begins && slice_starts(text, SLICE("::"))) ||
		    runner_bracket(&state, text.at[0]))
			buf_char(b, '\\');
		begins = is_blank(c);
		buf_add(b, text.at, text.n - rest.n);
		text = rest;
	}
}
