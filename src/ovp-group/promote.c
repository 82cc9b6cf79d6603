/* SPDX-License-Identifier: MIT */
/* Labels promoted to columns. */
#include <stdlib.h>

#include "base/block.h"
#include "base/cli.h"
#include "base/diag.h"
#include "base/distance.h"
#include "base/mem.h"
#include "promote.h"
#include "stream/labels.h"
#include "stream/stream.h"

/* Remembers this many labels, to suggest one for a misspelt key. */
enum { MAX_OTHERS = 100 };

/* A key becomes a column's name, so it must be valid in a header. */
static void
check_key(struct slice key)
{
	const char *taken;

	for (size_t k = 0; k < key.n; k++)
		if (strchr("\t\n\r\\\"!", key.at[k]) != NULL)
			fail("-k: '%.*s' can't be a column's name",
			    SLICE_ARG(key));
	if (slice_eq(key, SLICE("phase")))
		fail("-k: omit 'phase': it is always promoted");
	taken = stream_name_taken(key);
	if (taken != NULL)
		fail("-k: '%.*s': %s", SLICE_ARG(key), taken);
}

size_t
promote_find(const struct promote *p, struct slice key)
{
	size_t i = 0;

	while (i < p->nkeys && !slice_eq(key, p->key[i]))
		i++;
	return i;
}

/* Adds the new keys of a list. */
static void
add_keys(struct promote *p, size_t *cap, const struct slice *key, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		check_key(key[i]);
		for (size_t j = 0; j < i; j++)
			if (slice_eq(key[i], key[j]))
				fail("-k: duplicate key '%.*s'",
				    SLICE_ARG(key[i]));
		if (promote_find(p, key[i]) < p->nkeys)
			continue;
		p->key = mem_grow(p->key, cap, p->nkeys, sizeof(*p->key));
		p->key[p->nkeys++] = key[i];
	}
}

void
promote_init(struct promote *p, const char *const *list, size_t nlists)
{
	size_t cap = 0, *n = mem_zalloc(nlists, sizeof(*n));

	*p = (struct promote){ .nlevels = nlists };
	p->list = mem_zalloc(nlists, sizeof(*p->list));
	for (size_t l = 0; l < nlists; l++) {
		p->list[l] = cli_list("-k", list[l], &n[l]);
		add_keys(p, &cap, p->list[l], n[l]);
	}
	p->key = mem_grow(p->key, &cap, p->nkeys, sizeof(*p->key));
	p->key[p->nkeys++] = SLICE("phase");
	p->level = mem_zalloc(nlists * p->nkeys, sizeof(*p->level));
	for (size_t l = 0; l < nlists; l++) {
		bool *level = p->level + l * p->nkeys;

		level[p->nkeys - 1] = true;
		for (size_t i = 0; i < n[l]; i++)
			level[promote_find(p, p->list[l][i])] = true;
	}
	free(n);
	p->value = mem_zalloc(p->nkeys, sizeof(*p->value));
	p->seen = mem_zalloc(p->nkeys, sizeof(*p->seen));
	p->tree = mem_zalloc(1, sizeof(*p->tree));
}

void
promote_alias(struct promote *p, struct slice label, struct slice key)
{
	p->alias = label;
	p->aliased = promote_find(p, key);
}

/* The column of a key; none if an earlier key of the labels took it. */
static int
column_of(const struct promote *p, struct slice key)
{
	size_t i = p->alias.n > 0 && slice_eq(key, p->alias) ?
	    p->aliased :
	    promote_find(p, key);

	return i < p->nkeys && p->value[i].at == NULL ? (int)i : -1;
}

static void
clear(struct promote *p)
{
	for (size_t i = 0; i < p->nkeys; i++)
		p->value[i] = (struct slice){ NULL, 0 };
}

struct slice
promote_labels(struct promote *p, struct slice labels)
{
	struct keynode *k = &p->tree->root;
	struct label l;
	int got;

	clear(p);
	p->labels.n = p->plain.n = 0;
	buf_slice(&p->labels, labels);
	buf_room(&p->labels, PROMOTE_BEYOND);
	labels = buf_bytes(&p->labels);
	/* Unescaping never lengthens text: the buffer will not move below. */
	buf_room(&p->plain, labels.n + PROMOTE_BEYOND);
	while ((got = labels_next(&labels, &l)) == 1) {
		int i = column_of(p, l.key);

		if (i >= 0) {
			p->value[i] = labels_plain(l.value, &p->plain);
			p->seen[i] = true;
		} else if (p->others.n < MAX_OTHERS) {
			map_put(&p->others, 0, l.key);
		}
		if (k != NULL)
			k = keytree_add(p->tree, k, l.key, i);
	}
	return got < 0 ? labels : (struct slice){ NULL, 0 };
}

/* promote_labels() sees each order of labels once. */
void
promote_warn(const struct promote *p, size_t made)
{
	for (size_t i = 0; i + 1 < p->nkeys; i++) {
		struct slice near = { "", 0 };
		size_t best = SIZE_MAX;

		if (p->seen[i] || i == made ||
		    slice_eq(p->key[i], SLICE("group")))
			continue;
		for (size_t k = 0; k < p->others.n; k++) {
			struct slice other = p->others.key[k].bytes;
			size_t far = slice_starts(other, p->key[i]) ?
			    0 :
			    distance_of(p->key[i], other);

			if (far < best) {
				best = far;
				near = other;
			}
		}
		if (best <= near.n / 2)
			warn("-k: no selected record has the label '%.*s'; the "
			     "nearest is '%.*s'",
			    SLICE_ARG(p->key[i]), SLICE_ARG(near));
		else
			warn("-k: no selected record has the label '%.*s'",
			    SLICE_ARG(p->key[i]));
	}
}

struct slice
promote_record(struct promote *p, struct slice labels, bool escapes)
{
	for (size_t i = 0; i < p->nkeys; i++)
		p->value[i].n = 0;
	if (!keytree_walk(p->tree, labels, p->value))
		return promote_labels(p, labels);
	for (size_t i = 0; escapes && i < p->nkeys; i++)
		if (p->value[i].n > 0 &&
		    block_holds(p->value[i].at, p->value[i].n, '\\'))
			return promote_labels(p, labels);
	return (struct slice){ NULL, 0 };
}

const bool *
promote_level(const struct promote *p, size_t level)
{
	const bool *shown = p->level + level * p->nkeys;

	for (size_t l = 0; l < level; l++) {
		const bool *before = p->level + l * p->nkeys;
		size_t i = 0;

		while (i < p->nkeys &&
		    (shown[i] == before[i] || p->value[i].n == 0))
			i++;
		if (i == p->nkeys)
			return NULL;
	}
	return shown;
}

void
promote_free(struct promote *p)
{
	for (size_t l = 0; l < p->nlevels; l++)
		free(p->list[l]);
	free(p->list);
	free(p->key);
	free(p->value);
	free(p->seen);
	free(p->level);
	map_free(&p->others);
	free(p->tree);
	buf_free(&p->labels);
	buf_free(&p->plain);
}
