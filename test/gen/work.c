/* SPDX-License-Identifier: MIT */
/* Simulates the proofs of a run. */
#include "work.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "rng.h"

/* How the time of a proof is spent, in permille of what follows the trace. */
static const unsigned shares[2][PARTS] = {
	{
	    /* prover.* */
	    [PART_MAIN_COMMIT] = 200,
	    [PART_LOGUP] = 370,
	    [PART_ROUND0] = 130,
	    [PART_MLE_ROUNDS] = 75,
	    [PART_STACKED_ROUND0] = 22,
	    [PART_STACKED_MLE_ROUNDS] = 24,
	    [PART_WHIR] = 165,
	    [PART_REST] = 14,
	},
	{
	    /* before that */
	    [PART_MAIN_COMMIT] = 170,
	    [PART_PERM_TRACE] = 22,
	    [PART_PERM_COMMIT] = 215,
	    [PART_QUOTIENT] = 115,
	    [PART_QUOTIENT_COMMIT] = 125,
	    [PART_PCS_OPENING] = 345,
	    [PART_REST] = 8,
	},
};

static int
add_group(struct group *g, int n, const char *name, unsigned nproofs)
{
	snprintf(g[n].name, sizeof(g[n].name), "%s", name);
	g[n].nproofs = nproofs;
	return n + 1;
}

int
work_groups(const struct work *w, struct group g[WORK_GROUPS])
{
	bool v2 = w->prover == PROVER_V2;
	unsigned proofs = (w->leaves + 2) / 3, level = 0;
	int n = 0;

	n = add_group(g, n, v2 ? "app_proof" : "fibonacci_program",
	    w->segments);
	n = add_group(g, n, "leaf", w->leaves);
	if (v2)
		n = add_group(g, n, "internal_for_leaf", proofs);
	/* Three proofs into one until one is left, and at least twice. */
	while (n < WORK_GROUPS - 1 && (level < 2 || proofs > 1)) {
		char name[32];

		if (v2 || level > 0)
			proofs = (proofs + 2) / 3;
		snprintf(name, sizeof(name), "%s.%u",
		    v2 ? "internal_recursive" : "internal", level++);
		n = add_group(g, n, name, proofs);
	}
	return add_group(g, n, "root", 1);
}

/* All times of a run have one bias of up to 1 %, each its own noise of 2 %. */
uint64_t
work_noise(const struct work *w, uint64_t us, uint64_t what)
{
	struct rng run = { rng_mix(rng_mix(w->seed, 0x6e6f697365), w->run) };
	uint64_t ppm = 970000 + rng_below(&run, 20001);
	struct rng own = { rng_mix(run.state, what) };

	return us * (ppm + rng_below(&own, 40001)) / 1000000;
}

static uint64_t
insns_of(const struct work *w, unsigned segment)
{
	struct rng r = { rng_mix(rng_mix(w->seed, 0x696e736e73), segment) };
	bool last = segment + 1 == w->segments;

	/* A segment is cut when it is full; the last one is what is left. */
	return last ? rng_between(&r, 1200000, 2900000) :
		      rng_between(&r, 3100000, 3900000);
}

uint64_t
work_insns(const struct work *w)
{
	uint64_t sum = 0;
	unsigned i;

	for (i = 0; i < w->segments; i++)
		sum += insns_of(w, i);
	return sum;
}

uint64_t
work_rows(const struct work *w, const struct air *air, uint64_t rows)
{
	return air == w->grown ? 2 * rows : rows;
}

struct proof
work_proof(const struct work *w, int group, unsigned idx)
{
	uint64_t id = rng_mix(rng_mix(w->seed, (uint64_t)group), idx);
	const unsigned *share = shares[w->prover != PROVER_V2];
	struct rng r = { id };
	struct proof p = { 0 };
	uint64_t stark;
	int i;

	if (group == 0) {
		p.insns = insns_of(w, idx);
		p.us[PART_EXECUTE] = p.insns * 1000 /
		    rng_between(&r, 36000, 54000);
		stark = p.insns / 2 + rng_between(&r, 400000, 500000);
	} else {
		p.us[PART_EXECUTE] = rng_between(&r, 1000, 12000);
		stark = rng_between(&r, 700000, 1500000);
	}
	p.us[PART_TRACE] = stark * rng_between(&r, 60, 160) / 1000;
	for (i = PART_MAIN_COMMIT; i < PARTS; i++)
		p.us[i] = stark * share[i] * rng_between(&r, 900, 1100) /
		    1000000;
	for (i = 0; i < PARTS; i++)
		p.us[i] = work_noise(w, p.us[i], id + (uint64_t)i);
	if (group == 0 && w->grown != NULL)
		for (i = PART_TRACE; i < PARTS; i++)
			p.us[i] += p.us[i] / 3;
	for (i = PART_MAIN_COMMIT; i < PARTS; i++)
		p.stark_us += p.us[i];
	return p;
}
