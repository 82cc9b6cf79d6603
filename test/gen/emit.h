/* SPDX-License-Identifier: MIT */
/* The metrics of a simulated run, as each generation of provers tells them. */
#ifndef GEN_EMIT_H
#define GEN_EMIT_H

#include "layout.h"
#include "work.h"

/* Writes a whole file but for its end. */
void emit(struct metrics_file *, const struct work *);

/* Provers that write prover.* metrics, and those before them. */
void emit_v2(struct metrics_file *, const struct work *);
void emit_v1(struct metrics_file *, const struct work *);

#endif
