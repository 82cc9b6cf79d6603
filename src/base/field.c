/* SPDX-License-Identifier: MIT */
/* Escapes of a stream's fields. */
#include <string.h>

#include "field.h"

void
field_escape(struct buf *out, struct slice raw)
{
	for (size_t i = 0; i < raw.n; i++) {
		switch (raw.at[i]) {
		case '\\':
			buf_add(out, "\\\\", 2);
			break;
		case '\t':
			buf_add(out, "\\t", 2);
			break;
		case '\n':
			buf_add(out, "\\n", 2);
			break;
		case '\r':
			buf_add(out, "\\r", 2);
			break;
		default:
			buf_char(out, raw.at[i]);
		}
	}
}

bool
field_unescape(struct buf *out, struct slice field)
{
	static const char code[] = "\\tnr", byte[] = "\\\t\n\r";

	for (size_t i = 0; i < field.n; i++) {
		const char *c;

		if (field.at[i] != '\\') {
			buf_char(out, field.at[i]);
			continue;
		}
		if (++i == field.n || field.at[i] == '\0' ||
		    (c = strchr(code, field.at[i])) == NULL)
			return false;
		buf_char(out, byte[c - code]);
	}
	return true;
}

struct slice
field_raw(struct slice field, struct buf *raw)
{
	if (field.n == 0 || memchr(field.at, '\\', field.n) == NULL)
		return field;
	if (!field_unescape(raw, field))
		buf_slice(raw, field);
	return buf_bytes(raw);
}
