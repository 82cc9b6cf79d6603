/* SPDX-License-Identifier: MIT */
/* Pairs of benchmarks of one stream. */
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/mem.h"
#include "versus.h"

void
versus_add(struct versus *v, const char *text)
{
	const char *equals = strchr(text, '=');
	struct versus_pair pair;

	if (equals == NULL || equals == text || equals[1] == '\0')
		fail("--bench: '%s' is not OLD=NEW", text);
	pair = (struct versus_pair){
		.old = { text, (size_t)(equals - text) },
		.new = slice_str(equals + 1),
	};
	if (slice_eq(pair.old, pair.new))
		fail("--bench: '%s' names the same benchmark twice", text);
	for (size_t i = 0; i < v->n; i++)
		if (slice_eq(v->pair[i].new, pair.new))
			fail("--bench: '%s': '%.*s' is already compared with "
			     "'%.*s'",
			    text, SLICE_ARG(pair.new),
			    SLICE_ARG(v->pair[i].old));
	v->pair = mem_grow(v->pair, &v->cap, v->n, sizeof(*v->pair));
	v->pair[v->n++] = pair;
}

void
versus_check(const struct versus *v)
{
	for (size_t i = 0; i < v->n; i++) {
		const struct versus_pair *p = &v->pair[i];

		for (size_t side = 0; side < 2; side++)
			if (!p->met[side])
				fail("--bench %.*s=%.*s: there is no benchmark "
				     "'%.*s'",
				    SLICE_ARG(p->old), SLICE_ARG(p->new),
				    SLICE_ARG(side == 0 ? p->old : p->new));
	}
}

void
versus_free(struct versus *v)
{
	free(v->pair);
}
