/* SPDX-License-Identifier: MIT */
/* Writer of the statistics stream. */
#ifndef AGG_WRITE_H
#define AGG_WRITE_H

#include "origin.h"
#include "stats.h"
#include "stream/recout.h"

/* The variable columns; all are borrowed. */
struct shape {
	const struct slice *key; /* names of the KEY columns */
	size_t nkeys;
	const struct slice *percentile; /* numbers from 0 to 100 */
	size_t npercentiles;
	const struct origin *origin; /* the carried columns */
};

/* Writes the header and flushes it without its LF. */
void write_header(struct recout *, const struct shape *);

/*
 * Writes all rows: benches in input order, runs by number, groups by proof
 * stage, other keys by name with numbers as numbers, metrics by byte. Warns of
 * each row that left values out.
 */
void write_rows(struct recout *, const struct shape *, struct stats *);

#endif
