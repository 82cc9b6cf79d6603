/* SPDX-License-Identifier: MIT */
/* Labels and metrics of stacks, by default and by options. */
#include "base/diag.h"
#include "domain/metrics.h"
#include "stacks_ways.h"

#define N(a) (sizeof(a) / sizeof((a)[0]))

/* More labels than anyone stacks: each needs a letter. */
enum { MOST_KEYS = 26 };

#define NAME(s)                  \
	{                        \
		s, sizeof(s) - 1 \
	}

/* No metric has all of these; those that it has are the stack. */
static const struct slice usual_key[] = { NAME("cell_tracker_span"),
	NAME("cycle_tracker_span"), NAME("dsl_ir"), NAME("opcode"),
	NAME("air_name") };

/* For a file without any of these: cells by AIR, the tree of times. */
static const struct slice air_key[] = { NAME("group"), NAME("air_name") };
static const struct slice time_key[] = { NAME("group"), NAME("time") };
static const struct slice any_time = NAME("*_time_ms");

/* Stacks of other programs. */
static const struct slice frame_key[] = { NAME("frame") };
static const struct slice folded = NAME("stacks");

static bool
has_key(const struct opts *opts, struct slice key)
{
	for (size_t i = 0; i < opts->nstack; i++)
		if (slice_eq(opts->stack[i], key))
			return true;
	return false;
}

static struct stacks_way *
add_way(struct stacks_ways *s, const struct slice *key, size_t nkeys,
    const struct slice *metric, size_t nmetrics)
{
	struct stacks_way *w = &s->way[s->n++];

	*w = (struct stacks_way){ .key = key,
		.nkeys = nkeys,
		.metric = metric,
		.nmetrics = nmetrics,
		.usual = key == usual_key };
	for (size_t i = 0; i < nmetrics; i++)
		globs_add(&w->wanted, metric[i].at);
	return w;
}

static bool
has_way(const struct stacks_ways *s, const struct slice *key,
    struct slice metric)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->way[i].key == key &&
		    slice_eq(s->way[i].metric[0], metric))
			return true;
	return false;
}

/* A way for each metric of a role, or one for the sum of all of them. */
static void
add_role(struct stacks_ways *s, const struct slice *key, size_t nkeys,
    enum metric_role role, bool together)
{
	size_t from = s->nusual;
	struct slice name;

	for (size_t i = 0;
	     (name = metrics_with(role, i)).n > 0 && s->nusual < N(s->usual);
	     i++) {
		if (has_way(s, key, name))
			continue;
		s->usual[s->nusual++] = name;
		if (!together && s->n < N(s->way))
			add_way(s, key, nkeys, &s->usual[s->nusual - 1], 1);
	}
	if (together)
		add_way(s, key, nkeys, &s->usual[from], s->nusual - from);
}

void
stacks_ways_choose(struct stacks_ways *s, const struct opts *opts)
{
	const struct slice *key = opts->nstack > 0 ? opts->stack : usual_key;
	size_t nkeys = opts->nstack > 0 ? opts->nstack : N(usual_key);

	if (opts->from_folded) {
		add_way(s, frame_key, N(frame_key), &folded, 1);
		return;
	}
	if (nkeys > MOST_KEYS)
		fail("--stack: more than %d labels", MOST_KEYS);
	if (opts->nmetrics > 0) {
		add_way(s, key, nkeys, opts->metrics, opts->nmetrics);
		return;
	}
	if (has_key(opts, SLICE("cell_tracker_span")))
		add_role(s, key, nkeys, ROLE_SPAN_CELLS, true);
	if (has_key(opts, SLICE("air_name")))
		add_role(s, key, nkeys, ROLE_AIR_CELLS, false);
	add_role(s, key, nkeys, ROLE_STACK, false);
	if (opts->nstack > 0)
		return;
	add_role(s, key, nkeys, ROLE_OPCODES, false);
	add_role(s, air_key, N(air_key), ROLE_AIR_CELLS, false);
	add_way(s, time_key, N(time_key), &any_time, 1)->times = true;
}

void
stacks_ways_free(struct stacks_ways *s)
{
	for (size_t i = 0; i < s->n; i++)
		globs_free(&s->way[i].wanted);
}
