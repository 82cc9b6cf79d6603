/* SPDX-License-Identifier: MIT */
/* Parser of one line of Prometheus' text format. */
#ifndef PARSE_PROMLINE_H
#define PARSE_PROMLINE_H

#include "entry.h"

enum promline {
	PROMLINE_COMMENT, /* or blank */
	PROMLINE_EOF,     /* the end of OpenMetrics */
	PROMLINE_HELP,    /* sets the entry's metric */
	PROMLINE_TYPE,    /* sets the entry's metric, *type */
	PROMLINE_SAMPLE,  /* sets all of the entry */
	PROMLINE_BAD,     /* sets *wrong */
};

/*
 * Reads a line without its LF. Labels keep the line's order; a timestamp and an
 * exemplar are validated and dropped. Numbers are those that Rust parses as
 * f64, so Go's hexadecimal ones are rejected. The entry's slices are decoded,
 * contain no NUL, and are valid as long as the line, until the entry is used
 * again.
 */
enum promline promline_read(struct entry *, struct slice line,
    struct slice *type, struct fault *wrong);

#endif
