/* SPDX-License-Identifier: MIT */
/* The proofs of a simulated run: how many, how long each part takes. */
#ifndef GEN_WORK_H
#define GEN_WORK_H

#include <stdint.h>

enum prover {
	PROVER_V2, /* execute_preflight_time_ms, prover.* */
	PROVER_E3, /* execute_e3_time_ms */
	PROVER_V1, /* execute_time_ms, total_cycles */
};

struct air;

enum { WORK_GROUPS = 16 }; /* at the most */

struct work {
	uint64_t seed; /* of the work: counters follow it */
	unsigned run;  /* of the noise in its times */
	enum prover prover;
	unsigned airs;           /* tables that are reported, of 15 */
	unsigned segments;       /* of the program; a proof each */
	unsigned leaves;         /* proofs that verify them */
	unsigned parts;          /* prover.* metrics, of 10 */
	unsigned modules;        /* of the GPU's memory, of 7 */
	uint64_t rows;           /* frequencies in a segment */
	const struct air *grown; /* of the program, or NULL */
};

/* Proofs of one kind. The first group is the program's, then the leaves. */
struct group {
	char name[32];
	unsigned nproofs;
};

/* Returns how many. */
int work_groups(const struct work *, struct group[WORK_GROUPS]);

/* The parts of a proof that take time. */
enum part {
	PART_EXECUTE,
	PART_TRACE,
	/* of both kinds of provers: */
	PART_MAIN_COMMIT,
	/* prover.* */
	PART_LOGUP,
	PART_ROUND0,
	PART_MLE_ROUNDS,
	PART_STACKED_ROUND0,
	PART_STACKED_MLE_ROUNDS,
	PART_WHIR,
	/* before that: */
	PART_PERM_TRACE,
	PART_PERM_COMMIT,
	PART_QUOTIENT,
	PART_QUOTIENT_COMMIT,
	PART_PCS_OPENING,
	PART_REST,
	PARTS
};

struct proof {
	uint64_t insns; /* 0 but in the program's group */
	uint64_t us[PARTS];
	uint64_t stark_us; /* all but execute and trace */
};

struct proof work_proof(const struct work *, int group, unsigned idx);

/* What a table of the program that would have some rows has. */
uint64_t work_rows(const struct work *, const struct air *, uint64_t rows);

/* Of all segments. */
uint64_t work_insns(const struct work *);

/* A time as this run measures it; what names the thing measured. */
uint64_t work_noise(const struct work *, uint64_t us, uint64_t what);

#endif
