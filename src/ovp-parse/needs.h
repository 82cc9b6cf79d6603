/* SPDX-License-Identifier: MIT */
/* What ovp-group, given the same options, needs of the samples. */
#ifndef PARSE_NEEDS_H
#define PARSE_NEEDS_H

#include "base/block.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/recent.h"
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
	struct buf name;
	unsigned labels; /* which it keeps, or 0: of no metric */
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
	struct needs_metric recent[RECENT];
	struct map known; /* needs_is_known() */
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

/*
 * Returns what is known of a metric; valid until the next call. 15 bytes more
 * can be read behind the name, which is a field.
 */
static inline const struct needs_metric *needs_metric(struct needs *,
    struct slice metric);

/* needs_metric() of a metric that has no place in the table; gives it one. */
const struct needs_metric *needs_new_metric(struct needs *,
    struct slice metric);

/* Whether a record is needed, whose labels are a field. */
static inline bool needs_takes(struct needs *, const struct needs_metric *,
    struct slice kind, struct slice value, struct slice labels);

/*
 * Returns whether a label of this name was there before: the first record with
 * a name keeps all labels, so that ovp-group can say what a misspelt key is
 * close to.
 */
bool needs_is_known(struct needs *, struct slice key);

void needs_free(struct needs *);

static inline const struct needs_metric *
needs_metric(struct needs *t, struct slice metric)
{
	const struct needs_metric *m = &t->recent[recent_slot(metric)];

	return m->labels != 0 && m->name.n == metric.n &&
		(metric.n == 0 || block_same(m->name.at, metric.at, metric.n)) ?
	    m :
	    needs_new_metric(t, metric);
}

static inline bool
needs_takes(struct needs *t, const struct needs_metric *m, struct slice kind,
    struct slice value, struct slice labels)
{
	struct slice name = buf_bytes(&m->name);

	return m->all ||
	    (m->taken && !wanted_drops(&t->wanted, kind, name, value) &&
		(t->wanted.nlabels == 0 ||
		    wanted_takes(&t->wanted, name, labels)));
}

#endif
