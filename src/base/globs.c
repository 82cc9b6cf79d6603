/* SPDX-License-Identifier: MIT */
/* Lists of patterns of fnmatch(3), with plain names in a hash. */
#include <stdlib.h>

#include "glob.h"
#include "globs.h"
#include "mem.h"

bool
globs_is_pattern(struct slice text)
{
	for (size_t i = 0; i < text.n; i++)
		if (text.at[i] == '*' || text.at[i] == '?' ||
		    text.at[i] == '[' || text.at[i] == '\\')
			return true;
	return false;
}

void
globs_add(struct globs *g, const char *pattern)
{
	struct slice text = slice_str(pattern);
	size_t known = g->names.n;

	if (globs_is_pattern(text)) {
		g->pattern = mem_grow(g->pattern, &g->cap, g->npatterns,
		    sizeof(*g->pattern));
		g->pattern[g->npatterns++] = (struct globs_pattern){
			pattern,
			g->n,
		};
	} else if (map_put(&g->names, 0, text) == known) {
		g->named = mem_grow(g->named, &g->named_cap, known,
		    sizeof(*g->named));
		g->named[known] = g->n;
	}
	g->n++;
}

size_t
globs_first(const struct globs *g, struct slice name)
{
	size_t i = map_find(&g->names, 0, name);
	size_t first = i == MAP_NONE ? GLOBS_NONE : g->named[i];

	for (i = 0; i < g->npatterns && g->pattern[i].place < first; i++)
		if (glob_match(g->pattern[i].text, name))
			return g->pattern[i].place;
	return first;
}

void
globs_free(struct globs *g)
{
	map_free(&g->names);
	free(g->named);
	free(g->pattern);
}
