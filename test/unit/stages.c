/* SPDX-License-Identifier: MIT */
/* Unit test of stages: which group belongs where, their order. */
#include "domain/stages.h"
#include "unit.h"

static void
stage_names(void)
{
	static const struct {
		const char *group;
		enum stage stage;
	} row[] = {
		{ "app_proof", STAGE_APP },
		{ "fibonacci_program", STAGE_APP },
		{ "leaf", STAGE_LEAF },
		{ "leaf_prover", STAGE_LEAF },
		{ "def_leaf", STAGE_LEAF },
		{ "def_app", STAGE_APP },
		{ "internal_for_leaf", STAGE_INTERNAL_FOR_LEAF },
		{ "internal_recursive.0", STAGE_INTERNAL },
		{ "internal.3", STAGE_INTERNAL },
		{ "root", STAGE_ROOT },
		{ "halo2_outer", STAGE_HALO2_OUTER },
		{ "halo2_verifier", STAGE_HALO2_VERIFIER },
		{ "halo2_wrapper", STAGE_HALO2_WRAPPER },
		{ "agg_keygen", STAGE_KEYGEN },
		{ "keygen_leaf", STAGE_KEYGEN },
		{ "a_keygen_b", STAGE_KEYGEN },
		{ "ssh-keygenerator_program", STAGE_APP },
		{ "mykeygen", STAGE_APP },
		{ "", STAGE_NONE },
	};

	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++)
		CHECK(stage_of(slice_str(row[i].group)) == row[i].stage);
}

/* Each name comes before those behind it, and equals itself. */
static void
order(void)
{
	static const char *const name[] = { "*", "app", "app.2", "app.10",
		"app.10a", "zoo", "leaf", "leaf.1", "internal_for_leaf",
		"internal.2", "internal.10", "internal_recursive.0",
		"internal_recursive.1", "root", "halo2_outer", "halo2_verifier",
		"halo2_wrapper", "agg_keygen", "" };
	const size_t n = sizeof(name) / sizeof(name[0]);

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++) {
			int c = stage_cmp(slice_str(name[i]),
			    slice_str(name[j]));

			CHECK(i == j ? c == 0 : i < j ? c < 0 : c > 0);
		}
}

static void
names(void)
{
	CHECK(name_cmp(SLICE("9"), SLICE("10")) < 0);
	CHECK(name_cmp(SLICE("007"), SLICE("7")) != 0);
	CHECK(name_cmp(SLICE("007"), SLICE("8")) < 0);
	CHECK(name_cmp(SLICE("a99999999999999999999999"),
		  SLICE("a100000000000000000000000")) < 0);
	CHECK(name_cmp(SLICE("a"), SLICE("\303\251")) < 0);
	CHECK(name_cmp(SLICE("a"), SLICE("a0")) < 0);
}

int
main(void)
{
	stage_names();
	order();
	names();
	return unit_end();
}
