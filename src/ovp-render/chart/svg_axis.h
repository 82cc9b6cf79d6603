/* SPDX-License-Identifier: MIT */
/* Axes with round ticks. */
#ifndef RENDER_SVG_AXIS_H
#define RENDER_SVG_AXIS_H

/* A scale from least to most, in units of `unit', with a tick every `step'. */
struct svg_axis {
	double		 least, most;	/* both ticks, in the unit */
	double		 step;
	double		 unit;		/* in what the values are in */
	const char	*name;		/* of the unit */
};

/*
 * An axis for values from least to most (not above), with about so many ticks
 * a round distance apart: of times in ms, of bytes.
 */
struct svg_axis svg_axis_time(double least, double most, int ticks);
struct svg_axis svg_axis_bytes(double least, double most, int ticks);

/* The smallest of 1, 2, 5 times a power of ten that is not less. */
double svg_axis_step(double step);

/* Where between 0 and 1 a value is. */
double svg_axis_at(const struct svg_axis *, double value);

/* Decimals that ticks need so as to differ. */
int svg_axis_decimals(const struct svg_axis *);

#endif
