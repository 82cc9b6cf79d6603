/* SPDX-License-Identifier: MIT */
/* Files that are no JSON, told by their first bytes. */
#include "base/diag.h"
#include "base/slice.h"
#include "beginning.h"

void
beginning_check(struct source *s)
{
	static const struct {
		struct slice	 bytes;
		const char	*what;
	} known[] = {
		{ { "\xef\xbb\xbf", 3 }, "a byte order mark, which JSON "
		    "forbids: cut its 3 bytes off (tail -c +4)" },
		{ { "\xff\xfe", 2 }, "UTF-16: make it UTF-8 (iconv -f UTF-16 "
		    "-t UTF-8)" },
		{ { "\xfe\xff", 2 }, "UTF-16: make it UTF-8 (iconv -f UTF-16 "
		    "-t UTF-8)" },
		{ { "\x28\xb5\x2f\xfd", 4 }, "compressed: zstd -dc FILE | "
		    "ovp-parse" },
		{ { "\x1f\x8b", 2 }, "compressed: gzip -dc FILE | ovp-parse" },
		{ { "# ", 2 }, "a comment, which JSON lacks: for the text "
		    "format of Prometheus give --format prometheus" },
	};
	struct slice start;

	if (!source_more(s, 0))
		fail("%s: empty: the program that writes it truncates it "
		    "first, so it died before its end", s->name);
	start = (struct slice){ s->at, s->n };
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (slice_starts(start, known[i].bytes))
			source_fail(s, 0, "%s", known[i].what);
}
