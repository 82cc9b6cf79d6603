/* SPDX-License-Identifier: MIT */
/* Label syntax of the column labels: k="v",k="v". */
#ifndef OVP_LABELS_H
#define OVP_LABELS_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/slice.h"

/* One label: both parts as in the field, without the quotes. */
struct label {
	struct slice key, value;
};

/*
 * Removes the first label from *rest, a labels field or its remainder. Returns
 * 1, or 0 at the end, or -1 at a syntax error (*rest stays there). A backslash
 * of label syntax is two in the field, because the stream escapes it again: a
 * quote in a value is `\\"'.
 */
int labels_next(struct slice *rest, struct label *);

/*
 * Finds the value of the first label with this key, a Prometheus label name.
 * Returns false if there is none, or after a syntax error.
 */
bool labels_find(struct slice labels, struct slice key, struct slice *value);

/*
 * Decodes the escapes of label syntax but not those of the stream, so that the
 * result can be a field: `a\\"b' becomes `a"b'. Returns part itself if it has
 * no backslash, else bytes appended to *scratch, valid until it changes.
 */
struct slice labels_plain(struct slice part, struct buf *scratch);

/*
 * Appends key="value" to *out, escaped for label syntax and for the stream.
 * Both are raw bytes. A key that is not a Prometheus label name is quoted.
 */
void labels_add(struct buf *out, struct slice key, struct slice value);

/* Says whether a key is a Prometheus label name: [a-zA-Z_][a-zA-Z0-9_]*. */
bool labels_is_name(struct slice key);

#endif
