/* SPDX-License-Identifier: MIT */
/* Recent records, by what is before their value. */
#include <stdlib.h>

#include "base/mem.h"
#include "alike.h"

void
alike_keep(struct alike *t, struct slice begin, size_t skip, size_t id)
{
	struct alike_entry **slot, *e;

	if (begin.n > ALIKE_LONGEST || begin.n < ALIKE_SHORTEST ||
	    begin.n < skip + ALIKE_WORD)
		return;
	if (t->entry == NULL)
		t->entry = mem_alloc(ALIKE_PLACES * sizeof(*t->entry));
	t->skip = skip;
	slot = &t->slot[alike_slot(t, begin)];
	/* In the order of need: a short stream touches few pages. */
	if (*slot == NULL) {
		*slot = &t->entry[t->used++];
		(*slot)->follow = NULL;
	}
	e = *slot;
	memcpy(e->begin, begin.at, begin.n);
	e->n = begin.n;
	e->id = id;
	alike_take(t, e);
}

void
alike_free(struct alike *t)
{
	free(t->entry);
	*t = (struct alike){ 0 };
}
