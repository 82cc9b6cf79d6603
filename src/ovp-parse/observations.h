/* SPDX-License-Identifier: MIT */
/* Means of histograms and summaries. */
#ifndef PARSE_OBSERVATIONS_H
#define PARSE_OBSERVATIONS_H

#include "base/map.h"

enum observation { OBSERVATION_NONE, OBSERVATION_SUM, OBSERVATION_COUNT };

/* A zeroed struct has none. */
struct observations {
	struct map series;         /* a family's labels; parent: family */
	struct observed *observed; /* owned: by the index of its series */
	size_t cap;
};

/*
 * Notes the text of the sum or the count of a family's series. If the other one
 * is known, writes the mean to out, which has NUMFMT_MAX bytes, and returns its
 * length. Returns 0 if the other one is not known yet or if there is no mean
 * (no observation, or a sum that is not finite).
 */
size_t observations_mean(struct observations *, size_t family,
    struct slice labels, enum observation, struct slice value, char *out);

void observations_free(struct observations *);

#endif
