/* SPDX-License-Identifier: MIT */
/* Edit distance of names, to suggest one for a misspelt name. */
#include "distance.h"

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

size_t
distance_of(struct slice a, struct slice b)
{
	size_t row[DISTANCE_BYTES + 1];
	size_t n = least(a.n, DISTANCE_BYTES), m = least(b.n, DISTANCE_BYTES);

	for (size_t j = 0; j <= m; j++)
		row[j] = j;
	for (size_t i = 1; i <= n; i++) {
		size_t corner = row[0];

		row[0] = i;
		for (size_t j = 1; j <= m; j++) {
			size_t above = row[j];
			size_t other = corner + (a.at[i - 1] != b.at[j - 1]);

			row[j] = least(other, least(above, row[j - 1]) + 1);
			corner = above;
		}
	}
	return row[m];
}
