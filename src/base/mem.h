/* SPDX-License-Identifier: MIT */
/* Allocation that fails with `out of memory' and status 2. */
#ifndef OVP_MEM_H
#define OVP_MEM_H

#include <stddef.h>

void *mem_alloc(size_t n);
void *mem_zalloc(size_t n, size_t size);
void *mem_resize(void *p, size_t n, size_t size);

/*
 * Makes room for one more element in an array with n of *cap elements; doubles
 * it if it is full. Use: a = mem_grow(a, &cap, n, sizeof(*a)).
 */
void *mem_grow(void *p, size_t *cap, size_t n, size_t size);

#endif
