/* SPDX-License-Identifier: MIT */
/* Which records pass: selection by metric, label, zero. */
#ifndef OVP_WANTED_H
#define OVP_WANTED_H

#include <stdbool.h>

#include "base/globs.h"
#include "metrics.h"

/* Which counters with the value 0 pass: those that say something, none, all. */
enum zeros { ZEROS_TELLING, ZEROS_DROPPED, ZEROS_KEPT };

/* -l KEY=GLOB */
struct label_rule {
	struct slice key;
	const char *glob; /* matched against the label's raw value */
};

struct wanted {
	struct globs metrics;     /* -m GLOB, any of them */
	struct label_rule *label; /* -l, all of them */
	size_t nlabels, labels_cap;
	enum zeros zeros; /* --keep-zeros, --compat */
};

/* Adds a rule; `text' lives as long as the program. Fails on a bad -l. */
void wanted_metric(struct wanted *, const char *text);
void wanted_label(struct wanted *, const char *text);
void wanted_free(struct wanted *);

/* wanted_drops() for a value that may be zero, wanted_takes() for a rule. */
bool wanted_drops_zero(const struct wanted *, struct slice kind,
    const struct metric *, struct slice value);
bool wanted_matches(const struct wanted *, struct slice metric,
    struct slice labels);

/* Whether a value may be zero, by its first byte. */
static inline bool
wanted_is_zero(struct slice value)
{
	return value.n > 0 && (*value.at == '0' || *value.at == '+');
}

/* Whether a record is a counter with the value zero, which is dropped. */
static inline bool
wanted_drops(const struct wanted *s, struct slice kind, struct slice metric,
    struct slice value)
{
	return wanted_is_zero(value) &&
	    wanted_drops_zero(s, kind, metrics_find(metric), value);
}

/*
 * Whether -m and -l let a record pass. A label that a record lacks matches no
 * glob but the empty one.
 */
static inline bool
wanted_takes(const struct wanted *s, struct slice metric, struct slice labels)
{
	return (s->metrics.n == 0 && s->nlabels == 0) ||
	    wanted_matches(s, metric, labels);
}

#endif
