/* SPDX-License-Identifier: MIT */
/* Axes with round ticks. */
#include <math.h>
#include <stddef.h>

#include "svg_axis.h"

struct unit {
	double size;
	double from; /* used from this value on */
	const char *name;
};

double
svg_axis_step(double step)
{
	double power = pow(10, floor(log10(step)));

	for (int i = 0; i < 3; i++) {
		double round = power * (double[]){ 1, 2, 5 }[i];

		/* Rounding errors must not enlarge the step. */
		if (step <= round * (1 + 1e-9))
			return round;
	}
	return 10 * power;
}

static struct svg_axis
axis(double least, double most, int ticks, const struct unit *unit, size_t n)
{
	struct svg_axis a = { .step = 1 };
	double step;

	while (--n > 0 && fmax(most, -least) < unit[n].from * unit[n].size)
		;
	a.unit = unit[n].size;
	a.name = unit[n].name;
	step = (most - least) / a.unit / ticks;
	/* Smaller steps can't be told apart. */
	if (step > 1e-9)
		a.step = svg_axis_step(step);
	a.least = floor(least / a.unit / a.step + 1e-9) * a.step;
	a.most = ceil(most / a.unit / a.step - 1e-9) * a.step;
	if (a.most <= a.least)
		a.most = a.least + a.step;
	return a;
}

struct svg_axis
svg_axis_time(double least, double most, int ticks)
{
	static const struct unit unit[] = {
		{ 1, 0, "ms" },
		{ 1e3, 2, "s" },
		{ 60e3, 3, "min" },
		{ 3600e3, 3, "h" },
	};

	return axis(least, most, ticks, unit, sizeof(unit) / sizeof(unit[0]));
}

struct svg_axis
svg_axis_bytes(double least, double most, int ticks)
{
	static const struct unit unit[] = {
		{ 1, 0, "B" },
		{ 0x1p10, 1, "KiB" },
		{ 0x1p20, 1, "MiB" },
		{ 0x1p30, 1, "GiB" },
		{ 0x1p40, 2, "TiB" },
	};

	return axis(least, most, ticks, unit, sizeof(unit) / sizeof(unit[0]));
}

double
svg_axis_at(const struct svg_axis *a, double value)
{
	return (value / a->unit - a->least) / (a->most - a->least);
}

int
svg_axis_decimals(const struct svg_axis *a)
{
	int decimals = (int)-floor(log10(a->step) + 1e-9);

	return decimals > 0 ? decimals : 0;
}
