/* SPDX-License-Identifier: MIT */
/* Labels of a metric that ovp-group and ovp-agg read. */
#ifndef OVP_READS_H
#define OVP_READS_H

#include <stdbool.h>

#include "metrics.h"

/*
 * Returns the columns of the finer level that ovp-group fills without -k for a
 * metric, a set of bits 1 << enum fine.
 */
unsigned reads_fine(const struct metric *);

/*
 * Returns whether programs read all labels of a metric's records: they let
 * ovp-group and ovp-agg distinguish proofs, and ovp-agg finds in them why a
 * segment ended.
 */
bool reads_all(const struct metric *);

/* A label that ovp-group without -k also promotes to the column `air_name'. */
#define READS_AIR "air"

#endif
