/* SPDX-License-Identifier: MIT */
/* Tells a run as provers before prover.* metrics did. */
#include <stdio.h>

#include "emit.h"
#include "rng.h"
#include "rows.h"
#include "values.h"
#include "vocab.h"

/* Labels of a proof. Leaves of the oldest provers have a segment, too. */
struct place {
	struct entry vm, proof;
	char number[16];
};

static const struct air *
airs_of(int nth)
{
	return nth == 0 ? vm_airs : recursion_airs;
}

static void
place(struct place *at, const struct work *w, const struct group *g, int nth,
    unsigned idx)
{
	*at = (struct place){ 0 };
	snprintf(at->number, sizeof(at->number), "%u", idx);
	if (nth == 1 && w->prover == PROVER_V1)
		entry_label(&at->vm, "segment", "0");
	entry_label(&at->vm, nth == 0 ? "segment" : "idx", at->number);
	entry_label(&at->vm, "group", g->name);
	entry_label(&at->proof, nth == 0 ? "segment" : "idx", at->number);
	entry_label(&at->proof, "group", g->name);
}

static void
put_airs(struct metrics_file *f, const struct work *w, const struct group *g,
    int nth)
{
	struct entry group = { 0 };
	unsigned i;

	entry_label(&group, "group", g->name);
	for (i = 0; i < w->airs; i++) {
		const struct air *air = &airs_of(nth)[i];
		struct entry e = group;

		entry_label(&e, "air_name", air->name);
		put_whole(f, e, "quotient_deg", air->degree > 2 ? 2 : 1);
		put_whole(f, e, "constraints", air->constraints);
		put_whole(f, e, "interactions", air->interactions);
	}
	put_whole(f, group, "fri.log_blowup", 2);
	put_whole(f, group, nth == 0 ? "num_segments" : "num_children",
	    nth == 0 ? g->nproofs : 1);
}

/* Permutation columns follow from a table's interactions. */
static unsigned
perm_columns(const struct air *air)
{
	return 4 * (1 + (air->interactions + 1) / 2);
}

static void
put_cells(struct metrics_file *f, const struct work *w, const struct place *at,
    int nth, uint64_t what)
{
	struct rng r = { rng_mix(rng_mix(w->seed, 0x63656c6c73), what) };
	uint64_t total = 0, used = 0;
	unsigned i;

	for (i = 0; i < w->airs; i++) {
		const struct air *air = &airs_of(nth)[i];
		uint64_t rows = work_rows(w, air,
		    1ULL << rng_between(&r, 8, 20));
		uint64_t cells = rows * (air->columns + perm_columns(air));
		struct entry e = at->proof;

		entry_label(&e, "air_name", air->name);
		put_whole(f, e, "rows", rows);
		put_whole(f, e, "cells", cells);
		put_whole(f, e, "prep_cols", 0);
		put_whole(f, e, "main_cols", air->columns);
		put_whole(f, e, "perm_cols", perm_columns(air));
		total += cells;
		used += rows * air->columns * rng_between(&r, 501, 999) / 1000;
	}
	put_whole(f, at->proof, "total_cells", total);
	put_whole(f, at->vm, "main_cells_used", used);
	if (w->prover == PROVER_E3)
		put_whole(f, at->vm, "total_cells_used", used * 5 / 2);
}

static void
put_counters(struct metrics_file *f, const struct work *w,
    const struct group *g, int nth)
{
	struct rng r = { rng_mix(w->seed, (uint64_t)nth) };
	unsigned idx;

	put_airs(f, w, g, nth);
	for (idx = 0; idx < g->nproofs; idx++) {
		uint64_t insns = work_proof(w, nth, idx).insns;
		struct place at;

		if (nth > 0)
			insns = rng_between(&r, 2000000, 9000000);
		place(&at, w, g, nth, idx);
		put_whole(f, at.vm,
		    w->prover == PROVER_V1 ? "total_cycles" :
					     "execute_e3_insns",
		    insns);
		put_cells(f, w, &at, nth, (uint64_t)nth << 32 | idx);
		if (nth == 0)
			rows_put(f, w, g->name, idx, insns);
	}
}

static void
put_proof(struct metrics_file *f, const struct work *w, const struct group *g,
    int nth, unsigned idx)
{
	static const struct {
		const char *metric;
		enum part part;
	} time[] = {
		{ "main_trace_commit_time_ms", PART_MAIN_COMMIT },
		{ "generate_perm_trace_time_ms", PART_PERM_TRACE },
		{ "perm_trace_commit_time_ms", PART_PERM_COMMIT },
		{ "quotient_poly_compute_time_ms", PART_QUOTIENT },
		{ "quotient_poly_commit_time_ms", PART_QUOTIENT_COMMIT },
		{ "pcs_opening_time_ms", PART_PCS_OPENING },
	};
	struct proof p = work_proof(w, nth, idx);
	struct place at;
	size_t i;

	place(&at, w, g, nth, idx);
	put_whole(f, at.vm,
	    w->prover == PROVER_V1 ? "execute_time_ms" : "execute_e3_time_ms",
	    p.us[PART_EXECUTE] / 1000);
	if (nth == 0 && w->prover == PROVER_E3)
		put_rate(f, at.vm, "execute_e3_insn_mi/s", p.insns,
		    p.us[PART_EXECUTE]);
	put_whole(f, at.vm, "trace_gen_time_ms", p.us[PART_TRACE] / 1000);
	if (w->prover == PROVER_E3)
		put_whole(f, at.vm, "memory_finalize_time_ms",
		    p.us[PART_TRACE] / 16000);
	for (i = 0; i < sizeof(time) / sizeof(time[0]); i++)
		put_whole(f, at.proof, time[i].metric,
		    p.us[time[i].part] / 1000);
	put_whole(f, at.proof, "stark_prove_excluding_trace_time_ms",
	    p.stark_us / 1000);
}

static void
put_metered(struct metrics_file *f, const struct work *w, const char *group)
{
	uint64_t insns = work_insns(w), us = work_noise(w, insns / 300, 0);
	struct entry e = { 0 };

	entry_label(&e, "group", group);
	put_whole(f, e, "execute_metered_time_ms", us / 1000);
	put_rate(f, e, "execute_metered_insn_mi/s", insns, us);
}

static void
put_time(struct metrics_file *f, const struct work *w, const char *group,
    const char *metric, uint64_t us)
{
	struct entry e = { 0 };

	entry_label(&e, "group", group);
	put_whole(f, e, metric, work_noise(w, us, us) / 1000);
}

void
emit_v1(struct metrics_file *f, const struct work *w)
{
	struct group g[WORK_GROUPS];
	int n = work_groups(w, g), i;
	unsigned idx;

	file_array(f, "counter");
	for (i = 0; i < n; i++)
		put_counters(f, w, &g[i], i);
	file_array(f, "gauge");
	put_time(f, w, g->name, "keygen_time_ms", 1190000);
	put_time(f, w, g->name, "commit_exe_time_ms", 8400);
	if (w->prover == PROVER_E3)
		put_metered(f, w, g->name);
	put_time(f, w, "agg_keygen", "keygen_time_ms", 1690000);
	for (i = 0; i < n; i++)
		for (idx = 0; idx < g[i].nproofs; idx++)
			put_proof(f, w, &g[i], i, idx);
	put_time(f, w, "halo2_outer", "total_proof_time_ms", 34200000);
	put_time(f, w, "halo2_wrapper", "total_proof_time_ms", 21600000);
}

void
emit(struct metrics_file *f, const struct work *w)
{
	if (w->prover == PROVER_V2)
		emit_v2(f, w);
	else
		emit_v1(f, w);
}
