/* SPDX-License-Identifier: MIT */
/* Levels of a stream: the key `group' and the columns of the finer level. */
#include "levels.h"

const char *const fine_name[FINES] = {
	[FINE_SEGMENT] = "segment",
	[FINE_IDX] = "idx",
	[FINE_AIR_NAME] = "air_name",
	[FINE_OPCODE] = "opcode",
	[FINE_REASON] = "reason",
};

bool
levels_are_keys(const struct slice *key, size_t n)
{
	if (n != 1 + FINES || !slice_eq(key[0], SLICE("group")))
		return false;
	for (size_t i = 0; i < FINES; i++)
		if (!slice_eq(key[1 + i], slice_str(fine_name[i])))
			return false;
	return true;
}

bool
levels_is_fine_but(const struct slice *fine, unsigned set)
{
	for (size_t i = 0; i < FINES; i++)
		if (fine[i].n > 0 && (set & 1u << i) == 0)
			return true;
	return false;
}

bool
levels_is_fine(const struct slice *fine)
{
	return levels_is_fine_but(fine, 0);
}
