/* SPDX-License-Identifier: MIT */
/* Quantities in a sentence. */
#ifndef RENDER_QUANTITY_H
#define RENDER_QUANTITY_H

#include "stream/recout.h"

/* `1.82 s', `350 ms': a time of 0 or more. */
void put_ms(struct recout *, double ms);

/* `+1.82 s', `-350 ms': the change of a time. */
void put_ms_change(struct recout *, double ms);

/* `3.1%': the size of a change in percent, 0 or more, with put_pct's digits. */
void put_size(struct recout *, double pct);

/* `1,060,403', `104 M'; `1,060,403 to 104 M'. */
void put_count(struct recout *, double n);
void put_counts(struct recout *, double base, double now);

/* `2.1', `84.9', `1,910': how many times as much. */
void put_factor(struct recout *, double factor);

/* `33% more', `2.1 times as many': counts, both positive. */
void put_more(struct recout *, double base, double now);

#endif
