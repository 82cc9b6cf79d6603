/* SPDX-License-Identifier: MIT */
/* Decimal digits of a number. */
#ifndef OVP_DECIMAL_H
#define OVP_DECIMAL_H

#include "number.h"

/*
 * 0.DIGITS times 10^point, without a sign. The first and the last digit are not
 * 0; the number 0 has no digits.
 */
struct decimal {
	char digit[24];
	int n, point;
};

/*
 * Sets *d to the absolute value of a finite number: all digits of a whole
 * number, else the fewest digits that read back to the same double, nearest to
 * it.
 */
void decimal_of(struct decimal *d, struct number);

/*
 * Sets *d to a finite number above 0 rounded to 1 to 17 digits, half to even.
 */
void decimal_nearest(struct decimal *, double, int digits);

/* The double nearest to it. */
double decimal_real(const struct decimal *);

/* Rounds half away from zero to this many decimal places. */
void decimal_round(struct decimal *, int places);

#endif
