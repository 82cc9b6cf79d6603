/* SPDX-License-Identifier: MIT */
/* Fuzzes the orders of names: total, equal only for equal names. */
#include "fuzz.h"
#include "domain/metrics.h"
#include "domain/stages.h"

static int
sign(int c)
{
	return (c > 0) - (c < 0);
}

static void
check_order(int (*cmp)(struct slice, struct slice), const struct slice *s)
{
	for (int i = 0; i < 3; i++)
		for (int j = 0; j < 3; j++) {
			int c = sign(cmp(s[i], s[j]));

			CHECK(c == -sign(cmp(s[j], s[i])));
			CHECK((c == 0) == slice_eq(s[i], s[j]));
			for (int k = 0; k < 3; k++)
				if (c <= 0 && sign(cmp(s[j], s[k])) <= 0)
					CHECK(sign(cmp(s[i], s[k])) <= 0);
		}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct slice rest = { (const char *)data, n }, s[3];

	for (int i = 0; i < 3; i++)
		s[i] = fuzz_take(&rest);
	check_order(name_cmp, s);
	check_order(stage_cmp, s);
	CHECK(metrics_find(s[0]) != NULL);
	CHECK(metrics_find(s[0])->place >= -1);
	metrics_find_kind(s[0], n % 2);
	return 0;
}
