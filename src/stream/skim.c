/* SPDX-License-Identifier: MIT */
/* Recent records, by what is before their value. */
#include <stdlib.h>

#include "base/mem.h"
#include "skim.h"

void
skim_keep(struct skim *t, struct slice begin, size_t skip, size_t id)
{
	struct skim_entry *e;

	if (begin.n > SKIM_LONGEST || begin.n < SKIM_SHORTEST ||
	    begin.n < skip + SKIM_WORD)
		return;
	if (t->entry == NULL)
		t->entry = mem_zalloc(SKIM_PLACES, sizeof(*t->entry));
	t->skip = skip;
	e = skim_at(t, begin);
	memcpy(e->begin, begin.at, begin.n);
	e->n = begin.n;
	e->id = id;
	skim_take(t, e);
}

void
skim_free(struct skim *t)
{
	free(t->entry);
	*t = (struct skim){ 0 };
}
