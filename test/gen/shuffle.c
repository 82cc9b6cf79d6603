/* SPDX-License-Identifier: MIT */
/* Permutes all that has no order in a metrics file. */
#include "shuffle.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/slice.h"

static void
white_space(struct shuffle *s, struct buf *b)
{
	static const char *const space[] = {
		"",
		"",
		"",
		"",
		" ",
		"\n",
		"\t",
		"\r\n",
		"\n  ",
		" \n\t ",
	};

	buf_str(b, space[rng_below(&s->rng, sizeof(space) / sizeof(*space))]);
}

static void
token(struct shuffle *s, struct buf *b, const char *text)
{
	white_space(s, b);
	buf_str(b, text);
}

static void
string(struct shuffle *s, struct buf *b, const char *text)
{
	token(s, b, "\"");
	buf_str(b, text);
	buf_char(b, '"');
}

/* order[] becomes a permutation of 0 to n - 1. */
static void
permute(struct rng *r, size_t *order, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		order[i] = i;
	for (i = n; i > 1; i--) {
		size_t j = rng_below(r, i), swap = order[i - 1];

		order[i - 1] = order[j];
		order[j] = swap;
	}
}

static void
labels(struct shuffle *s, struct buf *b, const struct entry *e)
{
	size_t order[ENTRY_LABELS], i, n = (size_t)e->nlabels;

	permute(&s->rng, order, n);
	token(s, b, "[");
	for (i = 0; i < n; i++) {
		if (i > 0)
			token(s, b, ",");
		token(s, b, "[");
		string(s, b, e->label[order[i]].key);
		token(s, b, ",");
		string(s, b, e->label[order[i]].value);
		token(s, b, "]");
	}
	token(s, b, "]");
}

void
shuffle_begin(struct shuffle *s, const char *name)
{
	s->array[s->narrays++].name = name;
}

void
shuffle_entry(struct shuffle *s, const struct entry *e)
{
	static const char *const member[] = { "labels", "metric", "value" };
	struct shuffle_array *a = &s->array[s->narrays - 1];
	size_t order[3], i;

	permute(&s->rng, order, 3);
	for (i = 0; i < 3; i++) {
		token(s, &a->text, i == 0 ? "{" : ",");
		string(s, &a->text, member[order[i]]);
		token(s, &a->text, ":");
		if (order[i] == 0)
			labels(s, &a->text, e);
		else
			string(s, &a->text,
			    order[i] == 1 ? e->metric : e->value);
	}
	token(s, &a->text, "}");
	a->end = mem_grow(a->end, &a->cap, a->n, sizeof(*a->end));
	a->end[a->n++] = a->text.n;
}

static void
write_array(struct shuffle *s, struct shuffle_array *a, struct buf *gap,
    struct recout *out)
{
	size_t *order = mem_zalloc(a->n + 1, sizeof(*order)), i;

	string(s, gap, a->name);
	token(s, gap, ":");
	token(s, gap, "[");
	permute(&s->rng, order, a->n);
	for (i = 0; i < a->n; i++) {
		size_t at = order[i] == 0 ? 0 : a->end[order[i] - 1];

		if (i > 0)
			token(s, gap, ",");
		recout_slice(out, buf_bytes(gap));
		recout_add(out, a->text.at + at, a->end[order[i]] - at);
		recout_mark(out);
		gap->n = 0;
	}
	token(s, gap, "]");
	free(order);
}

void
shuffle_write(struct shuffle *s, struct recout *out)
{
	struct buf gap = { 0 };
	size_t order[2], i, n = (size_t)s->narrays;

	permute(&s->rng, order, n);
	for (i = 0; i < n; i++) {
		struct shuffle_array *a = &s->array[order[i]];

		token(s, &gap, i == 0 ? "{" : ",");
		write_array(s, a, &gap, out);
		buf_free(&a->text);
		free(a->end);
	}
	token(s, &gap, "}");
	white_space(s, &gap);
	recout_slice(out, buf_bytes(&gap));
	buf_free(&gap);
}
