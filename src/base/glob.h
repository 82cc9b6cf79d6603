/* SPDX-License-Identifier: MIT */
/* Matching of names against patterns of fnmatch(3). */
#ifndef OVP_GLOB_H
#define OVP_GLOB_H

#include <stdbool.h>

#include "slice.h"

/*
 * Says whether the whole name matches the pattern: `*', `?', `[...]' and `\'.
 * Bytes are literal, and none is special: `*' also matches `.' and `/'.
 */
bool glob_match(const char *pattern, struct slice name);

#endif
