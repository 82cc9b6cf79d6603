/* SPDX-License-Identifier: MIT */
/* Names against patterns of fnmatch(3). */
#ifndef OVP_GLOB_H
#define OVP_GLOB_H

#include <stdbool.h>

#include "slice.h"

/*
 * Whether the whole name matches the pattern: `*', `?', `[...]' and `\', bytes
 * as they stand, no byte special (`*' matches `.' and `/' too).
 */
bool glob_match(const char *pattern, struct slice name);

#endif
