/* SPDX-License-Identifier: MIT */
/* Detection of files that are not plain UTF-8 text by their first bytes. */
#include "foreign.h"

const char *
foreign(struct slice start)
{
	static const char utf16[] = "UTF-16: convert it to UTF-8 "
				    "(iconv -f UTF-16 -t UTF-8)";
	static const struct {
		struct slice bytes;
		const char *what;
	} known[] = {
		{ { "\xef\xbb\xbf", 3 },
		    "a byte order mark: remove its 3 "
		    "bytes (tail -c +4)" },
		{ { "\xff\xfe", 2 }, utf16 },
		{ { "\xfe\xff", 2 }, utf16 },
		{ { "\x28\xb5\x2f\xfd", 4 },
		    "compressed: unpack it first "
		    "(zstd -dc FILE)" },
		{ { "\x1f\x8b", 2 },
		    "compressed: unpack it first "
		    "(gzip -dc FILE)" },
		{ { "BZh", 3 },
		    "compressed: unpack it first "
		    "(bzip2 -dc FILE)" },
		{ { "\xfd"
		    "7zXZ",
		      5 },
		    "compressed: unpack it first "
		    "(xz -dc FILE)" },
		{ { "PK\x03\x04", 4 },
		    "compressed: unpack it first "
		    "(unzip -p FILE)" },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (slice_starts(start, known[i].bytes))
			return known[i].what;
	return NULL;
}
