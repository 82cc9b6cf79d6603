/* SPDX-License-Identifier: MIT */
/* The runs of the records. */
#include <stdlib.h>

#include "base/mem.h"
#include "number/numparse.h"
#include "runs.h"

void
runs_change(struct runs *r, struct columns *cols, const struct recin *in,
    const struct slice *record, struct slice name)
{
	struct slice text = record[cols->at[RUN]];
	size_t known = r->names.n;
	uint64_t number;

	if (!numparse_u64(text, &number) || number == 0)
		recin_fail(in, cols->at[RUN],
		    "'%.*s' is not a whole number "
		    "from 1",
		    SLICE_ARG(text));
	r->name.n = 0;
	buf_slice(&r->name, name);
	buf_room(&r->name, PROMOTE_BEYOND);
	r->run = map_put(&r->names, 0, name);
	if (r->names.n == known || cols->npassed == 0)
		return;
	r->origin = mem_grow(r->origin, &r->cap, r->run, sizeof(*r->origin));
	r->origin[r->run] = arena_copy(&r->arena, columns_passed(cols, record));
}

void
runs_free(struct runs *r)
{
	map_free(&r->names);
	buf_free(&r->name);
	free(r->origin);
	arena_free(&r->arena);
}
