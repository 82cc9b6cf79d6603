/* SPDX-License-Identifier: MIT */
/* Metric families of Prometheus: HELP, TYPE and what they say of a name. */
#ifndef PARSE_FAMILIES_H
#define PARSE_FAMILIES_H

#include <stdbool.h>

#include "base/map.h"
#include "observations.h"

struct family {
	bool help, type, sample; /* there was one so far */
	bool counter;
	bool observed; /* a histogram or a summary */
};

/* A zeroed struct has no family. */
struct families {
	struct map names;
	struct family *family; /* owned: by the index of its name */
	size_t cap;
};

/* Returns the index of a name's family, added if new; may move `family'. */
size_t families_put(struct families *, struct slice name);

/*
 * Sets a type of the format or of OpenMetrics. Returns false and changes
 * nothing for any other word.
 */
bool family_set_type(struct family *, struct slice type);

/*
 * Says whether a sample of this name is a counter. OpenMetrics declares the
 * type of NAME_total for NAME.
 */
bool families_is_counter(const struct families *, size_t own);

/* Says whether it is the time at which a metric began, not a measurement. */
bool families_is_created(const struct families *, size_t own);

/* Returns its part of a histogram or summary; sets *of to the index of that. */
enum observation families_observation(const struct families *, size_t own,
    size_t *of);

void families_free(struct families *);

#endif
