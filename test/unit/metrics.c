/* SPDX-License-Identifier: MIT */
/* Checks of the domain's table of metrics. */
#include <ctype.h>
#include <stdlib.h>
#include <unistd.h>

#include "domain/metric_rows.h"
#include "domain/metrics.h"
#include "unit.h"

/* As metric_rows.c has them. */
struct metric_role_of {
	enum metric_role role;
	const char *name;
};
#define NUL_15 ""
#include "domain/metrics_table.h"

#define N(a) (sizeof(a) / sizeof((a)[0]))

static enum metric_class class(const char *name) {
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
	return metrics_find(slice_str(name))->place;
}

static unsigned
shown(const char *name)
{
	return metrics_find(slice_str(name))->shown;
}

static void
classes(void)
{
	static const char *const exact[] = { "execute_preflight_insns",
		"execute_metered_insns", "frequency", "opcode_count",
		"total_cycles", "rows", "cells", "main_cells_used",
		"cells_used", "total_cells", "main_cols", "prep_cols",
		"constraints", "interactions", "quotient_deg", "constraint_deg",
		"num_segments", "num_children", "proof_size_bytes",
		"halo2_wrapper_k", "fri.log_blowup",
		"metered_memory_padding_bytes", "segmentation_trigger",
		"weighted_sum", "threshold" };
	static const char *const quantised[] = { "total_proof_time_ms",
		"prover.rap_constraints_time_ms",
		"prover.rap_constraints.round0_time_ms", "keygen_time_ms",
		"generate_blob_total_time_ms", "proof_time_s",
		"par_proof_time_s", "par_proof_time_s@32" };
	static const char *const noisy[] = { "execute_preflight_insn_mi/s",
		"gpu_mem.current_bytes", "gpu_mem.local_peak_bytes",
		"gpu_mem.timestamp_ms", "unheard", "", "rate/s" };

	static const char *const rate[] = { "execute_preflight_insn_mi/s",
		"rate/s", "rows_per_second", "cells_per_second_total",
		"proofs_per_hour", "insns_per_sec", "clock_hz", "clock_khz",
		"clock_mhz", "clock.MHz", "throughput", "throughput_mb",
		"execute_insn_mi_s", "rows_s", "cells/sec", "per_second.rows" };

	for (size_t i = 0; i < sizeof(exact) / sizeof(*exact); i++)
		CHECK(class(exact[i]) == METRIC_EXACT);
	for (size_t i = 0; i < sizeof(quantised) / sizeof(*quantised); i++)
		CHECK(class(quantised[i]) == METRIC_QUANTISED);
	for (size_t i = 0; i < sizeof(noisy) / sizeof(*noisy); i++)
		CHECK(class(noisy[i]) == METRIC_NOISY);
	for (size_t i = 0; i < sizeof(rate) / sizeof(*rate); i++)
		CHECK(class(rate[i]) == METRIC_NOISY &&
		    better(rate[i]) == METRIC_HIGHER);
	CHECK(class("proof_size_bytes.total") == METRIC_EXACT);
	CHECK(class("vk_size_bytes_compressed") == METRIC_EXACT);
	CHECK(class("proof_bytes.root") == METRIC_EXACT);
	CHECK(metrics_find_kind(SLICE("cpu_seconds_total"), true)->class ==
	    METRIC_NOISY);
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
	static const char *const v1[] = { "total_proof_time_ms",
		"main_cells_used", "total_cycles", "execute_time_ms",
		"trace_gen_time_ms", "stark_prove_excluding_trace_time_ms",
		"main_trace_commit_time_ms", "pcs_opening_time_ms" };
	static const char *const v2[] = { "total_proof_time_ms",
		"execute_metered_time_ms", "execute_metered_insns",
		"execute_metered_insn_mi/s", "execute_preflight_insns",
		"execute_preflight_time_ms", "execute_preflight_insn_mi/s",
		"trace_gen_time_ms", "generate_blob_total_time_ms",
		"stark_prove_excluding_trace_time_ms",
		"prover.main_trace_commit_time_ms",
		"prover.rap_constraints_time_ms", "prover.openings_time_ms",
		"prover.rap_constraints.logup_gkr_time_ms",
		"prover.openings.whir_time_ms", "prover.another",
		"halo2_verifier_k", "halo2_wrapper_k" };
	/* How full the segments are. */
	static const char *const ours[] = { "num_segments",
		"segmentation_trigger", "metered_memory_padding_bytes",
		"metered_rows_padding", "metered_rows_unpadded",
		"metered_main_cells_padding",
		"metered_interaction_cells_padding", "memory_headroom",
		"weighted_sum", "threshold" };

	CHECK(rank(v1[0]) == 0);
	for (size_t i = 1; i < sizeof(v1) / sizeof(*v1); i++)
		CHECK(rank(v1[i - 1]) < rank(v1[i]));
	for (size_t i = 1; i < sizeof(v2) / sizeof(*v2); i++)
		CHECK(rank(v2[i - 1]) < rank(v2[i]));
	for (size_t i = 0; i < sizeof(ours) / sizeof(*ours); i++)
		CHECK(rank(ours[i]) > rank("halo2_wrapper_k") &&
		    shown(ours[i]) == SHOWN_OWN);
	CHECK(rank("rows") == -1);
	CHECK(shown("keygen_time_ms") == SHOWN_OWN);
	CHECK(metrics_find((struct slice){ NULL, 0 })->place == -1);
}

static void
statistics(void)
{
	static const char *const nosum[] = { "execute_metered_insn_mi/s",
		"threshold", "weighted_sum", "halo2_wrapper_k",
		"constraint_deg", "rows_per_second", "throughput_x",
		"gpu_mem.current_bytes", "clock_mhz" };

	for (size_t i = 0; i < sizeof(nosum) / sizeof(*nosum); i++)
		CHECK(metrics_find(slice_str(nosum[i]))->stats == STATS_NOSUM);
	CHECK(metrics_find(SLICE("total_proof_time_ms"))->stats == STATS_ALL);
	CHECK(metrics_find(SLICE("unheard"))->stats == STATS_ALL);
	CHECK(metrics_find(SLICE("execute_metered_insns"))->once == ONCE_APP);
	CHECK(metrics_find(SLICE("execute_e1_time_ms"))->once == ONCE_NO);
	CHECK(metrics_find(SLICE("insns"))->once == ONCE_WHOLE);
	CHECK(shown("execute_e1_time_ms") == SHOWN_REF);
	CHECK(shown("insns") == SHOWN_REF);
	CHECK(metric_in_reference(metrics_find(SLICE("insns")), VERSION_2_0));
	CHECK(!metric_in_reference(metrics_find(SLICE("rows")), VERSION_2_1));
	CHECK(shown("execute_e1_insns") == SHOWN_OWN);
	CHECK(shown("prover.openings.x_time_ms") == SHOWN_OWN);
	CHECK(shown("set_initial_memory_time_ms") == (SHOWN_OWN | SHOWN_2_1));
	CHECK(shown("rows") == SHOWN_NO);
}

/* Names as exporters spell them are the same metrics. */
static void
spelled(void)
{
	static const char *const pair[][2] = {
		{ "execute_metered_insn_mi/s", "execute_metered_insn_mi_s" },
		{ "gpu_mem.current_bytes", "gpu_mem_current_bytes" },
		{ "gpu_mem.another_bytes", "gpu_mem_another_bytes" },
		{ "prover.openings.whir_time_ms",
		    "prover_openings_whir_time_ms" },
		{ "proof_size_bytes.total", "proof_size_bytes_total" },
		{ "execute_preflight_insns", "execute_preflight_insns_total" },
	};

	for (size_t i = 0; i < sizeof(pair) / sizeof(*pair); i++) {
		const struct metric *a = metrics_find(slice_str(pair[i][0]));
		const struct metric *b = metrics_find(slice_str(pair[i][1]));

		CHECK(a->class == b->class && a->better == b->better &&
		    a->place == b->place && a->role_set == b->role_set &&
		    strcmp(a->unit, b->unit) == 0);
	}
	CHECK(slice_eq(metrics_exported(SLICE("gpu_mem.current_bytes")),
	    SLICE("gpu_mem_current_bytes")));
	CHECK(slice_eq(metrics_exported(SLICE("rows")), SLICE("rows")));
	/* Seconds, or something per second: it can't be told. */
	CHECK(better("hash_s") == METRIC_LOWER);
	CHECK(strcmp(metrics_find(SLICE("hash_s"))->maybe, "*/s") == 0);
	CHECK(metrics_find(SLICE("proof_time_s"))->maybe == NULL);
	CHECK(metrics_find(SLICE("insn_mi_s"))->maybe == NULL);
	CHECK(better("hash/s") == METRIC_HIGHER);
}

/* How exporters spell the name of a row. */
static void
spell(char *to, const char *name, bool glob)
{
	for (; *name != '\0'; name++)
		*to++ = (char)(isalnum((unsigned char)*name) || *name == '_' ||
			    *name == ':' ||
			    (glob && strchr("*?[]\\!-^", *name) != NULL) ?
			*name :
			'_');
	*to = '\0';
}

/* What src/table has sorted and spelled is found. */
static void
rows(void)
{
	size_t named = 0, other = 0, bad = 0;

	for (size_t i = 0; i < N(builtin); i++) {
		struct slice name = slice_str(builtin[i].name);
		const char *own = builtin[i].exported;
		bool glob = strpbrk(name.at, "*?[\\") != NULL;
		char text[128];

		spell(text, name.at, glob);
		bad += strcmp(own == NULL ? name.at : own, text) != 0 ||
		    (own != NULL && strcmp(own, name.at) == 0);
		if (glob)
			continue;
		named++;
		other += own != NULL;
		bad += !slice_eq(metrics_original(name), name) ||
		    !slice_eq(metrics_exported(name), slice_str(text)) ||
		    !slice_eq(metrics_original(slice_str(text)), name);
	}
	CHECK(bad == 0);
	CHECK(named == N(by_name) && other == N(by_spelling) &&
	    named + N(globs) == N(builtin));
	/* Those of a role stand together. */
	for (size_t i = 0; i < N(role_of); i++)
		bad += i > 0 && role_of[i].role == role_of[i - 1].role ?
		    0 :
		    role_first[role_of[i].role] != i;
	CHECK(bad == 0);
}

/* A counter is exact unless the table says else. */
static void
kinds(void)
{
	CHECK(class("unheard") == METRIC_NOISY);
	CHECK(metrics_find_kind(SLICE("unheard"), true)->class == METRIC_EXACT);
	CHECK(metrics_find_kind(SLICE("gpu_mem.x_bytes"), true)->class ==
	    METRIC_NOISY);
}

static void
roles(void)
{
	CHECK(
	    slice_eq(metrics_named(ROLE_TOTAL), SLICE("total_proof_time_ms")));
	CHECK(slice_eq(metrics_with(ROLE_EXECUTE, 1),
	    SLICE("execute_e3_time_ms")));
	CHECK(metrics_with(ROLE_EXECUTE, 9).n == 0);
	CHECK(slice_eq(metrics_part(SLICE("prover.openings_time_ms"), 0),
	    SLICE("prover.openings.stacked_reduction_time_ms")));
	CHECK(metrics_part(SLICE("rows"), 0).n == 0);
	CHECK(metric_has(metrics_find(SLICE("par_proof_time_s@7")),
	    ROLE_PROVERS));
}

static void
load_text(const char *text)
{
	char path[] = "/tmp/ovp-unit-XXXXXX";
	int fd = mkstemp(path);

	CHECK(fd >= 0);
	CHECK(write(fd, text, strlen(text)) == (ssize_t)strlen(text));
	close(fd);
	metrics_load(path);
	unlink(path);
}

/* A file's rows come before the built-in ones. */
static void
load(void)
{
	load_text("direction\tclass\tglob\n# a comment\n\n"
		  "higher\tnoisy\trows\nneither\texact\tx*\n");
	CHECK(class("rows") == METRIC_NOISY);
	CHECK(better("rows") == METRIC_HIGHER);
	CHECK(better("xyz") == METRIC_NEITHER);
	CHECK(class("cells") == METRIC_EXACT);
	CHECK(*metrics_find(SLICE("x"))->unit == '\0');
	metrics_unload();
	CHECK(class("rows") == METRIC_EXACT);
}

/* The very name counts before a glob that comes earlier. */
static void
names_first(void)
{
	load_text("name\tclass\tbetter\tfloor\tshown\n"
		  "r*\tnoisy\tneither\t-\t-\nrows\texact\t-\t5\town,2.1\n"
		  "total*\t-\thigher\t-\t-\n");
	CHECK(class("rows") == METRIC_EXACT);
	CHECK(better("rows") == METRIC_NEITHER);
	CHECK(metrics_find(SLICE("rows"))->floor == 5);
	CHECK(shown("rows") == (SHOWN_OWN | SHOWN_2_1));
	CHECK(strcmp(metrics_find(SLICE("rows"))->unit, "rows") == 0);
	CHECK(better("total_proof_time_ms") == METRIC_HIGHER);
	CHECK(class("total_proof_time_ms") == METRIC_QUANTISED);
	CHECK(rank("total_proof_time_ms") == 0);
	metrics_unload();
}

int
main(void)
{
	classes();
	ranks();
	statistics();
	spelled();
	rows();
	kinds();
	roles();
	load();
	names_first();
	return unit_end();
}
