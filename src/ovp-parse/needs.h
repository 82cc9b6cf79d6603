/* SPDX-License-Identifier: MIT */
/* What ovp-group, given the same options, needs of the samples. */
#ifndef PARSE_NEEDS_H
#define PARSE_NEEDS_H

#include <pthread.h>

#include "base/map.h"
#include "domain/wanted.h"
#include "stream/levels.h"

/*
 * Sets of labels: the columns of the finer level by 1 << enum fine, and these.
 */
enum {
	NEEDS_ALWAYS = 1 << FINES, /* keys, and what -l looks at */
	NEEDS_OTHER = 2 << FINES,
	NEEDS_ALL = (4 << FINES) - 1,
};

/* What is known of a metric. */
struct needs_metric {
	struct slice name; /* borrowed */
	const struct metric *known;
	unsigned labels; /* which it keeps; not 0 */
	bool all;        /* every record is needed as it is */
	bool taken;      /* by -m */
};

/* A zeroed struct has no options. */
struct needs {
	bool trim;            /* --trim */
	struct wanted wanted; /* -m, -l, --keep-zeros */
	struct slice **list;  /* -k: owned, nlists */
	size_t nlists, lists_cap;
	struct slice *key; /* nkeys names of those lists, or of -l */
	size_t nkeys, keys_cap;
	struct map known; /* needs_is_known() */
	/*
	 * The struct is one of several that share what is allocated: then
	 * nothing is added to known, and needs_of() takes this lock.
	 */
	pthread_mutex_t *shared;
};

/*
 * Adds a list of -k; `text' lives as long as the program. Fails on a bad one.
 */
void needs_keys(struct needs *, const char *text);

/* Adds the rule of -l, likewise. */
void needs_label(struct needs *, const char *text);

/* Whether an option was given that some records or labels are not needed by. */
bool needs_given(const struct needs *);

/* Returns the set that a label of this raw name is of, one bit. */
unsigned needs_set(const struct needs *, struct slice key);

/* Returns what is known of a metric; borrows the name, a field. */
struct needs_metric needs_of(const struct needs *, struct slice metric);

/* Whether a record is needed, whose labels are a field. */
static inline bool needs_takes(const struct needs *,
    const struct needs_metric *, struct slice kind, struct slice value,
    struct slice labels);

/*
 * Returns whether a label of this name was there before. The first record with
 * a name keeps all labels, so that ovp-group can say what a misspelt key is
 * close to.
 */
bool needs_is_known(struct needs *, struct slice key);

void needs_free(struct needs *);

static inline bool
needs_takes(const struct needs *t, const struct needs_metric *m,
    struct slice kind, struct slice value, struct slice labels)
{
	return m->all ||
	    (m->taken &&
		!(wanted_is_zero(value) &&
		    wanted_drops_zero(&t->wanted, kind, m->known, value)) &&
		(t->wanted.nlabels == 0 ||
		    wanted_takes(&t->wanted, m->name, labels)));
}

#endif
