/* SPDX-License-Identifier: MIT */
/* Level shifts in a series. */
#ifndef OVP_SHIFT_H
#define OVP_SHIFT_H

#include <stdbool.h>
#include <stddef.h>

/* The fewest runs that a stretch between level shifts has. */
enum { SHIFT_LEAST = 3 };

/*
 * Sets begins[i] for each i at which x[i] begins a new level, and begins[0].
 * The series is parted where it falls best into two stretches (least absolute
 * deviations from their medians), if ranks or the distance of the levels show,
 * at one chance in a hundred a series, that they differ; else where the levels
 * are the farthest apart, if the distance shows it. Then each part again.
 */
void shift_find(const double *x, size_t n, bool *begins);

#endif
