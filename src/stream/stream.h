/* SPDX-License-Identifier: MIT */
/* Streams: names, columns, kinds (ovp-stream(5)). */
#ifndef OVP_STREAM_H
#define OVP_STREAM_H

#include <stdbool.h>

#include "base/slice.h"

enum stream_kind {
	STREAM_SAMPLES,    /* from ovp-parse */
	STREAM_GROUPED,    /* from ovp-group */
	STREAM_STATISTICS, /* from ovp-agg */
	STREAM_COMPARISON, /* from ovp-diff */
	STREAM_CHANGES,    /* from ovp-diff --changes */
	STREAM_KINDS,
};

#define STREAM_BIT(kind) (1u << (kind))

struct stream {
	const char *name;          /* `samples' ... */
	const char *stage;         /* the program that writes it */
	const char *const *column; /* required ones, without keys */
	size_t ncolumns;
	const char *before_keys; /* KEY columns come after this one */
	const char *after_keys;  /* and before this one; NULL: no keys */
	const char *layout;      /* the default header, tab-separated */
	const char *levelled;    /* the same with FINE columns, or NULL */
};

const struct stream *stream_of(enum stream_kind);

/*
 * Says whether a column of this name is a percentile: `p' and a number from 0
 * to 100 in digits with an optional point, such as p50 or p99.9.
 */
bool stream_is_percentile(struct slice name);

/*
 * Returns why a key or a carried column must not have this name, as text for a
 * message, or NULL.
 */
const char *stream_name_taken(struct slice name);

#endif
