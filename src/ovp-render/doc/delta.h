/* SPDX-License-Identifier: MIT */
/* The change of a value since the baseline. */
#ifndef RENDER_DELTA_H
#define RENDER_DELTA_H

#include "number/number.h"
#include "stream/recout.h"

enum delta { DELTA_NONE, DELTA_WORSE, DELTA_BETTER, DELTA_OTHER };

/*
 * Judges one value by its metric's class and direction. Any change of an exact
 * metric counts; a step of 1 between whole numbers of a quantised metric does
 * not, nor a change below 0.1 % of any other.
 */
enum delta delta_of(struct slice metric, struct number now, struct number base);

/* `1,212 🔴 (+12, +1.0%) worse', or only the value if nothing changed. */
void delta_put(struct recout *, struct slice metric, struct number now,
    struct number base);

/* The reference's: `<span style='color: red'>(+12 [+1.0%])</span> 1,212'. */
void delta_put_span(struct recout *, struct slice metric, struct number now,
    struct number base);

#endif
