/* SPDX-License-Identifier: MIT */
/* A metrics file in any order, with any white space. */
#ifndef GEN_SHUFFLE_H
#define GEN_SHUFFLE_H

#include <stddef.h>

#include "base/buf.h"
#include "entry.h"
#include "stream/recout.h"
#include "rng.h"

/* The entries of one array, held back. */
struct shuffle_array {
	const char *name;
	struct buf text;
	size_t *end; /* of each entry in text; n of them */
	size_t n, cap;
};

struct shuffle {
	struct rng rng;
	struct shuffle_array array[2];
	int narrays;
};

/* Begins an array; two of them at the most. */
void shuffle_begin(struct shuffle *, const char *name);

/* Adds an entry to it, its labels and members in any order. */
void shuffle_entry(struct shuffle *, const struct entry *);

/* Writes the arrays in any order, and in each its entries; frees them. */
void shuffle_write(struct shuffle *, struct recout *);

#endif
