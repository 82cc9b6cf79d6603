/* SPDX-License-Identifier: MIT */
/* The files to read: their benches and runs. */
#ifndef PARSE_INPUTS_H
#define PARSE_INPUTS_H

#include <stdbool.h>

#include "base/slice.h"

struct input {
	const char *path;   /* `-' is standard input */
	struct slice bench; /* a raw name */
	bool named;         /* by -n */
};

/*
 * Makes an input for each path, or one of standard input if there is no path.
 * names has one name for each or one for all; if it is NULL, benches have the
 * base names of the paths without `.json' or `.prom'. Fails if the numbers of
 * names and inputs differ, or if a name is invalid. The caller frees the array.
 */
struct input *inputs_make(char *const *path, size_t npaths,
    const struct slice *names, size_t nnames, size_t *n);

/* Returns what is wrong with the raw name of a bench, or NULL. */
const char *bench_wrong(struct slice name);

#endif
