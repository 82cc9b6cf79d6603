/* SPDX-License-Identifier: MIT */
/* Cells that an opcode causes. */
#ifndef AGG_OPCODES_H
#define AGG_OPCODES_H

#include "stats.h"

/*
 * Adds opcode_cells to each place that has opcode_count, where `air_name' and
 * `opcode' are among the nkeys keys: the count times main_cols, which is the
 * same in all tables of the AIR, and stands in the place of equal other keys
 * without an opcode. An AIR that has rows without opcodes is not covered.
 */
void opcodes_add_cells(struct stats *, const struct slice *key, size_t nkeys);

#endif
