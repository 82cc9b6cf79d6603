/* SPDX-License-Identifier: MIT */
/* Student's t distribution. */
#ifndef OVP_STUDENT_H
#define OVP_STUDENT_H

/*
 * Returns the chance of both tails beyond |t| with `freedom' > 0 degrees, with
 * a relative error of 1e-12: the incomplete beta function by its continued
 * fraction (DLMF 8.17.22).
 */
double student_p(double t, double freedom);

/* Returns the t whose two tails have the chance p, 0 < p < 1. */
double student_t(double p, double freedom);

/* Returns the same for the normal distribution, the limit of many degrees. */
double student_normal(double p);

#endif
