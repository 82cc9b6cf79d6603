/* SPDX-License-Identifier: MIT */
/* Carried columns of a stream: commit, machine, date. */
#include <stdlib.h>

#include "base/mem.h"
#include "carried.h"

void
carried_find(struct carried *c, const struct recin *in)
{
	size_t n, key, end;
	const struct slice *name = recin_columns(in, &n);

	recin_keys(in, &key, &end);
	*c = (struct carried){ .at = mem_zalloc(n, sizeof(*c->at)) };
	for (size_t i = 0; i < n; i++)
		if ((i < key || i >= end) && stream_name_taken(name[i]) == NULL)
			c->at[c->n++] = i;
}

void
carried_free(struct carried *c)
{
	free(c->at);
}
