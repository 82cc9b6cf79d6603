/* SPDX-License-Identifier: MIT */
/* Verdicts of a comparison on a metric. */
#ifndef OVP_VERDICT_H
#define OVP_VERDICT_H

#include <stdbool.h>

#include "base/slice.h"

enum verdict {
	VERDICT_NONE, /* statistics have none */
	VERDICT_SAME,
	VERDICT_BETTER,
	VERDICT_WORSE,
	VERDICT_CHANGED, /* neither direction is better */
	VERDICT_NEW,
	VERDICT_GONE,
	VERDICTS,
};

/* Its word in the stream and in reports; "" for VERDICT_NONE. */
extern const char *const verdict_word[VERDICTS];

/* Returns the verdict of a word; VERDICT_NONE for any other text. */
enum verdict verdict_read(struct slice);

/* Says whether both sides have a value and it changed. */
static inline bool
verdict_is_change(enum verdict v)
{
	return v == VERDICT_BETTER || v == VERDICT_WORSE ||
	    v == VERDICT_CHANGED;
}

#endif
