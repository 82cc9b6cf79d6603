/* SPDX-License-Identifier: MIT */
/* Columns that hold numbers: checked, also where nothing is made of them. */
#ifndef OVP_NUMBERS_H
#define OVP_NUMBERS_H

#include "recin.h"

struct numbers {
	struct numbers_column	*column;	/* owned: n of them */
	size_t			 n;
};

/* Finds them by the names that ovp-stream(5) gives them. */
void numbers_open(struct numbers *, const struct recin *);

/* Fails, naming line and column, where a field of the record is no number. */
void numbers_check(const struct numbers *, const struct recin *,
    const struct slice *record);

void numbers_close(struct numbers *);

#endif
