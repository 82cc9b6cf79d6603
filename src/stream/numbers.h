/* SPDX-License-Identifier: MIT */
/* Validation of the columns that hold numbers. */
#ifndef OVP_NUMBERS_H
#define OVP_NUMBERS_H

#include "recin.h"

struct numbers {
	struct numbers_column *column; /* owned: n of them */
	size_t n;
};

/* Finds the columns by their names in ovp-stream(5). */
void numbers_open(struct numbers *, const struct recin *);

/* Fails, naming line and column, if a field of the record is not a number. */
void numbers_check(const struct numbers *, const struct recin *,
    const struct slice *record);

void numbers_close(struct numbers *);

#endif
