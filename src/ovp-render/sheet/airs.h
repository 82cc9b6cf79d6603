/* SPDX-License-Identifier: MIT */
/* Tables of proofs: rows, padding, savings by fewer rows. */
#ifndef RENDER_AIRS_H
#define RENDER_AIRS_H

#include "sheet.h"

enum { AIR_MAIN, AIR_PERM, AIR_PREP, AIR_COLUMNS };

/* The tables of one AIR in one group, over all segments or proofs. */
struct air {
	size_t group; /* index */
	struct slice name;
	struct value tables;            /* how many */
	struct value height;            /* rows of the tallest, with padding */
	struct value rows, cells;       /* of all, with padding */
	struct value cols[AIR_COLUMNS]; /* of the widest */
	struct value used;              /* rows without padding, of all */
	double padding;                 /* padding of all, if used is known */
	double wasted;                  /* cells that are padding, or -1 */
	/* The table that exceeds a power of two by the smallest share. */
	double above;              /* rows above it; 0: no such table */
	double half;               /* the power: half of the table's rows */
	struct slice segment, idx; /* of that table; may be empty */
};

/* One segment or proof of a group. */
struct part {
	size_t group; /* index */
	struct slice segment, idx;
	struct slice reason, air; /* reason of its end, and its AIR */
	struct value ms, insns, cells, cells_used, memory;
	struct value sum, limit; /* of the fullest height constraint */
};

struct air_group {
	size_t bench;
	struct slice name;
	size_t air, nairs;   /* the most wasted first */
	size_t part, nparts; /* in input order */
	double cells;        /* of all AIRs */
	bool used;           /* some AIR has known used rows */
	bool ended;          /* a part has a reason for its end */
	bool fill;           /* ... or the number of used cells */
};

struct airs {
	struct air_group *group; /* owned, like all: by bench, stage */
	struct air *air;
	struct part *part;
	size_t ngroups, nairs, nparts;
	size_t group_cap, air_cap, part_cap;
	struct map names; /* of groups, by bench */
};

/* Gathers them from the finer level of a sheet and points into it. */
void airs_of(struct airs *, const struct sheet *);

/* Returns a group with AIRs or parts, or NULL. */
const struct air_group *airs_group(const struct airs *, size_t bench,
    struct slice name);

/* Returns the cells in each row of the AIR's tables, or 0. */
double air_width(const struct air *);

void airs_free(struct airs *);

#endif
