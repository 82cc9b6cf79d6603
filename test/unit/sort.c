/* SPDX-License-Identifier: MIT */
#include "base/sort.h"
#include "unit.h"

struct pair {
	int	key, place;
};

/* Keys modulo *with. */
static int
compare(const void *a, const void *b, void *with)
{
	int m = *(const int *)with;
	int x = ((const struct pair *)a)->key % m;
	int y = ((const struct pair *)b)->key % m;

	return (x > y) - (x < y);
}

int
main(void)
{
	static struct pair p[1000];
	unsigned seed = 1;

	for (int n = 0; n <= 1000; n += n < 70 ? 1 : 93) {
		int m = 1 + n % 11, sum = 0, keys = 0;

		for (int i = 0; i < n; i++) {
			seed = seed * 1103515245 + 12345;
			p[i] = (struct pair){ (int)(seed >> 16 & 255), i };
			keys += p[i].key;
		}
		sort_with(p, (size_t)n, sizeof(*p), compare, &m);
		for (int i = 0; i < n; i++) {
			sum += p[i].key;
			if (i == 0)
				continue;
			CHECK(p[i - 1].key % m <= p[i].key % m);
			/* Equal ones keep their order. */
			CHECK(p[i - 1].key % m < p[i].key % m ||
			    p[i - 1].place < p[i].place);
		}
		CHECK(sum == keys);
	}
	return unit_failures > 0;
}
