/* SPDX-License-Identifier: MIT */
/* Causes of a change, by their kinds. */
#include "cause.h"

static const struct {
	const char *name;
	bool is_counted;
} kinds[CAUSES] = {
	[CAUSE_MACHINE] = { "machine", false },
	[CAUSE_PROVING] = { "proving", false },
	[CAUSE_TRACE_GENERATION] = { "trace_generation", false },
	[CAUSE_EXECUTION] = { "execution", false },
	[CAUSE_PROOF] = { "proof", false },
	[CAUSE_STRAGGLER] = { "straggler", false },
	[CAUSE_SEGMENTS] = { "segments", true },
	[CAUSE_PROOFS] = { "proofs", true },
	[CAUSE_INSTRUCTIONS] = { "instructions", true },
	[CAUSE_OPCODE] = { "opcode", true },
	[CAUSE_ROWS] = { "rows", true },
	[CAUSE_COLUMNS] = { "columns", true },
	[CAUSE_CELLS] = { "cells", true },
	[CAUSE_OTHER] = { "other", false },
};

enum cause_kind
cause_kind(const struct aside *a)
{
	static const struct slice prefix = { "cause.", 6 };
	enum cause_kind kind = CAUSE_MACHINE;
	struct slice name;

	if (!slice_starts(a->name, prefix) || !value_is_finite(a->now) ||
	    !value_is_finite(a->base))
		return CAUSES;
	name = (struct slice){ a->name.at + prefix.n, a->name.n - prefix.n };
	while (kind < CAUSES && !slice_eq(name, slice_str(kinds[kind].name)))
		kind++;
	return kind;
}

const char *
cause_name(enum cause_kind kind)
{
	return kinds[kind].name;
}

bool
cause_is_counted(enum cause_kind kind)
{
	return kinds[kind].is_counted;
}
