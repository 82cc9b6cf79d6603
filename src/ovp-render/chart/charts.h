/* SPDX-License-Identifier: MIT */
/* Mermaid charts, which GitHub draws. */
#ifndef RENDER_CHARTS_H
#define RENDER_CHARTS_H

#include "ovp-render/sheet/sheet.h"
#include "svg_points.h"

/* Reads the measurements of --samples, if any. */
void charts_read(struct svg_points *, const struct opts *);

/*
 * Writes the proof times of a bench's groups as bars against the baseline, or
 * nothing if no group has one.
 */
void charts_times(struct recout *, const struct sheet *, size_t from,
    size_t end);

/*
 * Writes GPU memory over time in the first run of a bench, or nothing if it was
 * not measured at two different times.
 */
void charts_memory(struct recout *, const struct svg_points *,
    struct slice bench);

#endif
