/* SPDX-License-Identifier: MIT */
/* Makes up profiles of instructions. */
#include "rows.h"

#include <inttypes.h>
#include <stdio.h>

#include "rng.h"
#include "values.h"
#include "vocab.h"

enum {
	STACK_TEXT = 64,
	STACK_ROWS = 8,    /* pairs that share a call stack */
	FUNCTIONS = 60000, /* names are numbers below this */
};

/*
 * The n-th call stack: a way down a tree in which a function calls up to four
 * others, and at its end a function that no other stack ends in.
 */
static void
stack_text(char *text, uint64_t seed, uint64_t n)
{
	struct rng r = { rng_mix(seed, n) };
	uint64_t node = rng_mix(seed, 0x6d61696e), depth;
	size_t used = 0;

	for (depth = rng_below(&r, 5); depth > 0; depth--) {
		node = rng_mix(node, rng_below(&r, 4));
		used += (size_t)snprintf(text + used, STACK_TEXT - used, "%u;",
		    (unsigned)(node % FUNCTIONS));
	}
	/* 7919 has no factor in common with FUNCTIONS. */
	snprintf(text + used, STACK_TEXT - used, "%u",
	    (unsigned)((seed + n * 7919) % FUNCTIONS));
}

void
rows_put(struct metrics_file *f, const struct work *w, const char *group,
    unsigned segment, uint64_t insns)
{
	struct rng r = { rng_mix(rng_mix(w->seed, 0x726f7773), segment) };
	char stack[STACK_TEXT], number[16];
	uint64_t i, left = insns;

	snprintf(number, sizeof(number), "%u", segment);
	for (i = 0; i < w->rows; i++) {
		/* 7 has no factor in common with VOCAB_OPCODES. */
		uint64_t nth = i / STACK_ROWS, kind = nth + i * 7;
		const struct opcode *op = &opcodes[kind % VOCAB_OPCODES];
		uint64_t n = left, mean = left / (w->rows - i);
		struct entry e = { 0 };

		if (i + 1 < w->rows)
			n = mean < 2 ? mean : 1 + rng_below(&r, 2 * mean - 1);
		left -= n;
		if (i % STACK_ROWS == 0)
			stack_text(stack, w->seed, nth);
		entry_label(&e, "segment", number);
		entry_label(&e, "group", group);
		entry_label(&e, "cycle_tracker_span", stack);
		entry_label(&e, "dsl_ir", irs[nth % VOCAB_IRS]);
		entry_label(&e, "opcode", op->name);
		put_whole(f, e, "frequency", n);
		entry_label(&e, "air_name", vm_airs[op->air].name);
		put_whole(f, e, "cells_used", n * vm_airs[op->air].columns);
	}
}
