/* SPDX-License-Identifier: MIT */
/* Maximum GPU memory of each module. */
#ifndef RENDER_MEMORY_H
#define RENDER_MEMORY_H

#include "base/buf.h"
#include "base/map.h"
#include "number/number.h"
#include "stream/recin.h"

/* The labels that name a place: the proof and the phase. */
enum memory_place {
	PLACE_GROUP,
	PLACE_SEGMENT,
	PLACE_IDX,
	PLACE_PHASE,
	PLACES,
};

struct memory_most {
	struct number bytes;
	struct buf place[PLACES]; /* empty if it has no such label */
	/* all values with dots between, as in the reference */
	struct buf labels;
	bool known;
};

struct memory_module {
	size_t bench;
	struct slice name;
	struct memory_most peak;    /* of local_peak_bytes */
	struct memory_most current; /* of current_bytes */
};

struct memory {
	struct map benches;           /* in input order */
	struct map modules;           /* below a bench */
	struct memory_module *module; /* sorted */
	size_t n, cap;
};

/*
 * Reads all records. Sorts the modules: benches in input order, the largest
 * first, then by name. Among equal values that of the earliest proof counts.
 */
void memory_read(struct memory *, struct recin *);

/* Returns the peak or, if it was not measured, the current bytes. */
const struct memory_most *memory_most(const struct memory_module *);

void memory_free(struct memory *);

#endif
