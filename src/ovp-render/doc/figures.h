/* SPDX-License-Identifier: MIT */
/* Values, as people read them. */
#ifndef RENDER_FIGURES_H
#define RENDER_FIGURES_H

#include <stdbool.h>

#include "number/numparse.h"
#include "stream/recout.h"

/*
 * `1,234', `1,234.57', `0.00012': none or two decimals, below 0.1 as many as
 * it takes to show two digits.
 */
void put_value(struct recout *, struct number);

/* `1,234' when whole, else always two decimals. */
void put_value_plain(struct recout *, struct number);

/* `2.96', `3.00', `0.0042': the same, but never less than two decimals. */
void put_seconds(struct recout *, struct number);

/* `+12', `-0.03': now less base. */
void put_difference(struct recout *, struct number now, struct number base);

/* `+1.0%': the difference in percent of base, which is not 0. */
void put_percent(struct recout *, struct number now, struct number base);

/* `+1.0%' of 1: the same of a change in per cent that is finite. */
void put_pct(struct recout *, double pct);

/* `+4.2% to +6.1%', or one number where both round to it: what a change may be;
 * `-' where that is not finite. */
void put_interval(struct recout *, double low, double high);

/* `0.012', `<0.001': a chance. */
void put_chance(struct recout *, struct number);

/* Whether they differ, both being finite: only then is there a difference. */
bool differs_at_all(struct number now, struct number base);

/* Whether they do by 0.1 % of base or more. */
bool differs(struct number now, struct number base);

#endif
