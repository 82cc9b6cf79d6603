/* SPDX-License-Identifier: MIT */
/* Histograms and summaries: the mean of what each observed. */
#ifndef PARSE_OBSERVATIONS_H
#define PARSE_OBSERVATIONS_H

#include "base/map.h"

enum observation { OBSERVATION_NONE, OBSERVATION_SUM, OBSERVATION_COUNT };

/* A zeroed struct knows of none. */
struct observations {
	struct map	 series;	/* a family's labels; parent: family */
	struct observed	*observed;	/* owned: by the index of its series */
	size_t		 cap;
};

/*
 * Notes the sum or the count, a number's text, of a family's series. When the
 * other one is known, writes the mean to out, which holds NUMFMT_MAX bytes, and
 * returns its length; else, and where there is no mean (no observation, a sum
 * that is not finite), returns 0.
 */
size_t observations_mean(struct observations *, size_t family,
    struct slice labels, enum observation, struct slice value, char *out);

void observations_free(struct observations *);

#endif
