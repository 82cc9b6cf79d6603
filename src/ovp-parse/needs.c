/* SPDX-License-Identifier: MIT */
/* What ovp-group, given the same options, needs of the samples. */
#include <stdlib.h>

#include "base/cli.h"
#include "base/mem.h"
#include "domain/metrics.h"
#include "domain/reads.h"
#include "needs.h"

/* Bounds the memory for names; ovp-group remembers fewer. */
enum { KNOWN_MOST = 4096 };

static void
add_key(struct needs *t, struct slice key)
{
	t->key = mem_grow(t->key, &t->keys_cap, t->nkeys, sizeof(*t->key));
	t->key[t->nkeys++] = key;
}

void
needs_keys(struct needs *t, const char *text)
{
	size_t n;

	t->list = mem_grow(t->list, &t->lists_cap, t->nlists,
	    sizeof(struct slice *));
	t->list[t->nlists] = cli_list("-k", text, &n);
	for (size_t i = 0; i < n; i++)
		add_key(t, t->list[t->nlists][i]);
	t->nlists++;
}

void
needs_label(struct needs *t, const char *text)
{
	wanted_label(&t->wanted, text);
	add_key(t, t->wanted.label[t->wanted.nlabels - 1].key);
}

bool
needs_given(const struct needs *t)
{
	return t->trim || t->nkeys > 0 || t->wanted.metrics.n > 0 ||
	    t->wanted.zeros == ZEROS_DROPPED;
}

unsigned
needs_set(const struct needs *t, struct slice key)
{
	for (size_t i = 0; i < t->nkeys; i++)
		if (slice_eq(key, t->key[i]))
			return NEEDS_ALWAYS;
	if (slice_eq(key, SLICE("phase")))
		return NEEDS_ALWAYS;
	if (t->nlists > 0)
		return NEEDS_OTHER;
	if (slice_eq(key, SLICE("group")))
		return NEEDS_ALWAYS;
	for (unsigned i = 0; i < FINES; i++)
		if (slice_eq(key, slice_str(fine_name[i])))
			return 1u << i;
	return slice_eq(key, SLICE(READS_AIR)) ? 1u << FINE_AIR_NAME :
						 NEEDS_OTHER;
}

/* The properties of metrics are found in one table of the process. */
static const struct metric *
find(const struct needs *t, struct slice metric)
{
	const struct metric *known;

	if (t->shared == NULL)
		return metrics_find(metric);
	pthread_mutex_lock(t->shared);
	known = metrics_find(metric);
	pthread_mutex_unlock(t->shared);
	return known;
}

struct needs_metric
needs_of(const struct needs *t, struct slice metric)
{
	const struct metric *known = find(t, metric);
	const struct wanted rule = { .metrics = t->wanted.metrics };
	struct needs_metric m = {
		.name = metric,
		.known = known,
		.labels = NEEDS_ALL,
		.all = reads_all(known),
		.taken = wanted_takes(&rule, metric, SLICE("")),
	};

	if (t->trim && !m.all)
		m.labels = NEEDS_ALWAYS |
		    (t->nlists > 0 ? 0 : reads_fine(known));
	return m;
}

bool
needs_is_known(struct needs *t, struct slice key)
{
	size_t n = t->known.n;

	if (t->shared != NULL)
		return n == KNOWN_MOST ||
		    map_find(&t->known, 0, key) != MAP_NONE;
	return n == KNOWN_MOST || map_put(&t->known, 0, key) < n;
}

void
needs_free(struct needs *t)
{
	wanted_free(&t->wanted);
	for (size_t i = 0; i < t->nlists; i++)
		free(t->list[i]);
	free(t->list);
	free(t->key);
	map_free(&t->known);
}
