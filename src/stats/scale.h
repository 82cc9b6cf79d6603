/* SPDX-License-Identifier: MIT */
/* Scale of a series for the comparison of its levels. */
#ifndef OVP_SCALE_H
#define OVP_SCALE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Logarithms if all values are above 0, so that a spread is in proportion to
 * its level; else values in a unit that is typical of them.
 */
struct scale {
	bool log;
	double unit;  /* > 0; of a scale that is not logarithmic */
	double step;  /* of the clock, in the metric's unit, or 0 */
	double floor; /* smallest change, in the metric's unit */
};

/*
 * Chooses the scale of n >= 1 values and writes the scaled values into y. Sets
 * only log and unit.
 */
void scale_of(struct scale *, const double *x, size_t n, double *y);

/* Converts a level of the scale to the metric's unit. */
double scale_value(const struct scale *, double level);

/* Returns half a step of the clock at a level of the scale. */
double scale_grain(const struct scale *, double level);

/*
 * Says whether the distance of two levels counts: more than a step of the
 * clock, at least the floor, and more than a thousandth of the first.
 */
bool scale_apart(const struct scale *, double a, double b);

#endif
