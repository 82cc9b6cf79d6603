/* SPDX-License-Identifier: MIT */
/* A cause as a clause of a sentence. */
#include "clause.h"
#include "clause_parts.h"

static void (*const clauses[])(const struct clause *) = {
	[CAUSE_MACHINE] = clause_machine,
	[CAUSE_PROVING] = clause_proving,
	[CAUSE_TRACE_GENERATION] = clause_trace_generation,
	[CAUSE_EXECUTION] = clause_execution,
	[CAUSE_PROOF] = clause_proof,
	[CAUSE_STRAGGLER] = clause_straggler,
	[CAUSE_SEGMENTS] = clause_segments,
	[CAUSE_PROOFS] = clause_proofs,
	[CAUSE_INSTRUCTIONS] = clause_instructions,
	[CAUSE_OPCODE] = clause_opcode,
	[CAUSE_ROWS] = clause_cells,
	[CAUSE_COLUMNS] = clause_cells,
	[CAUSE_CELLS] = clause_cells,
};

void
clause_put(struct recout *o, const struct head *h,
    const struct head_cause *cause, const struct voice *voice)
{
	const struct aside *a = cause->of;
	struct clause c = { o, h, cause, a, voice, a->now.n.real,
		a->base.n.real };

	clauses[cause->kind](&c);
}
