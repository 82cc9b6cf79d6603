/* SPDX-License-Identifier: MIT */
/* Compact exact sums, for large tables. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "sum.h"
#include "tally.h"

/* Most sums are of whole numbers, or of one term; only others need a struct. */
enum { NOTHING, WHOLE, REAL, SUM, NOT_FINITE };

static void
set(struct tally *t, struct number n)
{
	if (n.is_whole) {
		t->kind = WHOLE;
		t->whole = n.whole;
	} else {
		t->kind = isfinite(n.real) ? REAL : NOT_FINITE;
		t->real = n.real;
	}
}

static void
add_exactly(struct tally *t, struct number n)
{
	struct number before;

	if (t->kind != SUM) {
		before = tally_value(t);
		t->sum = mem_zalloc(1, sizeof(*t->sum));
		t->kind = SUM;
		sum_add(t->sum, before);
	}
	sum_add(t->sum, n);
}

void
tally_add(struct tally *t, struct number n)
{
	uint64_t whole;
	double real;

	if (t->kind == NOTHING) {
		set(t, n);
	} else if (t->kind == NOT_FINITE || !isfinite(n.real)) {
		real = tally_value(t).real + n.real;
		tally_free(t);
		t->kind = NOT_FINITE;
		t->real = real;
	} else if (t->kind == WHOLE && n.is_whole &&
	    !__builtin_add_overflow(t->whole, n.whole, &whole)) {
		t->whole = whole;
	} else {
		add_exactly(t, n);
	}
}

struct number
tally_value(const struct tally *t)
{
	switch (t->kind) {
	case WHOLE:
		return number_whole(t->whole);
	case SUM:
		return sum_value(t->sum);
	case NOTHING:
		return number_whole(0);
	default:
		return number_real(t->real);
	}
}

void
tally_free(struct tally *t)
{
	if (t->kind == SUM) {
		sum_free(t->sum);
		free(t->sum);
	}
	*t = (struct tally){ .kind = NOTHING };
}
