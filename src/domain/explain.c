/* SPDX-License-Identifier: MIT */
/* Which labels a metric explains a change by. */
#include "explain.h"

unsigned
explain_levels(struct slice metric)
{
	static const struct {
		const char	*name;
		unsigned	 levels;
	} known[] = {
		{ "total_proof_time_ms", LEVEL_SEGMENT },
		{ "execute_preflight_insns", LEVEL_SEGMENT },
		{ "total_cells", LEVEL_SEGMENT },
		{ "total_cells_used", LEVEL_SEGMENT },
		{ "segmentation_trigger", LEVEL_SEGMENT | LEVEL_REASON },
		{ "rows", LEVEL_AIR },
		{ "cells", LEVEL_AIR },
		{ "main_cols", LEVEL_AIR },
		{ "perm_cols", LEVEL_AIR },
		{ "prep_cols", LEVEL_AIR },
		{ "metered_rows_unpadded", LEVEL_AIR },
		{ "metered_rows_padding", LEVEL_AIR },
		{ "frequency", LEVEL_OPCODE },
		{ "opcode_count", LEVEL_OPCODE },
		{ "cells_used", LEVEL_OPCODE },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (slice_eq(metric, slice_str(known[i].name)))
			return known[i].levels;
	return 0;
}
