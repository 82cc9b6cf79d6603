/* SPDX-License-Identifier: MIT */
/* Matching of names against patterns of fnmatch(3). */
#include <fnmatch.h>

#include "buf.h"
#include "glob.h"

/* What the plain bytes at both ends of a pattern say. */
enum ends { ENDS_DIFFER, ENDS_MATCH, ENDS_OPEN };

static bool
is_special(char c)
{
	return c == '*' || c == '?' || c == '[' || c == ']' || c == '\\';
}

/* Most names are refused here; a pattern with one `*' is decided. */
static enum ends
compare_ends(const char *pattern, struct slice name)
{
	const char *first = pattern, *last, *end;
	size_t before = 0, after;

	while (before < name.n && !is_special(*first) && *first != '\0' &&
	    *first == name.at[before]) {
		first++;
		before++;
	}
	if (!is_special(*first))
		return *first == '\0' && before == name.n ? ENDS_MATCH :
							    ENDS_DIFFER;
	for (last = end = first; *end != '\0'; end++)
		if (is_special(*end))
			last = end;
	after = (size_t)(end - last) - 1;
	if (*last != '*')
		return ENDS_OPEN;
	if (before + after > name.n)
		return ENDS_DIFFER;
	for (size_t i = 1; i <= after; i++)
		if (end[-i] != name.at[name.n - i])
			return ENDS_DIFFER;
	return last == first ? ENDS_MATCH : ENDS_OPEN;
}

bool
glob_match(const char *pattern, struct slice name)
{
	char small[256];
	struct buf big = { 0 };
	enum ends ends = compare_ends(pattern, name);
	const char *text = small;
	bool yes;

	if (ends != ENDS_OPEN)
		return ends == ENDS_MATCH;

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
