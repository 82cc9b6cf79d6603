/* SPDX-License-Identifier: MIT */
/* Decoding of one entry: labels, metric, value. */
#ifndef PARSE_ENTRY_H
#define PARSE_ENTRY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/slice.h"

enum kind { KIND_COUNTER, KIND_GAUGE, KINDS };

enum member { MEMBER_LABELS, MEMBER_METRIC, MEMBER_VALUE, MEMBERS };

/* Their names in the file. */
extern const char *const kind_name[KINDS];
extern const char *const member_name[MEMBERS];

/* Most labels of an entry; bounds the memory for tokens. */
#define ENTRY_LABELS ((size_t)1 << 20)

struct pair {
	struct slice key, value;
};

/*
 * A zeroed struct is ready. The slices are decoded, contain no NUL, and are
 * valid until the next entry is read.
 */
struct entry {
	struct pair *label; /* owned: nlabels, as in the file */
	size_t nlabels;
	struct slice metric, value;

	/* The rest is for entry.c. */
	size_t cap;
	void *token; /* owned: jsmn's */
	size_t ntokens;
	struct buf decoded;
};

/* What is wrong with an entry. */
struct fault {
	const char *at; /* in its text */
	char what[300];
};

/*
 * Reads an entry from the values of its members. Each must be a complete valid
 * JSON value; labels are nested no deeper than pairs. Returns false and fills
 * *wrong if it is not an entry of this kind: a counter is what Rust parses as
 * u64, a gauge what Rust parses as f64.
 */
bool entry_read(struct entry *, enum kind, const struct slice text[MEMBERS],
    struct fault *wrong);

void entry_free(struct entry *);

#endif
