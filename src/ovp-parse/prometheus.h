/* SPDX-License-Identifier: MIT */
/* The layout of Prometheus' text format. */
#ifndef PARSE_PROMETHEUS_H
#define PARSE_PROMETHEUS_H

#include "inputs.h"
#include "samples.h"
#include "source.h"

/*
 * Reads a text in Prometheus' text exposition format to its end, writes what
 * it samples. Fails, with the place, on the first thing that is wrong. Keeps
 * the names of metrics.
 */
void prometheus_read(struct source *, struct samples *,
    const struct input *);

#endif
