/* SPDX-License-Identifier: MIT */
/* Values in few bytes. */
#ifndef RENDER_PACKED_H
#define RENDER_PACKED_H

#include <stddef.h>

#include "base/buf.h"
#include "ovp-render/doc/value.h"

/*
 * Each value takes a byte; 8 more follow if it is known, is not a small whole
 * number and differs from the one before. A sum, minimum, maximum and average
 * of one record take 12 bytes together.
 */
void packed_add(struct buf *, const struct value *, size_t n);

/* Returns the ith value of those that were packed; not known if at is NULL. */
struct value packed_get(const char *at, size_t i);

#endif
