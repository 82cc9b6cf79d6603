/* SPDX-License-Identifier: MIT */
/* The files to read: their benches and runs. */
#ifndef PARSE_INPUTS_H
#define PARSE_INPUTS_H

#include <stdbool.h>

#include "base/slice.h"

struct input {
	const char	*path;		/* `-' is standard input */
	struct slice	 bench;		/* a raw name */
	bool		 named;		/* by -n */
};

/*
 * One input a path, standard input when there is none. names has a name for
 * each, or one for all, or is NULL: then they are the paths' base names without
 * `.json' or `.prom'. Fails when there are more names than inputs or fewer, or on a name
 * that no bench may have. The array is the caller's to free.
 */
struct input *inputs_make(char *const *path, size_t npaths,
    const struct slice *names, size_t nnames, size_t *n);

/* What is wrong with a raw name of a bench, or NULL. */
const char *bench_wrong(struct slice name);

#endif
