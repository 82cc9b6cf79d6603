/* SPDX-License-Identifier: MIT */
/* Checks of the domain's table of metrics. */
#include <stdlib.h>
#include <unistd.h>

#include "domain/metrics.h"
#include "unit.h"

static enum metric_class
class(const char *name)
{
	return metrics_find(slice_str(name))->class;
}

static enum metric_direction
better(const char *name)
{
	return metrics_find(slice_str(name))->better;
}

static int
rank(const char *name)
{
	return metrics_rank(slice_str(name));
}

static void
classes(void)
{
	static const char *const exact[] = {
		"execute_preflight_insns", "execute_metered_insns",
		"frequency", "opcode_count", "total_cycles", "rows", "cells",
		"main_cells_used", "cells_used", "total_cells", "main_cols",
		"prep_cols", "constraints", "interactions", "quotient_deg",
		"constraint_deg", "num_segments", "num_children",
		"proof_size_bytes", "halo2_wrapper_k", "fri.log_blowup",
		"metered_memory_padding_bytes", "segmentation_trigger",
		"weighted_sum", "threshold",
	};
	static const char *const quantised[] = {
		"total_proof_time_ms", "prover.rap_constraints_time_ms",
		"prover.rap_constraints.round0_time_ms", "keygen_time_ms",
		"generate_blob_total_time_ms", "proof_time_s",
		"par_proof_time_s", "par_proof_time_s@32",
	};
	static const char *const noisy[] = {
		"execute_preflight_insn_mi/s", "gpu_mem.current_bytes",
		"gpu_mem.local_peak_bytes", "gpu_mem.timestamp_ms", "unheard",
		"", "rate/s",
	};

	for (size_t i = 0; i < sizeof(exact) / sizeof(*exact); i++)
		CHECK(class(exact[i]) == METRIC_EXACT);
	for (size_t i = 0; i < sizeof(quantised) / sizeof(*quantised); i++)
		CHECK(class(quantised[i]) == METRIC_QUANTISED);
	for (size_t i = 0; i < sizeof(noisy) / sizeof(*noisy); i++)
		CHECK(class(noisy[i]) == METRIC_NOISY);
	CHECK(better("execute_preflight_insn_mi/s") == METRIC_HIGHER);
	CHECK(better("execute_preflight_insns") == METRIC_LOWER);
	CHECK(better("num_segments") == METRIC_NEITHER);
	CHECK(better("unheard") == METRIC_LOWER);
	CHECK(strcmp(metrics_find(SLICE("rows"))->unit, "rows") == 0);
}

/* Samples of the order that the reference's reports have. */
static void
ranks(void)
{
	static const char *const v1[] = {
		"total_proof_time_ms", "main_cells_used", "total_cycles",
		"execute_time_ms", "trace_gen_time_ms",
		"stark_prove_excluding_trace_time_ms",
		"main_trace_commit_time_ms", "pcs_opening_time_ms",
	};
	static const char *const v2[] = {
		"total_proof_time_ms", "execute_metered_time_ms",
		"execute_metered_insns", "execute_metered_insn_mi/s",
		"execute_preflight_insns", "execute_preflight_time_ms",
		"execute_preflight_insn_mi/s", "trace_gen_time_ms",
		"generate_blob_total_time_ms",
		"stark_prove_excluding_trace_time_ms",
		"prover.main_trace_commit_time_ms",
		"prover.rap_constraints_time_ms", "prover.openings_time_ms",
		"prover.rap_constraints.logup_gkr_time_ms",
		"prover.openings.whir_time_ms", "prover.another",
		"halo2_verifier_k", "halo2_wrapper_k",
	};
	/* How full the segments are. */
	static const char *const ours[] = {
		"num_segments", "segmentation_trigger",
		"metered_memory_padding_bytes", "metered_rows_padding",
		"metered_rows_unpadded", "metered_main_cells_padding",
		"metered_interaction_cells_padding", "memory_headroom",
		"weighted_sum", "threshold",
	};

	CHECK(rank(v1[0]) == 0);
	for (size_t i = 1; i < sizeof(v1) / sizeof(*v1); i++)
		CHECK(rank(v1[i - 1]) < rank(v1[i]));
	for (size_t i = 1; i < sizeof(v2) / sizeof(*v2); i++)
		CHECK(rank(v2[i - 1]) < rank(v2[i]));
	for (size_t i = 0; i < sizeof(ours) / sizeof(*ours); i++)
		CHECK(rank(ours[i]) > rank("halo2_wrapper_k") &&
		    !metrics_in_reference(slice_str(ours[i]), VERSION_2_1));
	CHECK(rank("rows") == -1);
	CHECK(rank("keygen_time_ms") == -1);
	CHECK(metrics_rank((struct slice){ NULL, 0 }) == -1);
}

/* 1: in v2.0, 2: in v2.1. */
static int
in_reference(const char *name)
{
	return metrics_in_reference(slice_str(name), VERSION_2_0) +
	    2 * metrics_in_reference(slice_str(name), VERSION_2_1);
}

static void
shows(void)
{
	CHECK(metrics_shows(SLICE("execute_metered_insns"), 1) ==
	    METRIC_AVG_ONLY);
	CHECK(metrics_shows(SLICE("execute_metered_insns"), 0) == METRIC_ALL);
	CHECK(metrics_shows(SLICE("execute_metered_insn_mi/s"), 1) ==
	    METRIC_NO_SUM);
	CHECK(metrics_shows(SLICE("execute_e1_time_ms"), 1) == METRIC_ALL);
	CHECK(metrics_shows(SLICE("threshold"), 1) == METRIC_NO_SUM);
	CHECK(metrics_shows(SLICE("total_proof_time_ms"), 1) == METRIC_ALL);
	CHECK(in_reference("execute_e1_time_ms") == 3);
	CHECK(in_reference("insns") == 3);
	CHECK(in_reference("set_initial_memory_time_ms") == 2);
	CHECK(in_reference("compile_pure_time_ms") == 2);
	CHECK(in_reference("execute_e1_insns") == 0);
	CHECK(in_reference("prover.openings.x_time_ms") == 0);
	CHECK(in_reference("rows") == 0);
}

/* A file's rows come before the built-in ones. */
static void
load(void)
{
	char path[] = "/tmp/ovp-unit-XXXXXX";
	static const char text[] = "direction\tclass\tglob\n# a comment\n\n"
	    "higher\tnoisy\trows\nneither\texact\tx*\n";
	int fd = mkstemp(path);

	CHECK(fd >= 0);
	CHECK(write(fd, text, sizeof(text) - 1) == sizeof(text) - 1);
	close(fd);
	metrics_load(path);
	unlink(path);
	CHECK(class("rows") == METRIC_NOISY);
	CHECK(better("rows") == METRIC_HIGHER);
	CHECK(better("xyz") == METRIC_NEITHER);
	CHECK(class("cells") == METRIC_EXACT);
	CHECK(*metrics_find(SLICE("x"))->unit == '\0');
	metrics_unload();
	CHECK(class("rows") == METRIC_EXACT);
}

int
main(void)
{
	classes();
	ranks();
	shows();
	load();
	return unit_end();
}
