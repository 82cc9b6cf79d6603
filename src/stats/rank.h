/* SPDX-License-Identifier: MIT */
/* Mann-Whitney rank test of two samples. */
#ifndef OVP_RANK_H
#define OVP_RANK_H

#include <stdbool.h>
#include <stddef.h>

/* Returns U of y: the pairs (x, y) with y above x; ties count a half. */
double rank_u(const double *x, size_t nx, const double *y, size_t ny);

/*
 * Returns the two-sided p-value of U if both samples have one distribution:
 * twice the smaller tail, at most 1. It is exact, given the ties, if nx + ny <=
 * RANK_EXACT, else the normal approximation with corrections for ties and
 * continuity. Neither sample is empty.
 *
 * H. B. Mann, D. R. Whitney, Annals of Mathematical Statistics 18 (1947).
 */
double rank_p(const double *x, size_t nx, const double *y, size_t ny);

enum { RANK_EXACT = 64 };

/*
 * Says whether rank_p() is at most p; skips exact counting if the normal
 * approximation is clear.
 */
bool rank_at_most(const double *x, size_t nx, const double *y, size_t ny,
    double p);

/* Returns the smallest p-value of such samples: 2 over the ways to choose. */
double rank_least_p(size_t nx, size_t ny);

/*
 * Returns the largest U whose lower tail, without ties, has a chance of at most
 * p, or -1 if U = 0 has not. Exact up to RANK_EXACT as above.
 */
int rank_critical(size_t nx, size_t ny, double p);

#endif
