/* SPDX-License-Identifier: MIT */
/* Unit: the proof of a group that a value belongs to. */
#include "stages.h"
#include "stream/labels.h"
#include "unit.h"

struct unit
unit_of(struct slice labels)
{
	static const char none[] = "";
	struct unit u = { { none, 0 }, { none, 0 }, { none, 0 } };
	struct label l;

	while (labels_next(&labels, &l) == 1) {
		struct slice *value = slice_eq(l.key, SLICE("hgt")) ? &u.level :
		    slice_eq(l.key, SLICE("idx"))                   ? &u.idx :
		    slice_eq(l.key, SLICE("segment")) ? &u.segment :
							NULL;

		if (value != NULL && value->at == none)
			*value = l.value;
	}
	return u;
}

void
unit_move(struct unit *u, const char *labels, const char *copy)
{
	struct slice *const of[] = { &u->level, &u->idx, &u->segment };

	for (size_t i = 0; i < sizeof(of) / sizeof(of[0]); i++)
		of[i]->at = of[i]->n > 0 ? copy + (of[i]->at - labels) : "";
}

bool
unit_is_whole(const struct unit *u)
{
	return u->level.n + u->idx.n + u->segment.n == 0;
}

int
unit_cmp(const struct unit *a, const struct unit *b)
{
	int c = name_cmp(a->level, b->level);

	if (c == 0)
		c = name_cmp(a->segment, b->segment);
	return c != 0 ? c : name_cmp(a->idx, b->idx);
}
