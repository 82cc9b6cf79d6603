/* SPDX-License-Identifier: MIT */
/* Tells a run as provers with prover.* metrics do. */
#include <stdio.h>

#include "emit.h"
#include "rng.h"
#include "rows.h"
#include "values.h"
#include "vocab.h"

enum { BLOB_AIRS = 4, GROUPS_WITH_AIRS = 3 };

static void
put_airs(struct metrics_file *f, const struct work *w, const struct group *g,
    const struct air *airs)
{
	unsigned i;

	for (i = 0; i < w->airs; i++) {
		struct entry e = { 0 };
		char id[16];

		snprintf(id, sizeof(id), "%u", i);
		entry_label(&e, "air_id", id);
		entry_label(&e, "air_name", airs[i].name);
		entry_label(&e, "group", g->name);
		put_whole(f, e, "constraints", airs[i].constraints);
		put_whole(f, e, "interactions", airs[i].interactions);
		put_whole(f, e, "constraint_deg", airs[i].degree);
	}
}

static void
put_traces(struct metrics_file *f, const struct work *w, const char *group,
    unsigned segment)
{
	struct rng r = { rng_mix(rng_mix(w->seed, 0x747261636573), segment) };
	char number[16], id[16];
	unsigned i;

	snprintf(number, sizeof(number), "%u", segment);
	for (i = 0; i < w->airs; i++) {
		uint64_t rows = work_rows(w, &vm_airs[i],
		    1ULL << rng_between(&r, 8, 22));
		struct entry e = { 0 };

		snprintf(id, sizeof(id), "%u", i);
		entry_label(&e, "air_id", id);
		entry_label(&e, "air_name", vm_airs[i].name);
		entry_label(&e, "phase", "prover");
		entry_label(&e, "group", group);
		entry_label(&e, "segment", number);
		put_whole(f, e, "rows", rows);
		put_whole(f, e, "main_cols", vm_airs[i].columns);
		put_whole(f, e, "cells", rows * vm_airs[i].columns);
	}
}

static void
put_counters(struct metrics_file *f, const struct work *w,
    const struct group *g)
{
	struct entry app = { 0 };
	unsigned i;

	for (i = 0; i < GROUPS_WITH_AIRS; i++)
		put_airs(f, w, &g[i], i == 0 ? vm_airs : recursion_airs);
	for (i = 0; i < g->nproofs; i++) {
		struct entry e = { 0 };
		char number[16];

		snprintf(number, sizeof(number), "%u", i);
		entry_label(&e, "segment", number);
		entry_label(&e, "group", g->name);
		put_whole(f, e, "execute_preflight_insns",
		    work_proof(w, 0, i).insns);
	}
	entry_label(&app, "group", g->name);
	put_whole(f, app, "execute_metered_insns", work_insns(w));
	for (i = 0; i < g->nproofs; i++) {
		put_traces(f, w, g->name, i);
		rows_put(f, w, g->name, i, work_proof(w, 0, i).insns);
	}
}

static struct entry
with_phase(const struct entry *at)
{
	struct entry e = { 0 };
	int i;

	entry_label(&e, "phase", "prover");
	for (i = 0; i < at->nlabels; i++)
		entry_label(&e, at->label[i].key, at->label[i].value);
	return e;
}

/* The metrics nest as their names do, so that parts add up to the whole. */
static void
put_prover(struct metrics_file *f, const struct work *w, const struct entry *at,
    const struct proof *p)
{
	const uint64_t *us = p->us;
	const uint64_t stacked = us[PART_STACKED_ROUND0] +
	    us[PART_STACKED_MLE_ROUNDS];
	const struct {
		const char *metric;
		uint64_t us;
	} part[] = {
		{ "main_trace_commit", us[PART_MAIN_COMMIT] },
		{ "rap_constraints",
		    us[PART_LOGUP] + us[PART_ROUND0] + us[PART_MLE_ROUNDS] },
		{ "openings", stacked + us[PART_WHIR] },
		{ "rap_constraints.logup_gkr", us[PART_LOGUP] },
		{ "rap_constraints.round0", us[PART_ROUND0] },
		{ "rap_constraints.mle_rounds", us[PART_MLE_ROUNDS] },
		{ "openings.stacked_reduction", stacked },
		{ "openings.stacked_reduction.round0",
		    us[PART_STACKED_ROUND0] },
		{ "openings.stacked_reduction.mle_rounds",
		    us[PART_STACKED_MLE_ROUNDS] },
		{ "openings.whir", us[PART_WHIR] },
	};
	struct entry e = with_phase(at);
	unsigned i;

	put_ms(f, e, "stark_prove_excluding_trace_time_ms", p->stark_us);
	for (i = 0; i < w->parts; i++) {
		char metric[80];

		snprintf(metric, sizeof(metric), "prover.%s_time_ms",
		    part[i].metric);
		put_ms(f, e, metric, part[i].us);
	}
}

static void
put_memory(struct metrics_file *f, const struct work *w, const struct entry *at,
    uint64_t what, uint64_t *clock_us)
{
	struct rng r = { rng_mix(rng_mix(w->seed, 0x6d656d), what) };
	struct entry phase = with_phase(at);
	unsigned i;

	for (i = 0; i < w->modules; i++) {
		uint64_t bytes = rng_between(&r, 300000000, 4200000000);
		uint64_t us = rng_between(&r, 4000, 60000);
		struct entry e = { 0 };
		int j;

		*clock_us += work_noise(w, us, r.state);
		entry_label(&e, "module", gpu_modules[i]);
		for (j = 0; j < phase.nlabels; j++)
			entry_label(&e, phase.label[j].key,
			    phase.label[j].value);
		put_whole(f, e, "gpu_mem.timestamp_ms", *clock_us / 1000);
		put_whole(f, e, "gpu_mem.current_bytes", bytes);
		put_whole(f, e, "gpu_mem.local_peak_bytes",
		    bytes + rng_between(&r, 10000000, 130000000));
		put_whole(f, e, "gpu_mem.reserved_bytes", 17179869184);
	}
}

/* Leaves tell the parts of their time, and leave the sum to the reader. */
static void
put_leaf(struct metrics_file *f, const struct work *w, const struct entry *at,
    const struct proof *p, unsigned idx)
{
	struct rng r = { rng_mix(rng_mix(w->seed, 0x626c6f62), idx) };
	unsigned i;

	put_whole(f, *at, "stark_prove_excluding_trace_time_ms",
	    p->stark_us / 1000);
	for (i = 0; i < BLOB_AIRS && i < w->airs; i++) {
		uint64_t us = rng_below(&r, 9000);
		struct entry e = { 0 };
		int j;

		entry_label(&e, "air", recursion_airs[i].name);
		for (j = 0; j < at->nlabels; j++)
			entry_label(&e, at->label[j].key, at->label[j].value);
		put_whole(f, e, "generate_blob_time_ms",
		    work_noise(w, us, r.state) / 1000);
	}
}

static void
put_proof(struct metrics_file *f, const struct work *w, const struct group *g,
    int nth, unsigned idx, uint64_t *clock_us)
{
	struct proof p = work_proof(w, nth, idx);
	struct entry e = { 0 };
	char number[16];

	snprintf(number, sizeof(number), "%u", idx);
	entry_label(&e, nth == 0 ? "segment" : "idx", number);
	entry_label(&e, "group", g->name);
	put_whole(f, e, "execute_preflight_time_ms", p.us[PART_EXECUTE] / 1000);
	put_whole(f, e, "trace_gen_time_ms", p.us[PART_TRACE] / 1000);
	if (nth == 1)
		put_leaf(f, w, &e, &p, idx);
	else
		put_whole(f, e, "total_proof_time_ms",
		    p.us[PART_EXECUTE] / 1000 + p.us[PART_TRACE] / 1000 +
			(p.stark_us + 500) / 1000);
	if (nth == 0)
		put_rate(f, e, "execute_preflight_insn_mi/s", p.insns,
		    p.us[PART_EXECUTE]);
	put_prover(f, w, &e, &p);
	put_memory(f, w, &e, (uint64_t)nth << 32 | idx, clock_us);
}

static void
put_halo2(struct metrics_file *f, const struct work *w, const char *group,
    uint64_t us)
{
	struct entry e = { 0 };

	entry_label(&e, "group", group);
	put_whole(f, e, "total_proof_time_ms", work_noise(w, us, us) / 1000);
}

void
emit_v2(struct metrics_file *f, const struct work *w)
{
	uint64_t metered_us = work_noise(w, work_insns(w) / 300, 0);
	struct entry app = { 0 }, keygen = { 0 };
	struct group g[WORK_GROUPS];
	int n = work_groups(w, g), i;
	uint64_t clock_us = 0;
	unsigned idx;

	file_array(f, "counter");
	put_counters(f, w, g);
	file_array(f, "gauge");
	entry_label(&app, "group", g->name);
	put_whole(f, app, "execute_metered_time_ms", metered_us / 1000);
	put_rate(f, app, "execute_metered_insn_mi/s", work_insns(w),
	    metered_us);
	entry_label(&keygen, "group", "agg_keygen");
	put_whole(f, keygen, "keygen_time_ms",
	    work_noise(w, 1690000, 1) / 1000);
	for (i = 0; i < n; i++)
		for (idx = 0; idx < g[i].nproofs; idx++)
			put_proof(f, w, &g[i], i, idx, &clock_us);
	put_halo2(f, w, "halo2_outer", 14200000);
	put_halo2(f, w, "halo2_wrapper", 32600000);
}
