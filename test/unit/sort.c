/* SPDX-License-Identifier: MIT */
#include "base/sort.h"
#include "unit.h"

struct pair {
	int key, place;
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

/* An element that is moved once it is sorted by its place. */
struct large {
	struct pair pair;
	char more[100];
};

static void
sort_large(void)
{
	static struct large l[500];
	unsigned seed = 1;

	for (int n = 0; n <= 500; n += n < 20 ? 1 : 96) {
		int m = 1 + n % 7;

		for (int i = 0; i < n; i++) {
			seed = seed * 1103515245 + 12345;
			l[i].pair = (struct pair){ (int)(seed >> 16 & 63), i };
			l[i].more[99] = (char)(i % 100);
		}
		sort_with(l, (size_t)n, sizeof(*l), compare, &m);
		for (int i = 0; i < n; i++) {
			CHECK(l[i].more[99] == l[i].pair.place % 100);
			CHECK(i == 0 || compare(&l[i - 1], &l[i], &m) < 0 ||
			    (compare(&l[i - 1], &l[i], &m) == 0 &&
				l[i - 1].pair.place < l[i].pair.place));
		}
	}
}

int
main(void)
{
	static struct pair p[1000];
	unsigned seed = 1;

	sort_large();

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
