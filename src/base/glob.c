/* SPDX-License-Identifier: MIT */
/* Matching of names against patterns of fnmatch(3). */
#include <fnmatch.h>

#include "buf.h"
#include "glob.h"

bool
glob_match(const char *pattern, struct slice name)
{
	char small[256];
	struct buf big = { 0 };
	const char *text = small;
	bool yes;

	/* fnmatch wants a terminated string; names are short as a rule. */
	if (name.n < sizeof(small)) {
		if (name.n > 0)
			memcpy(small, name.at, name.n);
		small[name.n] = '\0';
	} else {
		buf_slice(&big, name);
		buf_char(&big, '\0');
		text = big.at;
	}
	yes = fnmatch(pattern, text, 0) == 0;
	buf_free(&big);
	return yes;
}
