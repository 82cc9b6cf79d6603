/* SPDX-License-Identifier: MIT */
/* Counting of lines. */
#ifndef PARSE_LINES_H
#define PARSE_LINES_H

#include <stddef.h>

/* Returns the number of LFs in n bytes. */
size_t lines_count(const char *, size_t n);

#endif
