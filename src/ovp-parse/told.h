/* SPDX-License-Identifier: MIT */
/* What ovp-group, given the same options, needs of the samples. */
#ifndef PARSE_TOLD_H
#define PARSE_TOLD_H

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
	TOLD_ALWAYS = 1 << FINES, /* keys, and what -l looks at */
	TOLD_OTHER = 2 << FINES,
	TOLD_ALL = (4 << FINES) - 1,
};

/* What is known of a metric. */
struct told_metric {
	struct buf name;
	unsigned labels; /* which it keeps, or 0: of no metric */
	bool all;        /* every record is needed as it is */
	bool taken;      /* by -m */
};

/* A zeroed struct has no options. */
struct told {
	bool trim;            /* --trim */
	struct wanted wanted; /* -m, -l, --keep-zeros */
	struct slice **list;  /* -k: owned, nlists */
	size_t nlists, lists_cap;
	struct slice *key; /* nkeys names of those lists, or of -l */
	size_t nkeys, keys_cap;
	struct told_metric recent[RECENT];
	struct map known; /* told_is_known() */
};

/*
 * Adds a list of -k; `text' lives as long as the program. Fails on a bad one.
 */
void told_keys(struct told *, const char *text);

/* Adds the rule of -l, likewise. */
void told_label(struct told *, const char *text);

/* Whether an option was given that some records or labels are not needed by. */
bool told_says(const struct told *);

/* Returns the set that a label of this raw name is of, one bit. */
unsigned told_set(const struct told *, struct slice key);

/*
 * Returns what is known of a metric; valid until the next call. 15 bytes more
 * can be read behind the name, which is a field.
 */
static inline const struct told_metric *told_metric(struct told *,
    struct slice metric);

/* told_metric() of a metric that has no place in the table; gives it one. */
const struct told_metric *told_new_metric(struct told *, struct slice metric);

/* Whether a record is needed, whose labels are a field. */
static inline bool told_takes(struct told *, const struct told_metric *,
    struct slice kind, struct slice value, struct slice labels);

/*
 * Returns whether a label of this name was there before: the first record with
 * a name keeps all labels, so that ovp-group can say what a misspelt key is
 * close to.
 */
bool told_is_known(struct told *, struct slice key);

void told_free(struct told *);

static inline const struct told_metric *
told_metric(struct told *t, struct slice metric)
{
	const struct told_metric *m = &t->recent[recent_slot(metric)];

	return m->labels != 0 && m->name.n == metric.n &&
		(metric.n == 0 || block_same(m->name.at, metric.at, metric.n)) ?
	    m :
	    told_new_metric(t, metric);
}

static inline bool
told_takes(struct told *t, const struct told_metric *m, struct slice kind,
    struct slice value, struct slice labels)
{
	struct slice name = buf_bytes(&m->name);

	return m->all ||
	    (m->taken && !wanted_drops(&t->wanted, kind, name, value) &&
		(t->wanted.nlabels == 0 ||
		    wanted_takes(&t->wanted, name, labels)));
}

#endif
