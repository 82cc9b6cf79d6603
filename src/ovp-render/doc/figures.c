/* SPDX-License-Identifier: MIT */
/* Values in a form for people. */
#include <math.h>

#include "figures.h"
#include "number/numfmt.h"

static bool
is_whole(struct number n)
{
	return n.is_whole || n.real == floor(n.real);
}

/* None or two; for small numbers as many as show two digits, at most 12. */
static int
decimals_of(struct number n)
{
	double size = fabs(n.real);
	int decimals = 2;

	if (is_whole(n))
		return 0;
	for (double least = 0.1; size < least && decimals < 12; least /= 10)
		decimals++;
	return decimals;
}

static void
put(struct recout *o, struct number n, int decimals)
{
	o->n += numfmt_grouped(recout_room(o, NUMFMT_MAX), n, decimals);
}

/* At least `least' decimals, without zeros after those. */
static void
put_digits(struct recout *o, struct number n, int least)
{
	int decimals = decimals_of(n);

	put(o, n, decimals > least ? decimals : least);
	for (; decimals > 2 && o->at[o->n - 1] == '0'; decimals--)
		o->n--;
}

void
put_value(struct recout *o, struct number n)
{
	put_digits(o, n, 0);
}

void
put_value_plain(struct recout *o, struct number n)
{
	put(o, n, is_whole(n) ? 0 : 2);
}

void
put_seconds(struct recout *o, struct number n)
{
	put_digits(o, n, 2);
}

/* The size of now minus base; exact for whole numbers of any size. */
static struct number
distance(struct number now, struct number base)
{
	double d;

	if (now.is_whole && base.is_whole)
		return number_whole(now.whole > base.whole ?
			now.whole - base.whole :
			base.whole - now.whole);
	d = fabs(now.real - base.real);
	return isfinite(d) ? number_real(d) : (struct number){ .real = d };
}

void
put_difference(struct recout *o, struct number now, struct number base)
{
	recout_char(o, number_cmp(now, base) < 0 ? '-' : '+');
	put_value(o, distance(now, base));
}

void
put_percent(struct recout *o, struct number now, struct number base)
{
	double percent = 100 * distance(now, base).real / fabs(base.real);
	int decimals = 1;

	for (double least = 0.05;
	     percent > 0 && percent < least && decimals < 9; least /= 10)
		decimals++;
	recout_char(o, number_cmp(now, base) < 0 ? '-' : '+');
	put(o, number_real(percent), decimals);
	recout_char(o, '%');
}

void
put_pct(struct recout *o, double pct)
{
	put_percent(o, number_real(100 + pct), number_whole(100));
}

void
put_interval(struct recout *o, double low, double high)
{
	size_t from, to;

	if (!isfinite(low) || !isfinite(high)) {
		recout_char(o, '-');
		return;
	}
	from = o->n;
	put_pct(o, low);
	recout_str(o, " to ");
	to = o->n;
	put_pct(o, high);
	/* Ends that look the same are written once. */
	if (slice_eq((struct slice){ o->at + to, o->n - to },
		(struct slice){ o->at + from, to - from - strlen(" to ") }))
		o->n = to - strlen(" to ");
}

void
put_chance(struct recout *o, struct number p)
{
	if (p.real >= 0 && p.real < 0.001)
		recout_str(o, "<0.001");
	else
		put_value(o, p);
}

bool
differs_at_all(struct number now, struct number base)
{
	return isfinite(now.real) && isfinite(base.real) &&
	    number_cmp(now, base) != 0;
}

bool
differs(struct number now, struct number base)
{
	return differs_at_all(now, base) &&
	    distance(now, base).real >= 0.001 * fabs(base.real);
}
