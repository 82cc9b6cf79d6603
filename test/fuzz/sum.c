/* SPDX-License-Identifier: MIT */
/* Fuzzes sums: the same for any order of the terms. */
#include <math.h>

#include "fuzz.h"
#include "number/sum.h"

enum { MOST = 64 };

struct sums {
	struct sum terms, squares;
};

static void
add(struct sums *s, struct number n)
{
	sum_add(&s->terms, n);
	sum_add_square(&s->squares, n);
}

static void
clear(struct sums *s)
{
	sum_free(&s->terms);
	sum_free(&s->squares);
	*s = (struct sums){ 0 };
}

static bool
same(struct number a, struct number b)
{
	return a.is_whole == b.is_whole && a.real == b.real &&
	    (!a.is_whole || a.whole == b.whole);
}

static void
check_same(struct sums *a, struct sums *b, size_t n)
{
	CHECK(same(sum_value(&a->terms), sum_value(&b->terms)));
	CHECK(same(sum_value(&a->squares), sum_value(&b->squares)));
	CHECK(same(sum_mean(&a->terms, n), sum_mean(&b->terms, n)));
	if (n > 1) {
		double x = sum_stddev(&a->terms, &a->squares, n);

		CHECK(x == sum_stddev(&b->terms, &b->squares, n));
		CHECK(x >= 0);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sums forth = { 0 }, back = { 0 }, halves = { 0 }, other = { 0 };
	struct number term[MOST];
	size_t n = 0;

	/* A byte tells whether 8 bytes are whole or a double. */
	for (; size >= 9 && n < MOST; data += 9, size -= 9) {
		uint64_t whole;
		double real;

		memcpy(&whole, data + 1, 8);
		memcpy(&real, data + 1, 8);
		if (*data % 2 == 0 || !isfinite(real))
			term[n++] = number_whole(whole);
		else
			term[n++] = number_real(real);
	}
	if (n == 0)
		return 0;
	for (size_t i = 0; i < n; i++) {
		add(&forth, term[i]);
		add(&back, term[n - 1 - i]);
		add(i % 2 == 0 ? &halves : &other, term[i]);
	}
	sum_merge(&halves.terms, &other.terms);
	sum_merge(&halves.squares, &other.squares);
	check_same(&forth, &back, n);
	check_same(&forth, &halves, n);
	for (size_t i = 0; i < n; i++)
		sum_add(&back.terms, number_real(-term[i].real));
	if (n == 1 && !term[0].is_whole)
		CHECK(sum_value(&back.terms).real == 0);
	clear(&forth);
	clear(&back);
	clear(&halves);
	clear(&other);
	return 0;
}
