/* SPDX-License-Identifier: MIT */
/* Values in few bytes. */
#ifndef RENDER_PACKED_H
#define RENDER_PACKED_H

#include <stddef.h>

#include "ovp-render/doc/value.h"

/* The bytes of a value at most. */
enum { PACKED_MOST = 9 };

/*
 * Packs n values and returns the number of bytes. Each value takes a byte; 8
 * more follow if it is known, is not a small whole number and differs from the
 * one before. Sum, minimum, maximum and average of one record take 12 together.
 */
size_t packed_put(char *to, const struct value *, size_t n);

/* Returns the ith value of those that were packed; not known if at is NULL. */
struct value packed_get(const char *at, size_t i);

#endif
