/* SPDX-License-Identifier: MIT */
/* Common parts of Mermaid charts. */
#ifndef RENDER_CHARTS_BLOCK_H
#define RENDER_CHARTS_BLOCK_H

#include <stdbool.h>

#include "base/slice.h"
#include "stream/recout.h"

/* Begins a block up to the kind of its chart; colours are for its series. */
void charts_open(struct recout *, int height, const char *colours,
    const char *kind);
void charts_close(struct recout *);

/*
 * Writes a name for use between quotes, cut to the width that an axis can show:
 * Mermaid does not draw longer ones. Returns false if it was cut.
 */
bool charts_name(struct recout *, struct slice field);

/* Writes a value below 1e12 to three decimals: Mermaid reads no exponents. */
void charts_number(struct recout *, double);

/* Writes a series: `bar [7.25, 2]'. */
void charts_series(struct recout *, const char *kind, const double *value,
    size_t n);

#endif
