/* SPDX-License-Identifier: MIT */
/* Targets of links in Markdown. */
#include "base/field.h"
#include "link.h"

static void
put(struct recout *o, struct slice text, const char *safe)
{
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.at[i];

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c >= '0' && c <= '9') || strchr(safe, c) != NULL)
			recout_char(o, (char)c);
		else if (c == '&')
			recout_str(o, "&amp;");
		else
			recout_printf(o, "%%%02X", c);
	}
}

void
link_put(struct recout *o, struct slice url)
{
	put(o, url, "-._~:/?#@!$'*+,;=%");
}

void
link_put_path(struct recout *o, struct slice field)
{
	struct buf raw = { 0 };
	bool plain = memchr(field.at, '\\', field.n) == NULL ||
	    !field_unescape(&raw, field);

	put(o, plain ? field : buf_bytes(&raw), "-._~/");
	buf_free(&raw);
}
