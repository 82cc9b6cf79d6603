/* SPDX-License-Identifier: MIT */
/* Times that belong to no total. */
#include <math.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/mem.h"
#include "lost.h"
#include "stream/labels.h"

/* Names at most this many. */
enum { NAMED = 4 };

void
lost_add(struct lost *l, size_t run, struct slice metric, struct slice labels,
    struct number ms)
{
	struct slice group = { "", 0 };
	struct buf name = { 0 };
	size_t i, old = l->cap;

	if (!isfinite(ms.real))
		return;
	labels_find(labels, SLICE("group"), &group);
	buf_slice(&name, metric);
	buf_str(&name, " of group '");
	buf_slice(&name, group);
	buf_char(&name, '\'');
	i = map_put(&l->names, run, buf_bytes(&name));
	l->ms = mem_grow(l->ms, &l->cap, i, sizeof(*l->ms));
	if (l->cap > old)
		memset(l->ms + old, 0, (l->cap - old) * sizeof(*l->ms));
	sum_add(&l->ms[i], ms);
	buf_free(&name);
}

static void
warn_run(struct lost *l, size_t run, struct slice name)
{
	const char *tab = memchr(name.at, '\t', name.n);
	int bench = (int)(tab - name.at);
	struct buf list = { 0 };
	struct sum sum = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < l->names.n; i++) {
		if (l->names.key[i].parent != run)
			continue;
		sum_merge(&sum, &l->ms[i]);
		if (n++ < NAMED)
			buf_printf(&list, "%s%.*s %.3f s", n > 1 ? ", " : "",
			    SLICE_ARG(l->names.key[i].bytes),
			    sum_mean(&l->ms[i], 1000).real);
	}
	if (n > NAMED)
		buf_printf(&list, " and %zu more", n - NAMED);
	if (n > 0)
		warn("bench '%.*s', run %.*s: %.3f s are in no total, because "
		     "their labels fit no proof or several: %.*s",
		    bench, name.at, (int)(name.n - (size_t)bench) - 1, tab + 1,
		    sum_mean(&sum, 1000).real, SLICE_ARG(buf_bytes(&list)));
	sum_free(&sum);
	buf_free(&list);
}

void
lost_warn(struct lost *l, const struct map *runs)
{
	for (size_t i = 0; i < runs->n && l->names.n > 0; i++)
		warn_run(l, i, runs->key[i].bytes);
}

void
lost_free(struct lost *l)
{
	for (size_t i = 0; i < l->names.n; i++)
		sum_free(&l->ms[i]);
	map_free(&l->names);
	free(l->ms);
}
