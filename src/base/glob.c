/* SPDX-License-Identifier: MIT */
/* Matching of names against patterns of fnmatch(3). */
#include <fnmatch.h>

#include "buf.h"
#include "glob.h"

static bool
is_special(char c)
{
	return c == '*' || c == '?' || c == '[' || c == '\\';
}

static void
set_key(struct glob *g, struct slice pattern)
{
	unsigned char known[8] = { 0 };

	for (size_t i = 0; i < 4; i++) {
		known[i] = i < g->before ? 0xff : 0;
		known[7 - i] = i < g->after ? 0xff : 0;
	}
	memcpy(&g->mask, known, sizeof(g->mask));
	g->key = glob_key(pattern) & g->mask;
}

void
glob_make(struct glob *g, const char *pattern)
{
	size_t n = strlen(pattern), end = n;

	*g = (struct glob){ .text = pattern, .end = pattern + n };
	while (g->before < n && !is_special(pattern[g->before]))
		g->before++;
	g->plain = g->before == n;
	g->stars = strpbrk(pattern, "?[\\") == NULL;
	while (end > g->before && !is_special(pattern[end - 1]) &&
	    (g->stars || pattern[end - 1] != ']'))
		end--;
	/* After another special byte, these may be part of its expression. */
	if (end > g->before && pattern[end - 1] == '*') {
		g->after = n - end;
		g->end = pattern + end;
	}
	set_key(g, (struct slice){ pattern, n });
}

/* Whether a name has the bytes that a pattern begins and ends with. */
static bool
has_ends(const struct glob *g, struct slice name)
{
	if (name.n < g->before + g->after)
		return false;
	return (g->before == 0 || memcmp(name.at, g->text, g->before) == 0) &&
	    (g->after == 0 ||
		memcmp(name.at + name.n - g->after, g->end, g->after) == 0);
}

/* Like memmem(3), which prepares a table that names are too short for. */
static const char *
find_text(const char *at, const char *end, const char *p, size_t n)
{
	for (; (size_t)(end - at) >= n; at++) {
		at = memchr(at, *p, (size_t)(end - at) - n + 1);
		if (at == NULL || memcmp(at, p, n) == 0)
			return at;
	}
	return NULL;
}

/* Whether the texts between the stars come one after the other. */
static bool
has_middle(const struct glob *g, struct slice name)
{
	const char *p = g->text + g->before;
	const char *at = name.at + g->before;
	const char *end = name.at + name.n - g->after;

	while (++p < g->end) {
		size_t n = (size_t)((const char *)memchr(p, '*',
					(size_t)(g->end - p)) -
		    p);

		if (n > 0) {
			at = find_text(at, end, p, n);
			if (at == NULL)
				return false;
			at += n;
		}
		p += n;
	}
	return true;
}

static bool
fnmatch_name(const struct glob *g, struct slice name)
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
	yes = fnmatch(g->text, text, 0) == 0;
	buf_free(&big);
	return yes;
}

bool
glob_matches(const struct glob *g, struct slice name)
{
	if (name.n == 0)
		name.at = "";
	if (!has_ends(g, name))
		return false;
	if (g->plain)
		return name.n == g->before;
	return g->stars ? has_middle(g, name) : fnmatch_name(g, name);
}

bool
glob_match(const char *pattern, struct slice name)
{
	struct glob g;

	glob_make(&g, pattern);
	return glob_matches(&g, name);
}
