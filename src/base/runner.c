/* SPDX-License-Identifier: MIT */
/* Detection of commands that a CI runner reads from printed text. */
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
