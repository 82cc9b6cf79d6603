/* SPDX-License-Identifier: MIT */
/* AIRs whose tables changed in a comparison. */
#ifndef RENDER_AIR_CHANGES_H
#define RENDER_AIR_CHANGES_H

#include "sheet.h"

enum air_number { AIR_ROWS, AIR_WIDTH, AIR_CELLS, AIR_NUMBERS };

/* Sums over the proofs of a group; the width is that of the widest table. */
struct air_change {
	size_t bench;
	const struct slice *key; /* of a row: group, then the AIR's */
	struct value base[AIR_NUMBERS], now[AIR_NUMBERS];
	double cells; /* change of the cells */
};

struct air_changes {
	struct air_change *at; /* owned: n of them, by bench, those */
	size_t n, cap;         /* with the largest change first */
};

/* Takes them from the finer level of a sheet and points into it. */
void air_changes_of(struct air_changes *, const struct sheet *);

/* Returns the end of a bench's AIRs, which begin at *at. */
size_t air_changes_find(const struct air_changes *, size_t bench, size_t *at);

void air_changes_free(struct air_changes *);

#endif
