/* SPDX-License-Identifier: MIT */
/* Verdicts of a comparison on a metric. */
#include "verdict.h"

const char *const verdict_word[VERDICTS] = {
	[VERDICT_NONE] = "",
	[VERDICT_SAME] = "same",
	[VERDICT_BETTER] = "better",
	[VERDICT_WORSE] = "worse",
	[VERDICT_CHANGED] = "changed",
	[VERDICT_NEW] = "new",
	[VERDICT_GONE] = "gone",
};

enum verdict
verdict_read(struct slice word)
{
	for (int v = VERDICTS - 1; v > VERDICT_NONE; v--)
		if (slice_eq(word, slice_str(verdict_word[v])))
			return (enum verdict)v;
	return VERDICT_NONE;
}
