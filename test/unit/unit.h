/* SPDX-License-Identifier: MIT */
/* Checks of unit programs, which are silent when all is right. */
#ifndef OVP_UNIT_H
#define OVP_UNIT_H

#include <stdint.h>
#include <stdio.h>

static int unit_failures;

/* Prints what failed and goes on, so that one run shows every failure. */
#define CHECK(expr) ((expr) ? (void)0 : unit_failed(__FILE__, __LINE__, #expr))

static inline void
unit_failed(const char *file, int line, const char *expr)
{
	unit_failures++;
	fprintf(stderr, "%s:%d: %s\n", file, line, expr);
}

/* The next of a fixed row of random bits, from any *x but 0 on. */
static inline uint64_t
unit_random(uint64_t *x)
{
	*x ^= *x << 13;
	*x ^= *x >> 7;
	*x ^= *x << 17;
	return *x;
}

/* The status of a unit program: return unit_end(); ends its main. */
static inline int
unit_end(void)
{
	return unit_failures == 0 ? 0 : 1;
}

#endif
