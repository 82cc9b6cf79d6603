/* SPDX-License-Identifier: MIT */
/* Reasons why the sides of a comparison are hard to compare, in sentences. */
#ifndef RENDER_REMARKS_H
#define RENDER_REMARKS_H

#include "ovp-render/doc/doc.h"
#include "ovp-render/sheet/sheet.h"

/* Reasons why the two sides of a bench are hard to compare. */
enum note {
	NOTE_PAIRED,      /* two names for one bench: comparable */
	NOTE_BEST,        /* the best of several runs: comparable */
	NOTE_PROVER,      /* another generation, or machine */
	NOTE_MACHINE_OUT, /* gates leave out the effect of the machine */
	NOTE_SAME_RUN,    /* the baseline is, or has, the run itself */
	NOTE_MACHINES,    /* baseline runs come from other machines */
	NOTE_COUNTED_NOW, /* instructions are counted on one side only */
	NOTE_COUNTED_BASE,
	NOTE_GROUPS,
	NOTE_PROOFS,
	NOTES,
};

/* Writes a sentence on the bench; false if it has no such note. */
bool remarks_note(struct recout *, const struct sheet *, size_t bench,
    enum note, const struct voice *);

/*
 * Writes ` (2 proofs instead of 31)' after the group of a row that is hard to
 * compare for that reason; else nothing.
 */
void remarks_row(struct recout *, const struct sheet *, const struct row *);

/* `12%': a limit in percent with two digits, rounded up. */
void remarks_limit(struct recout *, double pct);

/*
 * Writes a sentence on the smallest change of proof time that the rows of one
 * or several benches can show: `With 1 run against 20, a change of proof time
 * below 12% can't be told from noise.' False if none is known.
 */
bool remarks_sight(struct recout *, const struct sheet *, size_t from,
    size_t end);

#endif
