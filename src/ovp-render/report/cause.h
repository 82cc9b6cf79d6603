/* SPDX-License-Identifier: MIT */
/* Causes of a change, by their kinds. */
#ifndef RENDER_CAUSE_H
#define RENDER_CAUSE_H

#include "ovp-render/sheet/sheet.h"

/* The kinds, as ovp-diff(1) lists them. */
enum cause_kind {
	CAUSE_MACHINE,
	CAUSE_PROVING,
	CAUSE_TRACE_GENERATION,
	CAUSE_EXECUTION,
	CAUSE_PROOF,
	CAUSE_STRAGGLER,
	CAUSE_SEGMENTS,
	CAUSE_PROOFS,
	CAUSE_INSTRUCTIONS,
	CAUSE_OPCODE,
	CAUSE_ROWS,
	CAUSE_COLUMNS,
	CAUSE_CELLS,
	CAUSE_OTHER, /* the change without a cause */
	CAUSES,
};

/*
 * Returns the kind of an aside that is a cause, whose now and base are then
 * finite; CAUSES for any other aside.
 */
enum cause_kind cause_kind(const struct aside *);

/* Returns the name of a kind without `cause.'. */
const char *cause_name(enum cause_kind);

/* Whether causes of a kind are numbers that are the same in each run. */
bool cause_is_counted(enum cause_kind);

#endif
