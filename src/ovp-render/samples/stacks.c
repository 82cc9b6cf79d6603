/* SPDX-License-Identifier: MIT */
/* Values summed up by stacks of labels. */
#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/field.h"
#include "base/mem.h"
#include "domain/metrics.h"
#include "single.h"
#include "stacks.h"
#include "tabs.h"

#define N(a)	(sizeof(a) / sizeof((a)[0]))

/* More labels than anyone stacks: they need a letter each. */
enum { MOST_KEYS = 26 };

#define NAME(s)	{ s, sizeof(s) - 1 }

/* No metric has all of these: those that it has are the stack. */
static const struct slice usual_key[] = {
	NAME("cell_tracker_span"), NAME("cycle_tracker_span"), NAME("dsl_ir"),
	NAME("opcode"), NAME("air_name"),
};

/* What a stack is of when nobody says: the first row with a label of it. */
static const struct {
	struct slice	 key;
	enum metric_role role;
} usual_metric[] = {
	{ NAME("cell_tracker_span"), ROLE_SPAN_CELLS },
	{ NAME("air_name"), ROLE_AIR_CELLS },
};

static bool
has_key(const struct opts *opts, struct slice key)
{
	for (size_t i = 0; i < opts->nstack; i++)
		if (slice_eq(opts->stack[i], key))
			return true;
	return false;
}

static void
choose(struct stacks *s, const struct opts *opts)
{
	enum metric_role role = ROLE_STACK;
	struct slice name;

	s->key = opts->nstack > 0 ? opts->stack : usual_key;
	s->nkeys = opts->nstack > 0 ? opts->nstack : N(usual_key);
	for (size_t i = N(usual_metric); i-- > 0; )
		if (has_key(opts, usual_metric[i].key))
			role = usual_metric[i].role;
	s->metric = opts->metrics;
	s->nmetrics = opts->nmetrics;
	while (opts->nmetrics == 0 && s->nmetrics < N(s->usual) &&
	    (name = metrics_with(role, s->nmetrics)).n > 0) {
		s->usual[s->nmetrics++] = name;
		s->metric = s->usual;
	}
	for (size_t i = 0; i < s->nmetrics; i++)
		globs_add(&s->wanted, s->metric[i].at);
	if (s->nkeys > MOST_KEYS)
		fail("--stack: more than %d labels", MOST_KEYS);
}

static void
add_frame(struct buf *frames, size_t key, struct slice name)
{
	if (name.n == 0)
		return;
	buf_char(frames, (char)('a' + key));
	tabs_add(frames, name);
}

/* A span is a stack itself: of names, or of offsets into the symbols. */
static void
add_span(struct stacks *s, struct buf *frames, size_t key, struct slice span)
{
	while (span.n > 0) {
		const char *end = memchr(span.at, ';', span.n);
		size_t n = end != NULL ? (size_t)(end - span.at) : span.n;
		struct slice part = { span.at, n }, name;
		struct buf field = { 0 };

		n += end != NULL;
		span = (struct slice){ span.at + n, span.n - n };
		if (s->opts->symbols != NULL && part.n > 0 &&
		    symbols_find(&s->symbols, part, &name)) {
			field_escape(&field, name);
			part = buf_bytes(&field);
		}
		add_frame(frames, key, part);
		buf_free(&field);
	}
}

static void
add_frames(struct stacks *s, const struct single *r, struct buf *frames)
{
	for (size_t i = 0; i < s->nkeys; i++) {
		struct slice value = single_label(r, s->key[i].at);

		if (slice_ends(s->key[i], SLICE("tracker_span")))
			add_span(s, frames, i, value);
		else
			add_frame(frames, i, value);
	}
}

static void
read(struct stacks *s, struct recin *in, enum side side)
{
	struct buf frames = { 0 };
	struct single r;

	single_open(&r, in);
	while (single_next(&r)) {
		struct number n;
		size_t bench;

		if (globs_first(&s->wanted, r.metric) == GLOBS_NONE)
			continue;
		n = single_value(&r);
		if (single_labels(&r)) {
			frames.n = 0;
			add_frames(s, &r, &frames);
		}
		if (!isfinite(n.real) || n.real < 0) {
			s->odd++;
		} else if (frames.n == 0) {
			s->bare++;
		} else {
			bench = map_put(&s->benches, 0, r.bench);
			cube_add(&s->cube, cube_row(&s->cube, bench,
			    buf_bytes(&frames)), SLICE(""), side, r.run, n);
		}
	}
	buf_free(&frames);
	single_close(&r);
}

static int
by_frames(const void *a, const void *b, void *stacks)
{
	const struct stacks *s = stacks;
	const struct map_key *x = &s->cube.rows.key[*(const size_t *)a];
	const struct map_key *y = &s->cube.rows.key[*(const size_t *)b];

	return x->parent != y->parent ? (x->parent < y->parent ? -1 : 1) :
	    slice_cmp(x->bytes, y->bytes);
}

static void
sort(struct stacks *s)
{
	s->row = mem_zalloc(s->cube.rows.n + 1, sizeof(*s->row));
	for (size_t i = 0; i < s->cube.rows.n; i++)
		if (stacks_value(s, i, SIDE_NOW).real > 0 ||
		    stacks_value(s, i, SIDE_BASE).real > 0)
			s->row[s->n++] = i;
	qsort_r(s->row, s->n, sizeof(*s->row), by_frames, s);
}

static void
warn_of(const struct stacks *s)
{
	if (s->bare > 0)
		warn("values without any label of the stack, left out: %zu",
		    s->bare);
	if (s->odd > 0)
		warn("values that are negative or not finite, left out: %zu",
		    s->odd);
	if (s->symbols.missed > 0)
		warn("%s: no name begins at %zu of %zu offsets: these stay "
		    "numbers", s->opts->symbols, s->symbols.missed,
		    s->symbols.asked);
}

void
stacks_warn_empty(const struct stacks *s)
{
	if (s->n == 0 && s->bare == 0 && s->odd == 0)
		warn("no values of '%.*s'%s", SLICE_ARG(s->metric[0]),
		    s->nmetrics > 1 ? " or the others" : "");
}

void
stacks_read(struct stacks *s, struct recin *in, const struct opts *opts)
{
	*s = (struct stacks){ .opts = opts };
	choose(s, opts);
	if (opts->symbols != NULL)
		symbols_read(&s->symbols, opts->symbols);
	read(s, in, SIDE_NOW);
	if (opts->base != NULL) {
		char *path = opts->base;

		in = recin_open(&path, 1, STREAM_BIT(STREAM_SAMPLES) |
		    STREAM_BIT(STREAM_GROUPED));
		read(s, in, SIDE_BASE);
		recin_close(in);
	}
	sort(s);
	warn_of(s);
}

struct number
stacks_value(struct stacks *s, size_t row, enum side side)
{
	struct number n;

	return cube_value(&s->cube, row, 0, side, &n) ? n : number_whole(0);
}

size_t
stacks_bench(const struct stacks *s, size_t row)
{
	return s->cube.rows.key[row].parent;
}

size_t
stacks_first(const struct stacks *s, size_t bench)
{
	size_t from = 0, to = s->n;

	while (from < to) {
		size_t middle = (from + to) / 2;

		if (stacks_bench(s, s->row[middle]) < bench)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

struct slice
stacks_frames(const struct stacks *s, size_t row)
{
	return s->cube.rows.key[row].bytes;
}

void
stacks_free(struct stacks *s)
{
	map_free(&s->benches);
	cube_free(&s->cube);
	globs_free(&s->wanted);
	symbols_free(&s->symbols);
	free(s->row);
}
