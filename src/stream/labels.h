/* SPDX-License-Identifier: MIT */
/* Label syntax: k="v",k="v" as it stands in the labels column. */
#ifndef OVP_LABELS_H
#define OVP_LABELS_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/slice.h"

/* One label: both parts as they stand in the field, less the quotes. */
struct label {
	struct slice	key, value;
};

/*
 * Takes the first label off *rest (a labels field or the remainder of one).
 * Returns 1, 0 at the end, -1 where the syntax is wrong (*rest stays there).
 * Inside quotes a backslash of label syntax is two in the field, since
 * the stream escapes it again: a quote in a value is `\\"'.
 */
int labels_next(struct slice *rest, struct label *);

/*
 * The value of the first label with this key, a Prometheus label name; false
 * when there is none, or the syntax is wrong before it.
 */
bool labels_find(struct slice labels, struct slice key, struct slice *value);

/*
 * Undoes the escapes of label syntax, not those of the stream, so that the
 * result can stand as a field of its own: `a\\"b' becomes `a"b'. Returns part
 * itself when it holds no backslash, else bytes appended to *scratch (valid
 * until it changes).
 */
struct slice labels_plain(struct slice part, struct buf *scratch);

/*
 * Appends key="value" to *out, escaped for label syntax and for the stream.
 * Both are raw bytes. A key that is no Prometheus label name is quoted.
 */
void labels_add(struct buf *out, struct slice key, struct slice value);

/* Whether a key is a Prometheus label name: [a-zA-Z_][a-zA-Z0-9_]*. */
bool labels_is_name(struct slice key);

#endif
