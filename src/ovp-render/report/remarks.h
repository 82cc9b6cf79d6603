/* SPDX-License-Identifier: MIT */
/* What a comparison tells beside its figures, as sentences. */
#ifndef RENDER_REMARKS_H
#define RENDER_REMARKS_H

#include "ovp-render/sheet/sheet.h"

/* How a format writes names within a sentence. */
struct voice {
	void	(*name)(struct recout *, struct slice);
	void	(*metric)(struct recout *, struct slice);
};

/* What makes the two sides of a bench hard to compare. */
enum note {
	NOTE_PAIRED,		/* benches of two names: no trouble */
	NOTE_SAME_RUN,		/* the baseline is, or has, the run itself */
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
 * A sentence on the smallest change of proof time that the rows of a bench, or
 * of several, can show: `With 1 run against 20, a change of proof time below
 * 12% can't be told from noise.' False when none is known.
 */
bool remarks_sight(struct recout *, const struct sheet *, size_t from,
    size_t end);

/*
 * A sentence on what made the proof time of a group change: the first group of
 * the bench whose causes stand behind *at, which moves on. Returns the group's
 * first aside, or NULL when there is no further one. *at begins with 0.
 */
const struct aside *remarks_cause(struct recout *, const struct sheet *,
    size_t bench, size_t *at, const struct voice *);

/* A sentence when the rates of all groups of the bench moved together. */
bool remarks_machine(struct recout *, const struct sheet *, size_t bench);

#endif
