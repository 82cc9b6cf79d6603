/* SPDX-License-Identifier: MIT */
/* Selection and order of the rows of a report. */
#ifndef RENDER_SELECT_H
#define RENDER_SELECT_H

#include "sheet.h"

/* Returns the number of a bench's metrics if none of them is shown, else 0. */
size_t select_none(const struct sheet *, size_t from, size_t end);

/*
 * Finds the proof times, hides the metrics that the options do not select, and
 * sorts. Without such options all metrics are shown for a stream with unusual
 * keys, and for a bench that is not a whole run: one with few metrics, or
 * without those that every prover writes. The order: benches in input order,
 * groups by stage, proof times first, then metrics without a phase, then those
 * of each phase, phases in the order of the report's list.
 */
void select_rows(struct sheet *, const struct opts *);

/* Returns a metric of an aside's group, among sorted rows, or NULL. */
const struct row *select_metric(const struct sheet *, const struct aside *,
    struct slice metric);

#endif
