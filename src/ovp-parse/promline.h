/* SPDX-License-Identifier: MIT */
/* One line of Prometheus' text format to its parts. */
#ifndef PARSE_PROMLINE_H
#define PARSE_PROMLINE_H

#include "entry.h"

enum promline {
	PROMLINE_COMMENT,	/* or blank */
	PROMLINE_EOF,		/* the end of OpenMetrics */
	PROMLINE_HELP,		/* sets the entry's metric */
	PROMLINE_TYPE,		/* sets the entry's metric, *type */
	PROMLINE_SAMPLE,	/* sets all of the entry */
	PROMLINE_BAD,		/* sets *wrong */
};

/*
 * Reads a line, which has no LF. The entry's slices are decoded, without NUL,
 * and valid as long as the line, until the entry is used again. Labels keep
 * the line's order; a timestamp and an exemplar are checked, then left out.
 * Numbers are
 * what Rust reads as f64, Go's hexadecimal ones not among them.
 */
enum promline promline_read(struct entry *, struct slice line,
    struct slice *type, struct fault *wrong);

#endif
