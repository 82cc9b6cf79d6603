/* SPDX-License-Identifier: MIT */
/* False discovery rate of many tests. */
#ifndef OVP_FAMILY_H
#define OVP_FAMILY_H

#include <stddef.h>

/*
 * Returns how many of n tests are discoveries, so that on average at most the
 * share alpha of them is false: those with p <= alpha * result / n.
 *
 * Y. Benjamini, Y. Hochberg, J. R. Statist. Soc. B 57 (1995).
 */
size_t family_discoveries(const double *p, size_t n, double alpha);

#endif
