/* SPDX-License-Identifier: MIT */
/* Reading of a text in Prometheus' exposition format. */
#ifndef PARSE_PROMETHEUS_H
#define PARSE_PROMETHEUS_H

#include "inputs.h"
#include "samples.h"
#include "source.h"

/*
 * Reads a text in Prometheus' text exposition format to its end and writes its
 * samples. Fails with the place of the first error. Memory grows with the names
 * of metrics.
 */
void prometheus_read(struct source *, struct samples *, const struct input *);

#endif
