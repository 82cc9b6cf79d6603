/* SPDX-License-Identifier: MIT */
/* Picture of a metric over the runs of a history. */
#ifndef RENDER_RUNS_SVG_H
#define RENDER_RUNS_SVG_H

#include "ovp-render/format/format.h"

/*
 * Draws one metric for each bench with enough runs: the proof time, or the
 * first one that --metrics selects. Says so if there is nothing to draw.
 */
void runs_svg(struct recin *, struct recout *, const struct opts *);

#endif
