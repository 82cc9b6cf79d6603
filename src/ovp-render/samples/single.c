/* SPDX-License-Identifier: MIT */
/* Records of single values: samples or the grouped stream. */
#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "single.h"

enum { BENCH, RUN, METRIC, VALUE, LABELS };

static const char *const column_name[] = {
	[BENCH] = "bench",
	[RUN] = "run",
	[METRIC] = "metric",
	[VALUE] = "value",
	[LABELS] = "labels",
};

void
single_open(struct single *s, struct recin *in)
{
	*s = (struct single){ .in = in };
	numbers_open(&s->numbers, in);
	for (size_t c = BENCH; c <= LABELS; c++)
		s->at[c] = (size_t)recin_column(in, column_name[c]);
}

bool
single_next(struct single *s)
{
	s->field = recin_next(s->in);
	if (s->field == NULL)
		return false;
	numbers_check(&s->numbers, s->in, s->field);
	s->bench = s->field[s->at[BENCH]];
	s->run = s->field[s->at[RUN]];
	s->metric = s->field[s->at[METRIC]];
	return true;
}

struct number
single_value(const struct single *s)
{
	struct number n = { 0 };

	(void)numparse(s->field[s->at[VALUE]], &n);
	return n;
}

bool
single_draws(struct number value)
{
	return fabs(value.real) <= 1e290;
}

static int
by_key(const void *a, const void *b)
{
	const struct label *x = a, *y = b;
	bool first = slice_eq(x->key, SLICE("group"));
	bool second = slice_eq(y->key, SLICE("group"));

	return first || second ? (int)second - (int)first :
				 slice_cmp(x->key, y->key);
}

/* Sorts labels; a stream from ovp-parse is sorted, so a check is enough. */
static void
set_order(struct single *s)
{
	bool sorted = true;
	size_t n = 0;

	for (size_t i = 1; i < s->nlabels && sorted; i++)
		sorted = by_key(&s->label[i - 1], &s->label[i]) <= 0;
	if (!sorted &&
	    mergesort(s->label, s->nlabels, sizeof(*s->label), by_key) != 0)
		fail("out of memory");
	for (size_t i = 0; i < s->nlabels; i++)
		if (n == 0 || by_key(&s->label[n - 1], &s->label[i]) != 0)
			s->label[n++] = s->label[i];
	s->nlabels = n;
}

bool
single_labels(struct single *s)
{
	struct slice rest = s->field[s->at[LABELS]];
	struct label l;
	int got;

	if (slice_eq(rest, buf_bytes(&s->before)) && s->nlabels > 0)
		return false;
	s->before.n = s->plain.n = s->nlabels = 0;
	buf_slice(&s->before, rest);
	/* Unescaping never lengthens. The buffer must not move after this. */
	buf_room(&s->plain, rest.n);
	rest = buf_bytes(&s->before);
	while ((got = labels_next(&rest, &l)) == 1) {
		s->label = mem_grow(s->label, &s->cap, s->nlabels,
		    sizeof(*s->label));
		l.key = labels_plain(l.key, &s->plain);
		l.value = labels_plain(l.value, &s->plain);
		s->label[s->nlabels++] = l;
	}
	if (got < 0)
		recin_fail(s->in, s->at[LABELS],
		    "expected KEY=\"VALUE\", found "
		    "'%.*s'",
		    SLICE_ARG(rest));
	set_order(s);
	return true;
}

struct slice
single_label(const struct single *s, const char *key)
{
	for (size_t i = 0; i < s->nlabels; i++)
		if (slice_eq(s->label[i].key, slice_str(key)))
			return s->label[i].value;
	return SLICE("");
}

void
single_close(struct single *s)
{
	numbers_close(&s->numbers);
	free(s->label);
	buf_free(&s->before);
	buf_free(&s->plain);
}
