/* SPDX-License-Identifier: MIT */
/* Tables of AIRs and segments. */
#ifndef RENDER_REPORT_AIRS_H
#define RENDER_REPORT_AIRS_H

#include "ovp-render/doc/doc.h"
#include "ovp-render/sheet/airs.h"

/*
 * Writes the groups of a bench, from the first group at *at on: sentences on
 * what fewer rows would save, AIRs, segments. Moves *at behind them.
 */
void airs_put(struct doc *, const struct sheet *, const struct airs *,
    size_t bench, size_t *at);

#endif
