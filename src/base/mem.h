/* SPDX-License-Identifier: MIT */
/* Memory, or exit: each fails with `out of memory' and status 2. */
#ifndef OVP_MEM_H
#define OVP_MEM_H

#include <stddef.h>

void *mem_alloc(size_t n);
void *mem_zalloc(size_t n, size_t size);
void *mem_resize(void *p, size_t n, size_t size);

/*
 * Makes room in an array of *cap elements for one more than n: doubles it when
 * it is full. Use: a = mem_grow(a, &cap, n, sizeof(*a)).
 */
void *mem_grow(void *p, size_t *cap, size_t n, size_t size);

#endif
