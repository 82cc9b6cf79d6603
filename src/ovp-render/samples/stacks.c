/* SPDX-License-Identifier: MIT */
/* Values summed up by stacks of labels. */
#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/field.h"
#include "base/mem.h"
#include "base/sort.h"
#include "base/tabs.h"
#include "domain/metrics.h"
#include "folded_in.h"
#include "single.h"
#include "stacks.h"

static void
add_frame(struct buf *frames, size_t key, struct slice name)
{
	if (name.n == 0)
		return;
	buf_char(frames, (char)('a' + key));
	tabs_add(frames, name);
}

/* A span is itself a stack: of names, or of offsets into the symbols. */
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
		if (s->symbols[s->side].bytes.n > 0 && part.n > 0 &&
		    symbols_find(&s->symbols[s->side], part, &name)) {
			if (!s->opts->keep_hashes)
				name = symbols_without_hash(name);
			field_escape(&field, name);
			part = buf_bytes(&field);
		}
		add_frame(frames, key, part);
		buf_free(&field);
	}
}

/* Adds the times that contain a time, outermost first, then itself. */
static bool
add_times(struct buf *frames, struct slice metric, unsigned depth)
{
	const struct metric *m = metrics_find(metric);

	/* Only times within that of a proof are counted once. */
	if (!metric_has(m, ROLE_TOTAL) &&
	    (m->part_of[0] == '\0' || depth == 0 ||
		!add_times(frames, slice_str(m->part_of), depth - 1)))
		return false;
	add_frame(frames, 1, metric);
	return true;
}

static void
add_frames(struct stacks *s, const struct stacks_way *w, const struct single *r,
    struct buf *frames)
{
	if (w->times) {
		add_frame(frames, 0, single_label(r, "group"));
		if (!add_times(frames, r->metric, 8))
			frames->n = 0;
		return;
	}
	for (size_t i = 0; i < w->nkeys; i++) {
		struct slice value = single_label(r, w->key[i].at);

		if (slice_ends(w->key[i], SLICE("tracker_span")))
			add_span(s, frames, i, value);
		else
			add_frame(frames, i, value);
	}
}

static void
read_record(struct stacks *s, size_t way, const struct single *r,
    struct buf *frames, enum side side)
{
	struct stacks_way *w = &s->ways.way[way];
	struct number n = single_value(r);
	char name = (char)('a' + way);

	frames->n = 0;
	add_frames(s, w, r, frames);
	if (!single_draws(n) || n.real < 0) {
		w->odd++;
	} else if (frames->n == 0) {
		w->bare += !w->times;
	} else {
		size_t bench = map_put(&s->benches, 0, r->bench);

		cube_add(&s->cube, cube_row(&s->cube, bench, buf_bytes(frames)),
		    (struct slice){ &name, 1 }, side, r->run, n);
	}
}

static void
read(struct stacks *s, struct recin *in, enum side side)
{
	struct buf frames = { 0 };
	struct single r;

	s->side = side;
	single_open(&r, in);
	while (single_next(&r)) {
		bool labels = false;

		for (size_t i = 0; i < s->ways.n; i++) {
			if (globs_first(&s->ways.way[i].wanted, r.metric) ==
			    GLOBS_NONE)
				continue;
			if (!labels)
				single_labels(&r);
			labels = true;
			read_record(s, i, &r, &frames, side);
		}
	}
	buf_free(&frames);
	single_close(&r);
}

/* Returns the count of numbers in each line; nvalues: that of earlier files. */
static size_t
read_folded(struct stacks *s, const char *file, enum side side, size_t nvalues)
{
	size_t bench = map_put(&s->benches, 0, SLICE(""));
	struct folded_in f;

	folded_open(&f, file, nvalues);
	while (folded_next(&f)) {
		size_t row = cube_row(&s->cube, bench, buf_bytes(&f.frames));

		if (f.nvalues == 2 && s->opts->base != NULL)
			infile_fail(&f.in,
			    "two numbers, the first is that of "
			    "the baseline: omit --base");
		if (f.nvalues == 2)
			cube_add(&s->cube, row, SLICE("a"), SIDE_BASE,
			    SLICE("1"), f.value[0]);
		cube_add(&s->cube, row, SLICE("a"), side, SLICE("1"),
		    f.value[1]);
		s->compares = s->compares || f.nvalues == 2;
	}
	folded_close(&f);
	return f.nvalues;
}

static void
read_all_folded(struct stacks *s)
{
	const struct opts *opts = s->opts;
	bool standard = false;
	size_t nvalues = 0;

	if (opts->nfiles == 0)
		nvalues = read_folded(s, "-", SIDE_NOW, nvalues);
	for (int i = 0; i < opts->nfiles; i++) {
		bool is_standard = strcmp(opts->files[i], "-") == 0;

		if (is_standard && standard)
			fail("-: standard input can be read only once");
		standard = standard || is_standard;
		nvalues = read_folded(s, opts->files[i], SIDE_NOW, nvalues);
	}
	if (opts->base != NULL)
		(void)read_folded(s, opts->base, SIDE_BASE, nvalues);
}

static int
by_frames(const void *a, const void *b, void *stacks)
{
	const struct stacks *s = stacks;
	size_t x = *(const size_t *)a, y = *(const size_t *)b;
	size_t xb = stacks_bench(s, x), yb = stacks_bench(s, y);

	return xb != yb ? (xb < yb ? -1 : 1) :
			  slice_cmp(stacks_frames(s, x), stacks_frames(s, y));
}

static bool
has_value(struct stacks *s, size_t row)
{
	return stacks_value(s, row, SIDE_NOW).real > 0 ||
	    stacks_value(s, row, SIDE_BASE).real > 0;
}

/* Takes the first way with values. */
static void
take_way(struct stacks *s)
{
	size_t way = 0, i = 0;

	for (; way < s->ways.n; way++) {
		char name = (char)('a' + way);

		s->measured = map_find(&s->cube.metrics, 0,
		    (struct slice){ &name, 1 });
		if (s->measured == MAP_NONE)
			continue;
		for (i = 0; i < s->cube.rows.n; i++)
			if (has_value(s, i))
				break;
		if (i < s->cube.rows.n)
			break;
	}
	s->way = &s->ways.way[way < s->ways.n ? way : 0];
}

/* Whether the stack has a frame of the nth label. */
static bool
has_frame(const struct stacks *s, size_t row, size_t key)
{
	struct slice frames = stacks_frames(s, row);

	while (frames.n > 0)
		if (tabs_take(&frames).at[0] == (char)('a' + key))
			return true;
	return false;
}

/*
 * Counts by opcode are complete: records without an opcode count the same again
 * by other labels.
 */
static void
drop_recounted(struct stacks *s)
{
	size_t n = 0;

	if (!s->way->usual)
		return;
	for (size_t i = 0; i < s->n; i++)
		n += has_frame(s, s->row[i], STACKS_OPCODE);
	if (n == 0 || n == s->n)
		return;
	s->recounted = s->n - n;
	n = 0;
	for (size_t i = 0; i < s->n; i++)
		if (has_frame(s, s->row[i], STACKS_OPCODE))
			s->row[n++] = s->row[i];
	s->n = n;
}

static void
sort(struct stacks *s)
{
	take_way(s);
	s->row = mem_zalloc(s->cube.rows.n + 1, sizeof(*s->row));
	for (size_t i = 0; s->measured != MAP_NONE && i < s->cube.rows.n; i++)
		if (has_value(s, i))
			s->row[s->n++] = i;
	drop_recounted(s);
	sort_with(s->row, s->n, sizeof(*s->row), by_frames, s);
}

/* Subtracts from each time the times within it. */
static void
take_parts_out(struct stacks *s)
{
	size_t *open = mem_zalloc(s->n + 1, sizeof(*open)), depth = 0;

	s->own = mem_zalloc(s->cube.rows.n + 1, sizeof(*s->own));
	for (size_t i = 0; i < s->n; i++) {
		size_t row = s->row[i];

		while (depth > 0 &&
		    (stacks_bench(s, open[depth - 1]) != stacks_bench(s, row) ||
			!slice_starts(stacks_frames(s, row),
			    stacks_frames(s, open[depth - 1]))))
			depth--;
		for (enum side side = SIDE_NOW; side <= SIDE_BASE; side++) {
			double v = stacks_value(s, row, side).real;

			s->own[row].of[side] += v;
			if (depth > 0)
				s->own[open[depth - 1]].of[side] -= v;
		}
		open[depth++] = row;
	}
	free(open);
	s->parted = true;
}

/* Reverses the order of frames. */
static struct slice
turn(struct arena *arena, struct slice frames)
{
	char *at = arena_alloc(arena, frames.n);
	struct slice turned = { at, frames.n };

	at += frames.n;
	while (frames.n > 0) {
		struct slice frame = tabs_take(&frames);

		*--at = '\t';
		at -= frame.n;
		memcpy(at, frame.at, frame.n);
	}
	return turned;
}

/* Makes all stacks begin with their innermost frame. */
static void
turn_all(struct stacks *s)
{
	struct slice *turned = mem_zalloc(s->cube.rows.n + 1, sizeof(*turned));

	for (size_t i = 0; i < s->cube.rows.n; i++)
		turned[i] = turn(&s->arena, stacks_frames(s, i));
	s->turned = turned;
	sort_with(s->row, s->n, sizeof(*s->row), by_frames, s);
}

static void
warn_of(const struct stacks *s)
{
	if (s->way->bare > 0)
		warn("left out values without any label of the stack: %zu",
		    s->way->bare);
	if (s->way->odd > 0)
		warn("left out values that are negative, not finite or above "
		     "1e290: %zu",
		    s->way->odd);
	if (s->recounted > 0)
		warn("left out stacks without an opcode, which count the same "
		     "as those with one: %zu",
		    s->recounted);
	for (enum side side = SIDE_NOW; side <= SIDE_BASE; side++)
		if (s->symbols[side].missed > 0)
			warn("%s: no name begins at %zu of %zu offsets, which "
			     "stay numbers",
			    side == SIDE_NOW ? s->opts->symbols :
					       s->opts->base_symbols,
			    s->symbols[side].missed, s->symbols[side].asked);
}

void
stacks_check(const struct stacks *s)
{
	if (s->n > 0)
		return;
	if (s->opts->from_folded)
		fail("nothing to draw: no stack has a number above 0");
	if (s->ways.n == 1)
		fail("nothing to draw: no values of '%.*s'%s have any of the "
		     "labels of the stack",
		    SLICE_ARG(s->way->metric[0]),
		    s->way->nmetrics > 1 ? " or the others" : "");
	fail("nothing to draw: no counts of instructions, no cells by AIR, no "
	     "times of proofs");
}

void
stacks_read(struct stacks *s, struct recin *in, const struct opts *opts)
{
	*s = (struct stacks){ .opts = opts };
	stacks_ways_choose(&s->ways, s->opts);
	if (opts->symbols != NULL)
		symbols_read(&s->symbols[SIDE_NOW], opts->symbols);
	if (opts->base_symbols != NULL)
		symbols_read(&s->symbols[SIDE_BASE], opts->base_symbols);
	s->compares = opts->base != NULL;
	if (opts->from_folded)
		read_all_folded(s);
	else
		read(s, in, SIDE_NOW);
	if (opts->base != NULL && !opts->from_folded) {
		char *path = opts->base;

		in = recin_open(&path, 1,
		    STREAM_BIT(STREAM_SAMPLES) | STREAM_BIT(STREAM_GROUPED));
		read(s, in, SIDE_BASE);
		recin_close(in);
	}
	sort(s);
	if (s->way->times)
		take_parts_out(s);
	if (opts->reverse)
		turn_all(s);
	warn_of(s);
}

struct number
stacks_value(struct stacks *s, size_t row, enum side side)
{
	struct number n;

	if (s->parted)
		return number_real(fmax(0, s->own[row].of[side]));
	return cube_value(&s->cube, row, s->measured, side, &n) ?
	    n :
	    number_whole(0);
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
	return s->turned != NULL ? s->turned[row] : s->cube.rows.key[row].bytes;
}

void
stacks_free(struct stacks *s)
{
	map_free(&s->benches);
	cube_free(&s->cube);
	stacks_ways_free(&s->ways);
	symbols_free(&s->symbols[SIDE_NOW]);
	symbols_free(&s->symbols[SIDE_BASE]);
	free(s->row);
	free(s->own);
	free(s->turned);
	arena_free(&s->arena);
}
