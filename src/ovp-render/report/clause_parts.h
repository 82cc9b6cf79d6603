/* SPDX-License-Identifier: MIT */
/* The data of a clause, and what several clauses say. */
#ifndef RENDER_CLAUSE_PARTS_H
#define RENDER_CLAUSE_PARTS_H

#include "head.h"
#include "stream/levels.h"

/* A clause that is being written. All is borrowed. */
struct clause {
	struct recout *o;
	const struct head *h;
	const struct head_cause *cause;
	const struct aside *a; /* the cause, or one of its AIRs */
	const struct voice *voice;
	double now, base; /* of a: ms of a rate or straggler, else counts */
};

/* Writes the name of the cause's group. */
void clause_put_group(const struct clause *);

/* Returns the value of a finer key; empty if the stream has none. */
struct slice clause_fine(const struct clause *, enum fine);

/*
 * Finds a metric of the cause's group by its role: the first one that is finite
 * and positive on both sides, as a sum over proofs if it has one, else an
 * average. False if there is none.
 */
bool clause_find(const struct clause *, enum metric_role, double *base,
    double *now);

/*
 * Returns the bench's next cause of a kind, or NULL after the last; *at is the
 * position of the search, and starts at 0.
 */
const struct aside *clause_next(const struct clause *, enum cause_kind,
    size_t *at);

/* Writes ` with 33% more instructions', if those of the group are known. */
void clause_put_insns(const struct clause *);

/*
 * Writes a lead and `33% more cells', if those of the group are known and
 * changed; otherwise writes nothing and returns false.
 */
bool clause_put_cells(const struct clause *, const char *lead);

/* Cells: clause_cells.c */
void clause_cells(const struct clause *);

/* Other work: clause_work.c */
void clause_instructions(const struct clause *);
void clause_opcode(const struct clause *);
void clause_segments(const struct clause *);
void clause_proofs(const struct clause *);

/* Times: clause_times.c */
void clause_machine(const struct clause *);
void clause_proving(const struct clause *);
void clause_trace_generation(const struct clause *);
void clause_execution(const struct clause *);
void clause_proof(const struct clause *);
void clause_straggler(const struct clause *);

#endif
