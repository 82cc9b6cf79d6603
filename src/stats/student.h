/* SPDX-License-Identifier: MIT */
/* Student's t distribution. */
#ifndef OVP_STUDENT_H
#define OVP_STUDENT_H

/*
 * The chance that |t| of `freedom' (> 0) degrees is at least |t|: both tails.
 * Good to 1e-12 of itself. From the incomplete beta function by its continued
 * fraction (DLMF 8.17.22).
 */
double student_p(double t, double freedom);

/* The t that both tails of p (0 < p < 1) lie beyond: the inverse of it. */
double student_t(double p, double freedom);

/* The same of the normal distribution: what t comes to with many degrees. */
double student_normal(double p);

#endif
