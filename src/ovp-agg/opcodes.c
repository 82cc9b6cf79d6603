/* SPDX-License-Identifier: MIT */
/* Cells that an opcode causes. */
#include "base/buf.h"
#include "domain/metrics.h"
#include "opcodes.h"

static const struct slice counter = { "counter\0\0\0\0\0\0\0\0", 7 };
static const struct slice nothing = { "\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 0 };

/* 15 more bytes are readable, as after a record's fields. */
static const struct slice cells = {
	"opcode_cells\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
	12,
};

static size_t
find_key(const struct slice *key, size_t nkeys, struct slice name)
{
	size_t i = 0;

	while (i < nkeys && !slice_eq(key[i], name))
		i++;
	return i;
}

/* The columns of a place's AIR; NULL if they are missing or tables differ. */
static const struct row *
columns_of(struct stats *s, const struct place *p, size_t nkeys, size_t opcode)
{
	struct buf id = { 0 };
	const struct row *r = NULL;
	size_t air;

	buf_slice(&id, s->benches.key[p->bench].bytes);
	buf_char(&id, '\t');
	buf_slice(&id, p->run_text);
	for (size_t i = 0; i < nkeys; i++) {
		buf_char(&id, '\t');
		if (i != opcode)
			buf_slice(&id, p->key[i]);
	}
	air = map_find(&s->places, 0, buf_bytes(&id));
	buf_free(&id);
	if (air != MAP_NONE)
		r = stats_known(s, air, metrics_named(ROLE_AIR_MAIN));
	return r != NULL && number_cmp(r->min, r->max) == 0 ? r : NULL;
}

/* A whole number if it fits. */
static struct number
product(struct number a, struct number b)
{
	uint64_t n;

	if (a.is_whole && b.is_whole &&
	    !__builtin_mul_overflow(a.whole, b.whole, &n))
		return number_whole(n);
	return number_real(a.real * b.real);
}

void
opcodes_add_cells(struct stats *s, const struct slice *key, size_t nkeys)
{
	struct slice metric = metrics_named(ROLE_OPCODES);
	size_t air = find_key(key, nkeys, SLICE("air_name"));
	size_t opcode = find_key(key, nkeys, SLICE("opcode")), n = s->rows.n;

	for (size_t i = 0; i < n && air < nkeys && opcode < nkeys; i++) {
		size_t place = s->row[i].place;
		const struct row *columns;
		struct number count;

		if (s->row[i].count == 0 ||
		    !slice_eq(s->row[i].metric, metric) ||
		    s->place[place].key[air].n == 0 ||
		    s->place[place].key[opcode].n == 0)
			continue;
		columns = columns_of(s, &s->place[place], nkeys, opcode);
		if (columns == NULL || stats_find(s, place, cells) != NULL)
			continue;
		count = product(sum_value(&s->row[i].sum), columns->min);
		stats_add(s, stats_row(s, place, cells), nothing, counter,
		    count);
	}
}
