/* SPDX-License-Identifier: MIT */
/* The results of other benchmark harnesses as samples. */
#include <stdlib.h>

#include "harness.h"
#include "tree.h"

struct harness {
	struct tree tree;
	struct samples *samples;
	const struct input *in;
	struct entry entry;
	struct buf bench, metric;
	size_t written;
};

static void
begin(struct harness *h, struct source *source, struct samples *samples,
    const struct input *in)
{
	*h = (struct harness){ .samples = samples, .in = in };
	h->tree.source = source;
}

/* Fails if the file had no result, as those of other programs. */
static void
end(struct harness *h, const char *what)
{
	if (h->written == 0)
		tree_fail(&h->tree, TREE_NONE,
		    "no results found: check that "
		    "%s wrote the file",
		    what);
	tree_free(&h->tree);
	entry_free(&h->entry);
	buf_free(&h->bench);
	buf_free(&h->metric);
}

/* Begins the next run of the bench in h->bench, which a node names. */
static void
run(struct harness *h, int node)
{
	const char *wrong = bench_wrong(buf_bytes(&h->bench));

	if (h->in->named)
		tree_fail(&h->tree, node,
		    "-n: the file names its benches "
		    "itself: omit the option");
	if (wrong != NULL)
		tree_fail(&h->tree, node, "%s", wrong);
	samples_bench(h->samples, buf_bytes(&h->bench), true);
}

/* Writes a value of the metric in h->metric, if the node is a number. */
static void
value(struct harness *h, int node)
{
	h->entry.value = tree_number(&h->tree, node);
	if (h->entry.value.n == 0)
		return;
	h->entry.metric = buf_bytes(&h->metric);
	h->entry.nlabels = 0;
	if (!samples_write(h->samples, KIND_GAUGE, &h->entry))
		tree_fail(&h->tree, node,
		    "the record of a result exceeds "
		    "64 MiB");
	h->written++;
}

static void
named_value(struct harness *h, const char *name, const char *unit, int node)
{
	h->metric.n = 0;
	buf_printf(&h->metric, "%s%s", name, unit);
	value(h, node);
}

/* The suffix of a metric's name for a unit of time. */
static const char *
unit_suffix(const struct harness *h, int node)
{
	static const char *const units[][2] = {
		{ "ns", "_ns" },
		{ "us", "_us" },
		{ "ms", "_ms" },
		{ "s", "_seconds" },
	};
	struct buf text = { 0 };
	const char *suffix = node == TREE_NONE ? "_ns" : "";

	tree_string(&h->tree, node, &text);
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (slice_eq(buf_bytes(&text), slice_str(units[i][0])))
			suffix = units[i][1];
	buf_free(&text);
	return suffix;
}

/* --- github-action-benchmark --- */

static void
carry(struct harness *h, const char *key, int node)
{
	struct buf text = { 0 };

	tree_string(&h->tree, node, &text);
	samples_carry(h->samples, slice_str(key), buf_bytes(&text));
	buf_free(&text);
}

static void
github_run(struct harness *h, int entry)
{
	const struct tree *t = &h->tree;
	int commit = tree_member(t, entry, "commit");
	int benches = tree_member(t, entry, "benches");

	carry(h, "commit", tree_member(t, commit, "id"));
	carry(h, "date", tree_member(t, commit, "timestamp"));
	run(h, entry);
	if (!tree_is_array(t, benches))
		tree_fail(t, entry, "the entry has no 'benches'");
	for (int b = tree_first(t, benches); b != TREE_NONE;
	     b = tree_next(t, benches, b)) {
		int unit = tree_member(t, b, "unit");

		h->metric.n = 0;
		tree_string(t, tree_member(t, b, "name"), &h->metric);
		if (tree_is_string(t, unit)) {
			buf_str(&h->metric, " (");
			tree_string(t, unit, &h->metric);
			buf_char(&h->metric, ')');
		}
		value(h, tree_member(t, b, "value"));
	}
}

void
harness_github(struct source *source, struct samples *samples,
    const struct input *in)
{
	struct harness h;
	struct slice text = tree_load(source);
	const char *brace = memchr(text.at, '{', text.n);
	int entries;

	/* window.BENCHMARK_DATA = {...}; */
	if (brace != NULL && slice_starts(text, SLICE("window."))) {
		text.n -= (size_t)(brace - text.at);
		text.at = brace;
		while (text.n > 0 &&
		    strchr("; \t\r\n", text.at[text.n - 1]) != NULL)
			text.n--;
	}
	begin(&h, source, samples, in);
	tree_make(&h.tree, source, text);
	entries = tree_member(&h.tree, 0, "entries");
	for (int suite = tree_is_object(&h.tree, entries) ?
		 tree_first(&h.tree, entries) :
		 TREE_NONE;
	     suite != TREE_NONE; suite = tree_next(&h.tree, entries, suite)) {
		h.bench.n = 0;
		tree_name(&h.tree, suite, &h.bench);
		for (int e = tree_first(&h.tree, suite); e != TREE_NONE;
		     e = tree_next(&h.tree, suite, e))
			github_run(&h, e);
	}
	end(&h, "github-action-benchmark");
}

/* --- hyperfine --- */

/* Its times are runs of the command; without them, the mean is one. */
static void
hyperfine_result(struct harness *h, int result)
{
	const struct tree *t = &h->tree;
	int times = tree_member(t, result, "times");
	int memory = tree_member(t, result, "memory_usage_byte");
	int m = tree_is_array(t, memory) ? tree_first(t, memory) : TREE_NONE;

	h->bench.n = 0;
	tree_string(t, tree_member(t, result, "command"), &h->bench);
	if (!tree_is_array(t, times)) {
		run(h, result);
		named_value(h, "wall_time", "_seconds",
		    tree_member(t, result, "mean"));
		return;
	}
	for (int i = tree_first(t, times); i != TREE_NONE;
	     i = tree_next(t, times, i)) {
		run(h, result);
		named_value(h, "wall_time", "_seconds", i);
		if (m == TREE_NONE)
			continue;
		named_value(h, "memory_usage_peak", "_bytes", m);
		m = tree_next(t, memory, m);
	}
}

void
harness_hyperfine(struct source *source, struct samples *samples,
    const struct input *in)
{
	struct harness h;
	int results;

	begin(&h, source, samples, in);
	tree_make(&h.tree, source, tree_load(source));
	results = tree_member(&h.tree, 0, "results");
	for (int r = tree_is_array(&h.tree, results) ?
		 tree_first(&h.tree, results) :
		 TREE_NONE;
	     r != TREE_NONE; r = tree_next(&h.tree, results, r))
		hyperfine_result(&h, r);
	end(&h, "hyperfine --export-json");
}

/* --- Criterion.rs --- */

static const char *const estimates[] = { "mean", "median", "slope" };

/* .../fib 20/new/estimates.json: the second folder up names the bench. */
static struct slice
criterion_name(const struct input *in)
{
	const char *end = strrchr(in->path, '/'), *start;

	if (in->named || end == NULL)
		return in->bench;
	while (end > in->path && *--end != '/')
		;
	for (start = end; start > in->path && start[-1] != '/';)
		start--;
	return end == start ? in->bench :
			      (struct slice){ start, (size_t)(end - start) };
}

static void
criterion_estimates(struct harness *h)
{
	const struct tree *t = &h->tree;

	samples_bench(h->samples, criterion_name(h->in), true);
	for (size_t i = 0; i < sizeof(estimates) / sizeof(*estimates); i++)
		named_value(h, estimates[i], "_ns",
		    tree_member(t, tree_member(t, 0, estimates[i]),
			"point_estimate"));
}

/* A message of cargo criterion; only those of benchmarks count. */
static void
criterion_message(struct harness *h)
{
	const struct tree *t = &h->tree;
	int id = tree_member(t, 0, "id");

	if (!tree_is_object(t, tree_member(t, 0, "typical")) ||
	    !tree_is_string(t, id))
		return;
	h->bench.n = 0;
	tree_string(t, id, &h->bench);
	run(h, id);
	for (size_t i = 0; i < sizeof(estimates) / sizeof(*estimates); i++) {
		int e = tree_member(t, 0, estimates[i]);

		if (tree_is_object(t, e))
			named_value(h, estimates[i],
			    unit_suffix(h, tree_member(t, e, "unit")),
			    tree_member(t, e, "estimate"));
	}
}

void
harness_criterion(struct source *source, struct samples *samples,
    const struct input *in)
{
	struct harness h;
	struct slice text = tree_load(source);
	bool messages = slice_starts(text, SLICE("{\"reason\""));

	begin(&h, source, samples, in);
	while (text.n > 0) {
		const char *lf = messages ? memchr(text.at, '\n', text.n) :
					    NULL;
		size_t n = lf == NULL ? text.n : (size_t)(lf - text.at) + 1;

		tree_make(&h.tree, source, (struct slice){ text.at, n });
		if (messages)
			criterion_message(&h);
		else
			criterion_estimates(&h);
		text.at += n;
		text.n -= n;
	}
	end(&h, "Criterion.rs");
}

/* --- Google Benchmark --- */

static bool
google_says(const struct harness *h, int result, const char *name,
    const char *word)
{
	struct buf text = { 0 };
	bool same;

	tree_string(&h->tree, tree_member(&h->tree, result, name), &text);
	same = slice_eq(buf_bytes(&text), slice_str(word));
	buf_free(&text);
	return same;
}

/* Says whether a number of a result is not a measurement. */
static bool
google_is_setting(struct slice name)
{
	static const char *const names[] = { "family_index",
		"per_family_instance_index", "repetitions", "repetition_index",
		"threads", "iterations", "real_time", "cpu_time" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (slice_eq(name, slice_str(names[i])))
			return true;
	return false;
}

static void
google_result(struct harness *h, int r)
{
	const struct tree *t = &h->tree;
	int name = tree_member(t, r, "run_name");
	const char *unit = unit_suffix(h, tree_member(t, r, "time_unit"));

	if (tree_member(t, r, "error_occurred") != TREE_NONE ||
	    tree_member(t, r, "skipped") != TREE_NONE) {
		/* Its times are 0, which is no value. */
		source_warn(t->source,
		    "left out a benchmark that failed or "
		    "was skipped");
		return;
	}
	h->bench.n = 0;
	tree_string(t, name != TREE_NONE ? name : tree_member(t, r, "name"),
	    &h->bench);
	run(h, r);
	named_value(h, "real_time", unit, tree_member(t, r, "real_time"));
	named_value(h, "cpu_time", unit, tree_member(t, r, "cpu_time"));
	for (int i = tree_first(t, r); i != TREE_NONE; i = tree_next(t, r, i)) {
		h->metric.n = 0;
		tree_name(t, i, &h->metric);
		if (!tree_is_string(t, i) &&
		    !google_is_setting(buf_bytes(&h->metric)))
			value(h, i);
	}
}

void
harness_google(struct source *source, struct samples *samples,
    const struct input *in)
{
	struct harness h;
	bool runs = false;
	int list;

	begin(&h, source, samples, in);
	tree_make(&h.tree, source, tree_load(source));
	list = tree_member(&h.tree, 0, "benchmarks");
	if (!tree_is_array(&h.tree, list))
		list = TREE_NONE;
	for (int r = tree_first(&h.tree, list); r != TREE_NONE;
	     r = tree_next(&h.tree, list, r))
		runs = runs || !google_says(&h, r, "run_type", "aggregate");
	/* Aggregates repeat the runs; if there are none, the mean is a run. */
	for (int r = tree_first(&h.tree, list); r != TREE_NONE;
	     r = tree_next(&h.tree, list, r))
		if (runs ? !google_says(&h, r, "run_type", "aggregate") :
			   google_says(&h, r, "aggregate_name", "mean"))
			google_result(&h, r);
	end(&h, "Google Benchmark");
}
