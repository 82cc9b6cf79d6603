/* SPDX-License-Identifier: MIT */
/* Writing the comparison stream. */
#ifndef DIFF_WRITE_H
#define DIFF_WRITE_H

#include "judge.h"
#include "recout.h"

void write_header(struct recout *, const struct store *);

void write_row(struct recout *, const struct store *, const struct series *,
    const struct judgement *);

/* A number as a field, with the tab behind it. */
void write_number(struct recout *, struct number);

/* A number of four digits, which is what a statistic is good for. */
void write_rounded(struct recout *, double);

#endif
