/* SPDX-License-Identifier: MIT */
/* Many tests at once: what may count among them. */
#ifndef OVP_FAMILY_H
#define OVP_FAMILY_H

#include <stddef.h>

/*
 * How many of n tests are discoveries, so that of all discoveries no more than
 * the share alpha is false on average: those with p <= alpha * result / n.
 *
 * Y. Benjamini, Y. Hochberg, J. R. Statist. Soc. B 57 (1995).
 */
size_t family_discoveries(const double *p, size_t n, double alpha);

#endif
