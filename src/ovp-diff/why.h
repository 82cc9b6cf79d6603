/* SPDX-License-Identifier: MIT */
/* Cost model of a proof, which explains a change of proof time. */
#ifndef DIFF_WHY_H
#define DIFF_WHY_H

#include <stdbool.h>

#include "store.h"

/* A number on both sides; a side whose bit is not in known is 0. */
struct both {
	double at[SIDES];
	unsigned known; /* 1u << BASE | 1u << NOW */
};

/* Stages share no code with each other. */
enum why_stage {
	WHY_EXECUTION, /* work: instructions */
	WHY_TRACE,     /* trace generation; work: cells */
	WHY_PROVING,   /* without trace generation; work: cells */
	WHY_WHOLE,     /* a proof whose parts are not known */
	WHY_STAGES,
};

/* A time of a group, the sum over its proofs. */
struct why_time {
	enum why_stage stage;
	struct both ms;
	bool moved; /* its verdict is better or worse */
	/* Set by why_explain(): its change is the sum of these, in ms. */
	double by_work, by_common, by_own, by_noise;
	double work, rate, common, own; /* logarithms */
};

struct why_air {
	struct slice name;
	struct both rows, cells;          /* sums over the proofs */
	struct both height;               /* most rows of one proof */
	struct both columns;              /* most columns of one proof */
	double by_rows, by_width, by_all; /* change of cells */
};

struct why_opcode {
	struct slice name;
	struct both count;
};

struct why_proof {
	struct slice segment, idx; /* one of them is empty */
	struct both ms, cells;
};

struct why_group {
	struct slice name;
	bool app;
	struct both proofs, insns, cells;
	struct both alone; /* ms of a group that one side lacks */
	struct why_time *time;
	struct why_air *air;
	struct why_opcode *opcode;
	struct why_proof *proof;
	size_t ntimes, time_cap, air_cap, opcode_cap, proof_cap;
	struct map airs, opcodes, proofs_by; /* names to indexes */
};

enum why_kind {
	WHY_BY_MACHINE,
	WHY_BY_PROVING,
	WHY_BY_TRACE,
	WHY_BY_EXECUTION,
	WHY_BY_WHOLE,
	WHY_BY_STRAGGLER,
	WHY_BY_SEGMENTS,
	WHY_BY_PROOFS,
	WHY_BY_INSTRUCTIONS,
	WHY_BY_OPCODE,
	WHY_BY_ROWS,
	WHY_BY_COLUMNS,
	WHY_BY_CELLS,
	WHY_BY_OTHER,
};

/*
 * A cause of a change. base and now: for a rate (kinds up to WHY_BY_WHOLE), the
 * ms that the present work would have taken before, and takes now; for a
 * straggler, its ms; else counts.
 */
struct why_cause {
	enum why_kind kind;
	const struct why_group *group; /* NULL: all of them */
	struct slice segment, idx, air, opcode;
	double base, now;
	/*
	 * cells of its AIR, if it is of one; of a straggler, ms of the longest
	 * other
	 */
	struct both beside;
	double ms; /* share of the change */
};

/* A bench. Slices are borrowed, arrays owned. */
struct why {
	struct both ms;          /* proof time of the bench */
	bool few;                /* runs: noise is not known well */
	struct why_group *group; /* in the order of proof stages */
	size_t n, cap;
	struct map names;        /* of the groups */
	struct why_cause *cause; /* the largest first */
	size_t ncauses, cause_cap;
};

/*
 * For readers: return the element of a name, made if it is new; why_time()
 * returns one more time. A proof with both names is the app's segment, or the
 * idx of any other group, whose segments older provers all call 0.
 */
struct why_group *why_group(struct why *, struct slice name);
struct why_air *why_air(struct why_group *, struct slice name);
struct why_opcode *why_opcode(struct why_group *, struct slice name);
struct why_proof *why_proof(struct why_group *, struct slice segment,
    struct slice idx);
struct why_time *why_time(struct why_group *);

/*
 * Finds the causes of a change. Their ms add up to the change of the proof
 * time: WHY_BY_OTHER is what no cause explains. Causes that may be noise are
 * left out, except counts. If causes cancel, those that save time are measured
 * on the old run and those that cost time on the rest, so that none saves more
 * than there was.
 */
void why_explain(struct why *);

void why_free(struct why *);

/* For parts of the model. */

/* Whether both sides are known and positive. */
bool both_positive(const struct both *);

/* The logarithm of now / base; 0 unless both are positive. */
double both_log(const struct both *);

double both_change(const struct both *);

/*
 * Adds the known numbers of an AIR, of one proof or of several alike, and
 * splits the change of its cells by rows and width. Cells that are not rows
 * times columns, and do not change like these, count as a change of their own.
 */
void why_add_air(struct why_air *, const struct both *rows,
    const struct both *height, const struct both *columns,
    const struct both *cells);

/* Splits to - from by logarithms that add up to log(to / from). */
void why_split(double from, double to, const double *part, double *share,
    size_t n);

/* Appends a cause; why_add() adds to an equal one. */
void why_append(struct why *, const struct why_cause *);
void why_add(struct why *, const struct why_cause *);

/* Finds a single straggler of the group; takes its excess out of the times. */
void why_stragglers(struct why *, struct why_group *);

/* Sets work, rate and common rate of all times; adds the causes of rates. */
void why_rates(struct why *);

/* Adds the causes of changed work: segments, instructions, AIRs. */
void why_work(struct why *);

#endif
