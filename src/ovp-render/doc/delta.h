/* SPDX-License-Identifier: MIT */
/* What became of a value since the baseline. */
#ifndef RENDER_DELTA_H
#define RENDER_DELTA_H

#include "number/number.h"
#include "stream/recout.h"

enum delta { DELTA_NONE, DELTA_WORSE, DELTA_BETTER, DELTA_OTHER };

/*
 * Judges one value by its metric's class and direction: any change of an exact
 * metric is one; of a quantised one, a step of 1 between whole numbers is none;
 * of the others, what is below 0.1 % is none.
 */
enum delta delta_of(struct slice metric, struct number now,
    struct number base);

/* `1,212 🔴 (+12, +1.0%) worse', or the value alone when nothing changed. */
void delta_put(struct recout *, struct slice metric, struct number now,
    struct number base);

/* The reference's: `<span style='color: red'>(+12 [+1.0%])</span> 1,212'. */
void delta_put_span(struct recout *, struct slice metric, struct number now,
    struct number base);

#endif
