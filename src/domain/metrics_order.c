/* SPDX-License-Identifier: MIT */
/* The domain's metrics: their place in a report. */
#include "base/glob.h"
#include "metrics.h"

#define N(a)	(sizeof(a) / sizeof((a)[0]))

/* The reference's order, over all generations of provers. */
static const struct {
	const char	*glob;
	bool		 ours;	/* not of the reference, up to its v2.0 */
} order[] = {
	{ "total_proof_time_ms", false },
	{ "main_cells_used", false },
	{ "total_cells_used", false },
	{ "total_cells", true },
	{ "total_cycles", false },
	{ "insns", false },
	{ "compile_*", true },
	{ "execute_e1_time_ms", false },
	{ "execute_e1_insns", true },
	{ "execute_e1_insn_mi/s", false },
	{ "execute_pure_time_ms", true },
	{ "execute_pure_insns", true },
	{ "execute_pure_insn_mi/s", true },
	{ "execute_metered_time_ms", false },
	{ "execute_metered_insns", false },
	{ "execute_metered_cost_insns", true },
	{ "execute_metered_insn_mi/s", false },
	{ "execute_preflight_insns", false },
	{ "execute_preflight_time_ms", false },
	{ "execute_preflight_insn_mi/s", false },
	{ "execute_e3_time_ms", false },
	{ "execute_e3_insn_mi/s", false },
	{ "execute_e3_*", true },
	{ "execute_time_ms", false },
	{ "postflight_time_ms", true },
	{ "postflight_replay_count_time_ms", true },
	{ "postflight_replay_emit_time_ms", true },
	{ "postflight_memory_chronology_time_ms", true },
	{ "postflight_program_index_time_ms", true },
	{ "trace_gen_time_ms", false },
	{ "generate_blob_total_time_ms", false },
	{ "set_initial_memory_time_ms", true },
	{ "memory_finalize_time_ms", false },
	{ "boundary_finalize_time_ms", false },
	{ "merkle_finalize_time_ms", false },
	{ "stark_prove_excluding_trace_time_ms", false },
	{ "main_trace_commit_time_ms", false },
	{ "generate_perm_trace_time_ms", false },
	{ "perm_trace_commit_time_ms", false },
	{ "quotient_poly_compute_time_ms", false },
	{ "quotient_poly_commit_time_ms", false },
	{ "pcs_opening_time_ms", false },
	{ "prover.main_trace_commit_time_ms", false },
	{ "prover.rap_constraints_time_ms", false },
	{ "prover.openings_time_ms", false },
	{ "prover.rap_constraints.logup_gkr_time_ms", false },
	{ "prover.rap_constraints.round0_time_ms", false },
	{ "prover.rap_constraints.mle_rounds_time_ms", false },
	{ "prover.openings.stacked_reduction_time_ms", false },
	{ "prover.openings.stacked_reduction.round0_time_ms", false },
	{ "prover.openings.stacked_reduction.mle_rounds_time_ms", false },
	{ "prover.openings.whir_time_ms", false },
	{ "prover.*", true },
	{ "halo2_verifier_k", false },
	{ "halo2_wrapper_k", false },
	/* What a run is cut into segments by, and how full they are. */
	{ "num_segments", true },
	{ "segmentation_*", true },
	{ "metered_memory_*", true },
	{ "metered_rows_*", true },
	{ "metered_main_cells_*", true },
	{ "metered_interaction_cells_*", true },
	{ "*_padding", true },
	{ "padding*", true },
	{ "*headroom*", true },
	{ "weighted_sum", true },
	{ "threshold", true },
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
metrics_in_reference(struct slice name)
{
	int rank = metrics_rank(name);

	return rank >= 0 && !order[rank].ours;
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
