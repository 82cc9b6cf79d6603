/* SPDX-License-Identifier: MIT */
/* The scale on which the levels of a series are compared. */
#ifndef OVP_SCALE_H
#define OVP_SCALE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Logarithms where all values are above 0, so that a spread is in proportion
 * to its level; else values in units of what is common among them.
 */
struct scale {
	bool	log;
	double	unit;		/* > 0; of a scale that is not logarithmic */
	double	step;		/* of the clock, in the metric's unit, or 0 */
	double	floor;		/* less is no change, in the metric's unit */
};

/*
 * Chooses the scale of n >= 1 values and writes them in it into y. Sets log
 * and unit alone.
 */
void scale_of(struct scale *, const double *x, size_t n, double *y);

/* A level of the scale in the metric's unit. */
double scale_value(const struct scale *, double level);

/* Half a step of the clock, at a level of the scale. */
double scale_grain(const struct scale *, double level);

/*
 * Whether the distance of two levels counts: more than a step of the clock, no
 * less than the floor, more than a thousandth of the first.
 */
bool scale_apart(const struct scale *, double a, double b);

#endif
