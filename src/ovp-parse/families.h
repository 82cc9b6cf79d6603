/* SPDX-License-Identifier: MIT */
/* What a text in Prometheus' format said of its metrics' names. */
#ifndef PARSE_FAMILIES_H
#define PARSE_FAMILIES_H

#include <stdbool.h>

#include "base/map.h"
#include "observations.h"

struct family {
	bool	help, type, sample;	/* so far there was one */
	bool	counter;
	bool	observed;		/* a histogram or a summary */
};

/* A zeroed struct knows of none. */
struct families {
	struct map	 names;
	struct family	*family;	/* owned: by the index of its name */
	size_t		 cap;
};

/* The index of a name, which has a family from now on; may move family. */
size_t families_put(struct families *, struct slice name);

/*
 * Takes a type of the format, or one that only OpenMetrics has; false, nothing
 * changed, for any other word.
 */
bool family_set_type(struct family *, struct slice type);

/* Of a sample's own name; OpenMetrics gives a counter's type without `_total'. */
bool families_is_counter(const struct families *, size_t own);

/* Whether it is the time at which a metric began, which is no measurement. */
bool families_is_created(const struct families *, size_t own);

/* Which part of a histogram or summary it is, whose index goes to *of. */
enum observation families_observation(const struct families *, size_t own,
    size_t *of);

void families_free(struct families *);

#endif
