/* SPDX-License-Identifier: MIT */
/* A table of the AIRs that changed. */
#ifndef RENDER_AIR_TABLE_H
#define RENDER_AIR_TABLE_H

#include "ovp-render/doc/tabular.h"
#include "ovp-render/sheet/air_changes.h"

/*
 * Writes the AIRs from at to end, `most' at most, in a table whose format and
 * output are set: rows, columns and cells before and now, the share in what all
 * cells changed by. weight: of the first row, less of each further one.
 */
void air_table_put(struct tabular *, const struct air_changes *, size_t at,
    size_t end, size_t most, double weight);

#endif
