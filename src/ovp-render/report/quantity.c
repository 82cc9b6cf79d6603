/* SPDX-License-Identifier: MIT */
/* Quantities in a sentence. */
#include <math.h>

#include "ovp-render/doc/figures.h"
#include "quantity.h"

void
put_ms(struct recout *o, double ms)
{
	if (ms >= 99950)
		recout_printf(o, "%.0f s", ms / 1000);
	else if (ms >= 9995)
		recout_printf(o, "%.1f s", ms / 1000);
	else if (ms >= 999.5)
		recout_printf(o, "%.2f s", ms / 1000);
	else
		recout_printf(o,
		    ms >= 9.95 || ms < 0.05 ? "%.0f ms" : "%.1f ms", ms);
}

void
put_ms_change(struct recout *o, double ms)
{
	recout_char(o, ms < 0 ? '-' : '+');
	put_ms(o, fabs(ms));
}

void
put_size(struct recout *o, double pct)
{
	if (pct >= 1000) {
		recout_printf(o, "%.0f%%", pct);
		return;
	}
	/* The same digits as in the tables, without the sign. */
	put_pct(o, pct);
	for (size_t i = o->n; i-- > 0;)
		if (o->at[i] == '+' || o->at[i] == '-') {
			memmove(o->at + i, o->at + i + 1, o->n - i - 1);
			o->n--;
			break;
		}
}

void
put_count(struct recout *o, double n)
{
	static const struct {
		double least;
		const char *unit;
	} scale[] = { { 1e12, " T" }, { 1e9, " G" }, { 1e6, " M" } };

	for (size_t i = 0; n >= 1e7 - 0.5 && i < 3; i++) {
		double x = n / scale[i].least;

		if (x < 0.9995)
			continue;
		recout_printf(o, "%.*f%s",
		    x < 9.995     ? 2 :
			x < 99.95 ? 1 :
				    0,
		    x, scale[i].unit);
		return;
	}
	put_value(o,
	    n >= 0 && n < 1e15 && n == floor(n) ? number_whole((uint64_t)n) :
						  number_real(n));
}

void
put_counts(struct recout *o, double base, double now)
{
	put_count(o, base);
	recout_str(o, " to ");
	put_count(o, now);
}

void
put_factor(struct recout *o, double factor)
{
	if (factor < 99.95)
		recout_printf(o, "%.3g", factor);
	else
		put_count(o, round(factor));
}

void
put_more(struct recout *o, double base, double now)
{
	if (now >= 2 * base) {
		put_factor(o, now / base);
		recout_str(o, " times as many");
		return;
	}
	put_size(o, fabs(now / base - 1) * 100);
	recout_str(o, now > base ? " more" : " fewer");
}
