/* SPDX-License-Identifier: MIT */
/* Level shifts of a history. */
#ifndef OVP_SHIFT_H
#define OVP_SHIFT_H

#include <stdbool.h>
#include <stddef.h>

/* Fewest runs between two level shifts. */
enum { SHIFT_LEAST = 3 };

/*
 * Sets begins[i] for each i at which x[i] begins a new level, and begins[0].
 * The series is split where two stretches fit best (least absolute deviations
 * from their medians) if ranks or the distance of the levels show a difference,
 * at one false alarm in a hundred series; else where the levels are farthest
 * apart, if the distance shows a difference. Each part is then split the same
 * way.
 */
void shift_find(const double *x, size_t n, bool *begins);

#endif
