/* SPDX-License-Identifier: MIT */
/* Cells that an opcode causes. */
#ifndef AGG_OPCODES_H
#define AGG_OPCODES_H

#include "stats.h"

/*
 * Adds opcode_cells to each place that has opcode_count, if `air_name' and
 * `opcode' are among the nkeys keys: the count times main_cols. That is the
 * same in all tables of the AIR; it is in the place with the same other keys
 * but no opcode. An AIR that has rows without opcodes is not covered.
 */
void opcodes_add_cells(struct stats *, const struct slice *key, size_t nkeys);

#endif
