/* SPDX-License-Identifier: MIT */
/* The files to read: their benches and runs. */
#include <stdlib.h>

#include "base/diag.h"
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

const char *
bench_wrong(struct slice name)
{
	if (name.n == 0)
		return "the name of the bench is empty";
	if (memchr(name.at, '\0', name.n) != NULL)
		return "the name of the bench has a NUL byte";
	if (!utf8_valid(name))
		return "the name of the bench is not UTF-8";
	if (slice_eq(name, SLICE("!error")))
		return "no bench may be named '!error', which marks a failure";
	return NULL;
}

struct input *
inputs_make(char *const *path, size_t npaths, const struct slice *names,
    size_t nnames, size_t *n)
{
	struct input *in;
	const char *wrong;
	size_t dashes = 0;

	*n = npaths == 0 ? 1 : npaths;
	if (names != NULL && nnames != 1 && nnames != *n)
		fail("-n: %zu names for %zu files: give one for each, or one "
		     "for all",
		    nnames, *n);
	in = mem_zalloc(*n, sizeof(*in));
	for (size_t i = 0; i < *n; i++) {
		in[i].path = npaths == 0 ? "-" : path[i];
		in[i].named = names != NULL;
		in[i].bench = names == NULL ? base_name(in[i].path) :
					      names[nnames == 1 ? 0 : i];
		wrong = bench_wrong(in[i].bench);
		if (wrong != NULL)
			fail("%s: %s: give another name with -n", in[i].path,
			    wrong);
		dashes += strcmp(in[i].path, "-") == 0;
	}
	if (dashes > 1)
		fail("-: standard input can be read only once");
	return in;
}
