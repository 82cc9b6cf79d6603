/* SPDX-License-Identifier: MIT */
/* Values in a form for people. */
#ifndef RENDER_FIGURES_H
#define RENDER_FIGURES_H

#include <stdbool.h>

#include "number/numparse.h"
#include "stream/recout.h"

/*
 * `1,234', `1,234.57', `0.00012': no or two decimals; below 0.1 as many as show
 * two digits.
 */
void put_value(struct recout *, struct number);

/* `1,234' if whole, else always two decimals. */
void put_value_plain(struct recout *, struct number);

/* `2.96', `3.00', `0.0042': like put_value(), but at least two decimals. */
void put_seconds(struct recout *, struct number);

/* `+12', `-0.03': now minus base. */
void put_difference(struct recout *, struct number now, struct number base);

/* `+1.0%': the difference in percent of base, which is not 0. */
void put_percent(struct recout *, struct number now, struct number base);

/* `+1.0%' for 1: the same for a finite change in percent. */
void put_pct(struct recout *, double pct);

/*
 * An interval of a change: `+4.2% to +6.1%', or one number if both ends round
 * to it; `-' if an end is not finite.
 */
void put_interval(struct recout *, double low, double high);

/* `0.012', `<0.001': a p-value. */
void put_chance(struct recout *, struct number);

/* Whether they differ and both are finite; only then is there a difference. */
bool differs_at_all(struct number now, struct number base);

/* Whether they differ by 0.1 % of base or more. */
bool differs(struct number now, struct number base);

#endif
