/* SPDX-License-Identifier: MIT */
/* Axes with round ticks. */
#ifndef RENDER_SVG_AXIS_H
#define RENDER_SVG_AXIS_H

/* A scale from least to most, in units of `unit', with a tick every `step'. */
struct svg_axis {
	double least, most; /* both ticks, in the unit */
	double step;
	double unit;      /* relative to that of the values */
	const char *name; /* of the unit */
};

/*
 * An axis for values from least to most (not above), with about that many ticks
 * at round distances: for times in ms, for bytes.
 */
struct svg_axis svg_axis_time(double least, double most, int ticks);
struct svg_axis svg_axis_bytes(double least, double most, int ticks);

/* Returns the smallest 1, 2 or 5 times a power of ten that is not less. */
double svg_axis_step(double step);

/* Returns the position of a value between 0 and 1. */
double svg_axis_at(const struct svg_axis *, double value);

/* Returns the number of decimals that makes ticks differ. */
int svg_axis_decimals(const struct svg_axis *);

#endif
