/* SPDX-License-Identifier: MIT */
/* The domain's metrics: their place in a report. */
#include "base/glob.h"
#include "metrics.h"

#define N(a)	(sizeof(a) / sizeof((a)[0]))

/* The reference's order, over all generations of provers. */
static const struct {
	const char	*glob;
	enum { SINCE_2_0, SINCE_2_1, OURS } shown;	/* by the reference */
} order[] = {
	{ "total_proof_time_ms", SINCE_2_0 },
	{ "main_cells_used", SINCE_2_0 },
	{ "total_cells_used", SINCE_2_0 },
	{ "total_cells", OURS },
	{ "total_cycles", SINCE_2_0 },
	{ "insns", SINCE_2_0 },
	{ "compile_pure_time_ms", SINCE_2_1 },
	{ "compile_metered_time_ms", SINCE_2_1 },
	{ "compile_metered_segment_time_ms", SINCE_2_1 },
	{ "compile_metered_cost_time_ms", SINCE_2_1 },
	{ "compile_preflight_time_ms", SINCE_2_1 },
	{ "compile_*", OURS },
	{ "execute_e1_time_ms", SINCE_2_0 },
	{ "execute_e1_insns", OURS },
	{ "execute_e1_insn_mi/s", SINCE_2_0 },
	{ "execute_pure_time_ms", SINCE_2_1 },
	{ "execute_pure_insns", OURS },
	{ "execute_pure_insn_mi/s", SINCE_2_1 },
	{ "execute_metered_time_ms", SINCE_2_0 },
	{ "execute_metered_insns", SINCE_2_0 },
	{ "execute_metered_cost_insns", SINCE_2_1 },
	{ "execute_metered_insn_mi/s", SINCE_2_0 },
	{ "set_initial_memory_time_ms", SINCE_2_1 },
	{ "execute_preflight_insns", SINCE_2_0 },
	{ "execute_preflight_time_ms", SINCE_2_0 },
	{ "execute_preflight_insn_mi/s", SINCE_2_0 },
	{ "execute_e3_time_ms", SINCE_2_0 },
	{ "execute_e3_insn_mi/s", SINCE_2_0 },
	{ "execute_e3_*", OURS },
	{ "execute_time_ms", SINCE_2_0 },
	{ "postflight_time_ms", SINCE_2_1 },
	{ "postflight_replay_count_time_ms", SINCE_2_1 },
	{ "postflight_replay_emit_time_ms", SINCE_2_1 },
	{ "postflight_memory_chronology_time_ms", SINCE_2_1 },
	{ "postflight_program_index_time_ms", SINCE_2_1 },
	{ "trace_gen_time_ms", SINCE_2_0 },
	{ "generate_blob_total_time_ms", SINCE_2_0 },
	{ "memory_finalize_time_ms", SINCE_2_0 },
	{ "boundary_finalize_time_ms", SINCE_2_0 },
	{ "merkle_finalize_time_ms", SINCE_2_0 },
	{ "stark_prove_excluding_trace_time_ms", SINCE_2_0 },
	{ "main_trace_commit_time_ms", SINCE_2_0 },
	{ "generate_perm_trace_time_ms", SINCE_2_0 },
	{ "perm_trace_commit_time_ms", SINCE_2_0 },
	{ "quotient_poly_compute_time_ms", SINCE_2_0 },
	{ "quotient_poly_commit_time_ms", SINCE_2_0 },
	{ "pcs_opening_time_ms", SINCE_2_0 },
	{ "prover.main_trace_commit_time_ms", SINCE_2_0 },
	{ "prover.rap_constraints_time_ms", SINCE_2_0 },
	{ "prover.openings_time_ms", SINCE_2_0 },
	{ "prover.rap_constraints.logup_gkr_time_ms", SINCE_2_0 },
	{ "prover.rap_constraints.round0_time_ms", SINCE_2_0 },
	{ "prover.rap_constraints.mle_rounds_time_ms", SINCE_2_0 },
	{ "prover.openings.stacked_reduction_time_ms", SINCE_2_0 },
	{ "prover.openings.stacked_reduction.round0_time_ms", SINCE_2_0 },
	{ "prover.openings.stacked_reduction.mle_rounds_time_ms", SINCE_2_0 },
	{ "prover.openings.whir_time_ms", SINCE_2_0 },
	{ "prover.*", OURS },
	{ "halo2_verifier_k", SINCE_2_0 },
	{ "halo2_wrapper_k", SINCE_2_0 },
	{ "num_segments", OURS },
	{ "segmentation_*", OURS },
	{ "metered_memory_*", OURS },
	{ "metered_rows_*", OURS },
	{ "metered_main_cells_*", OURS },
	{ "metered_interaction_cells_*", OURS },
	{ "*_padding", OURS },
	{ "padding*", OURS },
	{ "*headroom*", OURS },
	{ "weighted_sum", OURS },
	{ "threshold", OURS },
};

int
metrics_rank(struct slice name)
{
	for (size_t i = 0; i < N(order); i++)
		if (glob_match(order[i].glob, name))
			return (int)i;
	return -1;
}

bool
metrics_in_reference(struct slice name, enum version version)
{
	int rank = metrics_rank(name);

	return rank >= 0 && order[rank].shown <=
	    (version == VERSION_2_0 ? SINCE_2_0 : SINCE_2_1);
}

enum metric_shows
metrics_shows(struct slice name, int app)
{
	static const char *const once[] = {
		"execute_metered_time_ms", "execute_metered_insns",
	};

	if (slice_ends(name, SLICE("/s")) ||
	    slice_eq(name, SLICE("weighted_sum")) ||
	    slice_eq(name, SLICE("threshold")))
		return METRIC_NO_SUM;
	for (size_t i = 0; app && i < N(once); i++)
		if (slice_eq(name, slice_str(once[i])))
			return METRIC_AVG_ONLY;
	return METRIC_ALL;
}
