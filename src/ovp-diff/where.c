/* SPDX-License-Identifier: MIT */
/* Selection of a history's runs by their carried columns. */
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/field.h"
#include "base/glob.h"
#include "base/mem.h"
#include "stream/carried.h"
#include "where.h"

void
where_add(struct where *w, const char *text)
{
	const char *equals = strchr(text, '=');

	if (equals == NULL || equals == text)
		fail("--where: '%s' is not KEY=GLOB", text);
	w->rule = mem_grow(w->rule, &w->cap, w->n, sizeof(*w->rule));
	w->rule[w->n++] = (struct where_rule){
		.text = text,
		.key = { text, (size_t)(equals - text) },
		.glob = equals + 1,
	};
}

/* Fails for a column that runs don't carry; names the columns they carry. */
static noreturn void
fail_column(const struct recin *in, const struct carried *carried,
    const char *file, struct slice key)
{
	struct buf names = { 0 };
	size_t n;
	const struct slice *name = recin_columns(in, &n);

	for (size_t i = 0; i < carried->n; i++) {
		buf_str(&names, ", ");
		buf_slice(&names, name[carried->at[i]]);
	}
	fail("%s: --where: the runs carry no column '%.*s' (expected one of "
	     "bench, run%.*s)",
	    file, SLICE_ARG(key), SLICE_ARG(buf_bytes(&names)));
}

void
where_open(struct where *w, const struct recin *in, const char *file)
{
	struct carried carried;
	size_t n;
	const struct slice *name = recin_columns(in, &n);

	carried_find(&carried, in);
	for (size_t r = 0; r < w->n; r++) {
		struct where_rule *rule = &w->rule[r];
		size_t i = 0;

		rule->at = slice_eq(rule->key, SLICE("bench")) ||
			slice_eq(rule->key, SLICE("run")) ?
		    (size_t)recin_column(in,
			rule->key.at[0] == 'b' ? "bench" : "run") :
		    n;
		while (
		    i < carried.n && !slice_eq(name[carried.at[i]], rule->key))
			i++;
		if (i < carried.n)
			rule->at = carried.at[i];
		if (rule->at == n)
			fail_column(in, &carried, file, rule->key);
	}
	carried_free(&carried);
	w->taken = 0;
}

bool
where_takes(struct where *w, const struct slice *record)
{
	struct buf raw = { 0 };
	bool takes = true;

	for (size_t i = 0; i < w->n && takes; i++) {
		raw.n = 0;
		takes = glob_match(w->rule[i].glob,
		    field_raw(record[w->rule[i].at], &raw));
	}
	buf_free(&raw);
	w->taken += takes;
	return takes;
}

void
where_close(const struct where *w, const char *file)
{
	if (w->n > 0 && w->taken == 0)
		warn("%s: no run matches --where %s%s", file, w->rule[0].text,
		    w->n > 1 ? " and the others" : "");
}

void
where_free(struct where *w)
{
	free(w->rule);
}
