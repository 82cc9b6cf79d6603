/* SPDX-License-Identifier: MIT */
/* Output for records like recent ones. */
#include <stdlib.h>

#include "base/mem.h"
#include "memo.h"

static struct slice
copy(char *to, struct slice s)
{
	if (s.n > 0)
		memcpy(to, s.at, s.n);
	return (struct slice){ to, s.n };
}

void
memo_put(struct memo *m, size_t like, struct slice labels, struct slice before,
    bool labelled)
{
	size_t hash = memo_hash(like, labels), place = hash % MEMO_PLACES;
	struct memo_entry *e = m->slot[place];

	if (labels.n + before.n > MEMO_LONGEST)
		return;
	if (m->asked[place] != hash) {
		m->asked[place] = hash;
		return;
	}
	if (m->entry == NULL)
		m->entry = mem_alloc(MEMO_PLACES * sizeof(*m->entry));
	if (e == NULL)
		m->slot[place] = e = &m->entry[m->used++];
	e->like = like;
	e->labels = copy(e->text, labels);
	e->before = copy(e->text + labels.n, before);
	e->labelled = labelled;
}

void
memo_free(struct memo *m)
{
	free(m->entry);
}
