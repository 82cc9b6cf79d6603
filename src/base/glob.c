/* SPDX-License-Identifier: MIT */
/* Matching of names against patterns of fnmatch(3). */
#include <fnmatch.h>

#include "buf.h"
#include "glob.h"

static bool
is_special(char c)
{
	return c == '*' || c == '?' || c == '[' || c == ']' || c == '\\';
}

void
glob_make(struct glob *g, const char *pattern)
{
	size_t n = strlen(pattern), end = n;

	*g = (struct glob){ .text = pattern };
	while (g->before < n && !is_special(pattern[g->before]))
		g->before++;
	g->plain = g->before == n;
	while (end > g->before && !is_special(pattern[end - 1]))
		end--;
	/* After another special byte, these may be part of its expression. */
	if (end > g->before && pattern[end - 1] == '*') {
		g->after = n - end;
		g->star = end - 1 == g->before;
	}
	g->end = pattern + end;
}

/* Whether a name has the bytes that a pattern begins and ends with. */
static bool
has_ends(const struct glob *g, struct slice name)
{
	if (name.n < g->before + g->after)
		return false;
	for (size_t i = g->after; i > 0; i--)
		if (g->end[i - 1] != name.at[name.n - g->after + i - 1])
			return false;
	return g->before == 0 || memcmp(name.at, g->text, g->before) == 0;
}

bool
glob_matches(const struct glob *g, struct slice name)
{
	char small[256];
	struct buf big = { 0 };
	const char *text = small;
	bool yes;

	if (!has_ends(g, name))
		return false;
	if (g->plain || g->star)
		return g->star || name.n == g->before;
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
	yes = fnmatch(g->text, text, 0) == 0;
	buf_free(&big);
	return yes;
}

bool
glob_match(const char *pattern, struct slice name)
{
	struct glob g;

	glob_make(&g, pattern);
	return glob_matches(&g, name);
}
