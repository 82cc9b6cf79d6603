/* SPDX-License-Identifier: MIT */
/* Labels promoted to columns. */
#include <stdlib.h>

#include "base/block.h"
#include "base/cli.h"
#include "base/diag.h"
#include "base/mem.h"
#include "promote.h"
#include "stream/labels.h"

/* A key becomes a column's name: it must stand in a header, and be new there. */
static void
check_key(const struct promote *p, size_t i, const char *const *column,
    size_t ncolumns)
{
	struct slice key = p->key[i];

	for (size_t k = 0; k < key.n; k++)
		if (strchr("\t\n\r\\\"!", key.at[k]) != NULL)
			fail("-k: '%.*s' can't be a column's name",
			    SLICE_ARG(key));
	for (size_t c = 0; c < ncolumns; c++)
		if (slice_eq(key, slice_str(column[c])))
			fail("-k: '%.*s' is a column already", SLICE_ARG(key));
	for (size_t j = 0; j < i; j++)
		if (slice_eq(key, p->key[j]))
			fail("-k: '%.*s' twice%s", SLICE_ARG(key),
			    i + 1 == p->nkeys ? ": it is promoted anyway" : "");
}

void
promote_init(struct promote *p, const char *list, const char *const *column,
    size_t ncolumns)
{
	*p = (struct promote){ 0 };
	p->key = cli_list("-k", list, &p->nkeys);
	p->key[p->nkeys++] = SLICE("phase");
	for (size_t i = 0; i < p->nkeys; i++)
		check_key(p, i, column, ncolumns);
	p->value = mem_zalloc(p->nkeys, sizeof(*p->value));
	p->tree = mem_zalloc(1, sizeof(*p->tree));
}

bool
promote_has(const struct promote *p, struct slice key)
{
	size_t i = 0;

	while (i < p->nkeys && !slice_eq(key, p->key[i]))
		i++;
	return i < p->nkeys;
}

/* The column of a key: none where a key before it in the labels has that. */
static int
column_of(const struct promote *p, struct slice key)
{
	for (size_t i = 0; i < p->nkeys; i++)
		if (slice_eq(key, p->key[i]))
			return p->value[i].at == NULL ? (int)i : -1;
	return -1;
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
	/* Unescaping never lengthens: the buffer does not move from here on. */
	buf_room(&p->plain, labels.n + PROMOTE_BEYOND);
	while ((got = labels_next(&labels, &l)) == 1) {
		int i = column_of(p, l.key);

		if (i >= 0)
			p->value[i] = labels_plain(l.value, &p->plain);
		if (k != NULL)
			k = keytree_add(p->tree, k, l.key, i);
	}
	return got < 0 ? labels : (struct slice){ NULL, 0 };
}

struct slice
promote_record(struct promote *p, struct slice labels)
{
	clear(p);
	if (!keytree_walk(p->tree, labels, p->value))
		return promote_labels(p, labels);
	for (size_t i = 0; i < p->nkeys; i++)
		if (p->value[i].n > 0 &&
		    block_holds(p->value[i].at, p->value[i].n, '\\'))
			return promote_labels(p, labels);
	return (struct slice){ NULL, 0 };
}

void
promote_free(struct promote *p)
{
	free(p->key);
	free(p->value);
	free(p->tree);
	buf_free(&p->labels);
	buf_free(&p->plain);
}
