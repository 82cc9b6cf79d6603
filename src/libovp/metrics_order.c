/* SPDX-License-Identifier: MIT */
/* The domain's metrics: their place in a report. */
#include "glob.h"
#include "metrics.h"

#define N(a)	(sizeof(a) / sizeof((a)[0]))

/* The reference's order, over all generations of provers; globs. */
static const char *const order[] = {
	"total_proof_time_ms",
	"main_cells_used",
	"total_cells_used",
	"total_cycles",
	"compile_*",
	"execute_e1_time_ms",
	"execute_e1_insns",
	"execute_e1_insn_mi/s",
	"execute_metered_time_ms",
	"execute_metered_insns",
	"execute_metered_insn_mi/s",
	"execute_preflight_insns",
	"execute_preflight_time_ms",
	"execute_preflight_insn_mi/s",
	"execute_e3_*",
	"execute_time_ms",
	"trace_gen_time_ms",
	"generate_blob_total_time_ms",
	"memory_finalize_time_ms",
	"boundary_finalize_time_ms",
	"merkle_finalize_time_ms",
	"stark_prove_excluding_trace_time_ms",
	"main_trace_commit_time_ms",
	"generate_perm_trace_time_ms",
	"perm_trace_commit_time_ms",
	"quotient_poly_compute_time_ms",
	"quotient_poly_commit_time_ms",
	"pcs_opening_time_ms",
	"prover.main_trace_commit_time_ms",
	"prover.rap_constraints_time_ms",
	"prover.openings_time_ms",
	"prover.rap_constraints.logup_gkr_time_ms",
	"prover.rap_constraints.round0_time_ms",
	"prover.rap_constraints.mle_rounds_time_ms",
	"prover.openings.stacked_reduction_time_ms",
	"prover.openings.stacked_reduction.round0_time_ms",
	"prover.openings.stacked_reduction.mle_rounds_time_ms",
	"prover.openings.whir_time_ms",
	"prover.*",
	"halo2_verifier_k",
	"halo2_wrapper_k",
};

int
metrics_rank(struct slice name)
{
	for (size_t i = 0; i < N(order); i++)
		if (glob_match(order[i], name))
			return (int)i;
	return -1;
}

enum metric_shows
metrics_shows(struct slice name, int app)
{
	static const char *const once[] = {
		"execute_metered_time_ms", "execute_metered_insns",
		"execute_e1_time_ms", "execute_e1_insns",
	};

	if (slice_ends(name, SLICE("/s")))
		return METRIC_NO_SUM;
	for (size_t i = 0; app && i < N(once); i++)
		if (slice_eq(name, slice_str(once[i])))
			return METRIC_AVG_ONLY;
	return METRIC_ALL;
}
