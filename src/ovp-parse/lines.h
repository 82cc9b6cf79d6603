/* SPDX-License-Identifier: MIT */
/* How many lines there are. */
#ifndef PARSE_LINES_H
#define PARSE_LINES_H

#include <stddef.h>

/* The LFs in n bytes. */
size_t lines_count(const char *, size_t n);

#endif
