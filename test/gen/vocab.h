/* SPDX-License-Identifier: MIT */
/* The words of metrics files: what provers call their parts. */
#ifndef GEN_VOCAB_H
#define GEN_VOCAB_H

enum { VOCAB_AIRS = 15, VOCAB_OPCODES = 25, VOCAB_IRS = 5, VOCAB_MODULES = 7 };

/* A table of the prover's constraint system. */
struct air {
	const char *name;
	unsigned columns, constraints, interactions, degree;
};

/* AIRs of the virtual machine, and those of the recursion's proofs. */
extern const struct air vm_airs[VOCAB_AIRS], recursion_airs[VOCAB_AIRS];

/* An instruction, and which of vm_airs executes it. */
struct opcode {
	const char *name;
	int air;
};

extern const struct opcode opcodes[VOCAB_OPCODES];

/* Instructions of the recursion's language; the empty one is none. */
extern const char *const irs[VOCAB_IRS];

/* Where the prover looks at the GPU's memory. */
extern const char *const gpu_modules[VOCAB_MODULES];

#endif
