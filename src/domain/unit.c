/* SPDX-License-Identifier: MIT */
/* Unit: the proof of a group that a value belongs to. */
#include "stages.h"
#include "stream/labels.h"
#include "unit.h"

struct unit
unit_of(struct slice labels)
{
	struct unit u = { { "", 0 }, { "", 0 }, { "", 0 } };

	labels_find(labels, SLICE("hgt"), &u.level);
	labels_find(labels, SLICE("idx"), &u.idx);
	labels_find(labels, SLICE("segment"), &u.segment);
	return u;
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
