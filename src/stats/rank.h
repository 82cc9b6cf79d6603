/* SPDX-License-Identifier: MIT */
/* The rank test of two samples: Mann-Whitney's U. */
#ifndef OVP_RANK_H
#define OVP_RANK_H

#include <stdbool.h>
#include <stddef.h>

/* U of y: how many pairs (x, y) have y above x, ties counting a half. */
double rank_u(const double *x, size_t nx, const double *y, size_t ny);

/*
 * The two-sided p of U under the hypothesis that both samples are of one
 * distribution: twice the smaller tail, at most 1. Exact, given the ties,
 * where nx + ny <= RANK_EXACT; beyond that by the normal approximation with
 * corrections for ties and continuity. Both samples hold something.
 *
 * H. B. Mann, D. R. Whitney, Annals of Mathematical Statistics 18 (1947).
 */
double rank_p(const double *x, size_t nx, const double *y, size_t ny);

enum { RANK_EXACT = 64 };

/*
 * Whether rank_p() is at most p, without counting where the normal
 * approximation leaves no doubt.
 */
bool rank_at_most(const double *x, size_t nx, const double *y, size_t ny,
    double p);

/* The smallest p that such samples can have: two over the ways to choose. */
double rank_least_p(size_t nx, size_t ny);

/*
 * The largest U of which the lower tail's chance, without ties, is at most p;
 * -1 where not even U = 0 is so rare. Exact up to RANK_EXACT as above.
 */
int rank_critical(size_t nx, size_t ny, double p);

#endif
