/* SPDX-License-Identifier: MIT */
/* Parser of labels: k="v",k="v". */
#include <stdint.h>

#include "base/field.h"
#include "labels.h"

/* Bytes of a label name as bits: digits, then letters and `_'. */
static const uint64_t name_bytes[4] = { 0x03ff000000000000, 0x07fffffe87fffffe,
	0, 0 };

/* The length of the label name at the start. */
static inline size_t
name_length(const char *at, size_t n)
{
	size_t i = 0;

	if (n == 0 || (*at >= '0' && *at <= '9'))
		return 0;
	while (i < n &&
	    name_bytes[(unsigned char)at[i] >> 6] >>
		    ((unsigned char)at[i] & 63) &
		1)
		i++;
	return i;
}

bool
labels_is_name(struct slice key)
{
	return key.n > 0 && name_length(key.at, key.n) == key.n;
}

/*
 * The quote that ends a quoted part; at is after the opening quote. A quote
 * ends it unless a backslash of label syntax, two in the field, precedes it; in
 * a run of backslashes, each four are one that is data.
 */
static inline const char *
find_quote(const char *at, const char *end)
{
	const char *quote = at;

	for (;;) {
		size_t slashes = 0;

		quote = memchr(quote, '"', (size_t)(end - quote));
		if (quote == NULL || quote == at || quote[-1] != '\\')
			return quote;
		while (
		    quote - slashes > at && quote[-1 - (long)slashes] == '\\')
			slashes++;
		if (slashes / 2 % 2 == 0)
			return quote;
		quote++;
	}
}

/* Takes a quoted part with its opening quote at *at; moves *at past it. */
static inline bool
take_quoted(const char **at, const char *end, struct slice *part)
{
	const char *from = *at + 1, *quote = find_quote(from, end);

	if (quote == NULL)
		return false;
	*part = (struct slice){ from, (size_t)(quote - from) };
	*at = quote + 1;
	return true;
}

int
labels_next(struct slice *rest, struct label *l)
{
	const char *at = rest->at, *end;

	if (rest->n == 0)
		return 0;
	end = at + rest->n;
	if (*at == '"') {
		if (!take_quoted(&at, end, &l->key))
			return -1;
	} else {
		l->key = (struct slice){ at, name_length(at, rest->n) };
		if (l->key.n == 0)
			return -1;
		at += l->key.n;
	}
	if (end - at < 3 || at[0] != '=' || at[1] != '"')
		return -1;
	at++;
	if (!take_quoted(&at, end, &l->value))
		return -1;
	if (at < end && (*at != ',' || at + 1 == end))
		return -1;
	if (at < end)
		at++;
	*rest = (struct slice){ at, (size_t)(end - at) };
	return 1;
}

bool
labels_find(struct slice labels, struct slice key, struct slice *value)
{
	struct label l;

	/* Most records lack the label: one search shows it. */
	if (labels.n == 0 || memmem(labels.at, labels.n, key.at, key.n) == NULL)
		return false;
	while (labels_next(&labels, &l) == 1)
		if (slice_eq(l.key, key)) {
			*value = l.value;
			return true;
		}
	return false;
}

struct slice
labels_plain(struct slice part, struct buf *scratch)
{
	size_t from = scratch->n;

	if (part.n == 0 || memchr(part.at, '\\', part.n) == NULL)
		return part;
	for (size_t i = 0; i < part.n; i++) {
		const char *p = part.at + i;
		size_t left = part.n - i;

		if (left >= 3 && memcmp(p, "\\\\\"", 3) == 0) {
			buf_char(scratch, '"');
			i += 2;
		} else if (left >= 4 && memcmp(p, "\\\\\\\\", 4) == 0) {
			buf_add(scratch, "\\\\", 2);
			i += 3;
		} else if (left >= 3 && memcmp(p, "\\\\n", 3) == 0) {
			buf_add(scratch, "\\n", 2);
			i += 2;
		} else if (left >= 2 && *p == '\\') {
			buf_add(scratch, p, 2);
			i += 1;
		} else {
			buf_char(scratch, *p);
		}
	}
	return (struct slice){ scratch->at + from, scratch->n - from };
}

/* Adds a quoted part's byte, escaped for label syntax, then the stream. */
static void
add_quoted(struct buf *out, struct slice raw)
{
	buf_char(out, '"');
	for (size_t i = 0; i < raw.n; i++) {
		if (raw.at[i] == '"')
			buf_add(out, "\\\\\"", 3);
		else if (raw.at[i] == '\\')
			buf_add(out, "\\\\\\\\", 4);
		else
			field_escape(out, (struct slice){ raw.at + i, 1 });
	}
	buf_char(out, '"');
}

void
labels_add(struct buf *out, struct slice key, struct slice value)
{
	if (labels_is_name(key))
		buf_slice(out, key);
	else
		add_quoted(out, key);
	buf_char(out, '=');
	add_quoted(out, value);
}
