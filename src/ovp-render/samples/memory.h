/* SPDX-License-Identifier: MIT */
/* Maximum GPU memory of each module. */
#ifndef RENDER_MEMORY_H
#define RENDER_MEMORY_H

#include "base/buf.h"
#include "base/map.h"
#include "number/number.h"
#include "stream/recin.h"

/* The labels that say where: of which proof, in what phase. */
enum memory_place {
	PLACE_GROUP, PLACE_SEGMENT, PLACE_IDX, PLACE_PHASE, PLACES,
};

struct memory_most {
	struct number	bytes;
	struct buf	place[PLACES];	/* empty: no such label */
	struct buf	labels;		/* all values, dots between: the
					 * reference's name of a place */
	bool		known;
};

struct memory_module {
	size_t			bench;
	struct slice		name;
	struct memory_most	peak;		/* of local_peak_bytes */
	struct memory_most	current;	/* of current_bytes */
};

struct memory {
	struct map		 benches;	/* in input order */
	struct map		 modules;	/* below a bench */
	struct memory_module	*module;	/* sorted */
	size_t			 n, cap;
};

/*
 * Reads all records. Sorts the modules: benches in input order, the most first,
 * then by name. Of equal values the one of the earliest proof counts.
 */
void memory_read(struct memory *, struct recin *);

/* Returns the peak or, if it was not measured, the current bytes. */
const struct memory_most *memory_most(const struct memory_module *);

void memory_free(struct memory *);

#endif
