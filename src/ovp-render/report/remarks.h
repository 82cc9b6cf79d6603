/* SPDX-License-Identifier: MIT */
/* What makes the sides of a comparison hard to compare, as sentences. */
#ifndef RENDER_REMARKS_H
#define RENDER_REMARKS_H

#include "ovp-render/doc/doc.h"
#include "ovp-render/sheet/sheet.h"

/* What makes the two sides of a bench hard to compare. */
enum note {
	NOTE_PAIRED,		/* benches of two names: no trouble */
	NOTE_BEST,		/* the best of several runs: no trouble */
	NOTE_PROVER,		/* of another generation, or machine */
	NOTE_MACHINE_OUT,	/* gates leave out what the machine did */
	NOTE_SAME_RUN,		/* the baseline is, or has, the run itself */
	NOTE_MACHINES,		/* runs of the baseline are of other machines */
	NOTE_COUNTED_NOW,	/* instructions are counted on one side only */
	NOTE_COUNTED_BASE,
	NOTE_GROUPS,
	NOTE_PROOFS,
	NOTES,
};

/* A sentence on the bench; false, writing nothing, when it has no such note. */
bool remarks_note(struct recout *, const struct sheet *, size_t bench,
    enum note, const struct voice *);

/*
 * ` (2 proofs instead of 31)' behind the group of a row that is hard to compare
 * for that; else nothing.
 */
void remarks_row(struct recout *, const struct sheet *, const struct row *);

/* `12%': a limit in per cent, two digits, never less than it is. */
void remarks_limit(struct recout *, double pct);

/*
 * A sentence on the smallest change of proof time that the rows of a bench, or
 * of several, can show: `With 1 run against 20, a change of proof time below
 * 12% can't be told from noise.' False when none is known.
 */
bool remarks_sight(struct recout *, const struct sheet *, size_t from,
    size_t end);

#endif
