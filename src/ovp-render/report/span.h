/* SPDX-License-Identifier: MIT */
/* Values with coloured changes, in the reference's layout. */
#ifndef RENDER_SPAN_H
#define RENDER_SPAN_H

#include "ovp-render/sheet/sheet.h"

/*
 * Writes the change, if there is one, then a blank, then the value:
 * `<span style='color: red'>(+12 [+1.0%])</span> 1,212'. An unknown value is a
 * `-'.
 */
void span_put(struct recout *, const struct row *, enum statistic,
    void (*put)(struct recout *, struct number));

/* The same without the change. */
void span_put_value(struct recout *, const struct row *, enum statistic,
    void (*put)(struct recout *, struct number));

#endif
