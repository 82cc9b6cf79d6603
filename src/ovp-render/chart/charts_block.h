/* SPDX-License-Identifier: MIT */
/* Common parts of Mermaid charts. */
#ifndef RENDER_CHARTS_BLOCK_H
#define RENDER_CHARTS_BLOCK_H

#include <stdbool.h>

#include "base/slice.h"
#include "stream/recout.h"

/* A block, up to the kind of its chart; colours are of its series. */
void charts_open(struct recout *, int height, const char *colours,
    const char *kind);
void charts_close(struct recout *);

/*
 * Writes a name as it may stand between quotes, cut to what an axis can show:
 * longer ones are not drawn at all. Returns false when it was cut.
 */
bool charts_name(struct recout *, struct slice field);

/* A value below 1e12, to three decimals: Mermaid reads no exponents. */
void charts_number(struct recout *, double);

/* `bar [7.25, 2]': a series. */
void charts_series(struct recout *, const char *kind, const double *value,
    size_t n);

#endif
