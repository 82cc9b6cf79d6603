/* SPDX-License-Identifier: MIT */
/* The files to read: their benches and runs. */
#include <stdlib.h>

#include "base/diag.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "inputs.h"

static struct slice
base_name(const char *path)
{
	static const char *const suffix[] = { ".json", ".prom" };
	const char *slash = strrchr(path, '/');
	struct slice s = slice_str(slash == NULL ? path : slash + 1);

	if (strcmp(path, "-") == 0)
		return SLICE("stdin");
	for (size_t i = 0; i < sizeof(suffix) / sizeof(suffix[0]); i++)
		if (slice_ends(s, slice_str(suffix[i])))
			return (struct slice){ s.at, s.n - strlen(suffix[i]) };
	return s;
}

static void
check(const struct input *in)
{
	if (in->bench.n == 0)
		fail("%s: no name before the suffix: give one with -n",
		    in->path);
	if (!utf8_valid(in->bench))
		fail("%s: the name is not UTF-8: give another with -n",
		    in->path);
	if (slice_eq(in->bench, SLICE("!error")))
		fail("%s: '!error' marks a failure, no bench may have this "
		    "name: give another with -n", in->path);
}

/* Numbers the inputs of one bench. */
static void
number_runs(struct input *in, size_t n)
{
	unsigned long *runs = mem_zalloc(n, sizeof(*runs));
	struct map benches = { 0 };

	for (size_t i = 0; i < n; i++)
		in[i].run = ++runs[map_put(&benches, 0, in[i].bench)];
	map_free(&benches);
	free(runs);
}

struct input *
inputs_make(char *const *path, size_t npaths, const struct slice *names,
    size_t nnames, size_t *n)
{
	struct input *in;
	size_t dashes = 0;

	*n = npaths == 0 ? 1 : npaths;
	if (names != NULL && nnames != *n)
		fail("-n: %zu names for %zu files", nnames, *n);
	in = mem_zalloc(*n, sizeof(*in));
	for (size_t i = 0; i < *n; i++) {
		in[i].path = npaths == 0 ? "-" : path[i];
		in[i].bench = names == NULL ? base_name(in[i].path) : names[i];
		check(&in[i]);
		dashes += strcmp(in[i].path, "-") == 0;
	}
	if (dashes > 1)
		fail("-: standard input can be read only once");
	number_runs(in, *n);
	return in;
}
