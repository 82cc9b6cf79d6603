/* SPDX-License-Identifier: MIT */
/* Statistics as Bencher Metric Format. */
#include "base/buf.h"
#include "base/diag.h"
#include "domain/metrics.h"
#include "number/numfmt.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/sheet/select.h"
#include "ovp-render/sheet/sheet_read.h"
#include "ovp-render/sheet/times.h"

/* Bencher refuses a file with a longer name: bencher.dev, Resource Name. */
enum { BENCHMARK_MAX = 1024, MEASURE_MAX = 64 };

/* The JSON, while it is written. */
struct bmf {
	struct sheet *s;
	struct recout *o;
	struct map names;    /* of the written benchmarks */
	struct map measures; /* of the measures of the open one */
	bool inside;         /* a benchmark's object is open */
};

static bool
fits(const char *what, struct slice name, size_t max)
{
	if (name.n > 0 && name.n <= max)
		return true;
	warn("left out: Bencher takes %s names of 1 to %zu bytes: '%.*s'", what,
	    max, SLICE_ARG(name));
	return false;
}

/* Opens the object of a benchmark; closes the one before. */
static bool
open_benchmark(struct bmf *b, struct slice name)
{
	size_t known = b->names.n;

	if (!fits("benchmark", name, BENCHMARK_MAX))
		return false;
	if (map_put(&b->names, 0, name) != known)
		fail("two benchmarks would be named '%.*s'", SLICE_ARG(name));
	recout_str(b->o, known > 0 ? "\n  },\n  " : "\n  ");
	escape_json(b->o, name);
	recout_str(b->o, ": {");
	map_free(&b->measures);
	b->inside = false;
	return true;
}

static void
put_field(struct bmf *b, const char *name, struct value v)
{
	if (!value_is_finite(v))
		return;
	recout_printf(b->o,
	    "%s\n      \"%s\": ", strcmp(name, "value") == 0 ? "" : ",", name);
	b->o->n += numfmt(recout_room(b->o, NUMFMT_MAX), v.n);
}

/* Opens the object of a measure; its value is known and finite. */
static bool
open_measure(struct bmf *b, struct slice name, struct value v)
{
	size_t known = b->measures.n;

	if (!value_is_finite(v) || !fits("measure", name, MEASURE_MAX))
		return false;
	if (map_put(&b->measures, 0, name) != known) {
		warn("left out: a measure is named '%.*s' already, of %.*s",
		    SLICE_ARG(name),
		    SLICE_ARG(b->names.key[b->names.n - 1].bytes));
		return false;
	}
	recout_str(b->o, b->inside ? ",\n    " : "\n    ");
	escape_json(b->o, name);
	recout_str(b->o, ": {");
	put_field(b, "value", v);
	b->inside = true;
	return true;
}

static void
put_measures(struct bmf *b, const struct row *r)
{
	struct buf sum = { 0 };

	if (open_measure(b, r->metric, row_now(r, STAT_AVG))) {
		put_field(b, "lower_value", row_now(r, STAT_MIN));
		put_field(b, "upper_value", row_now(r, STAT_MAX));
		recout_str(b->o, "\n    }");
	}
	buf_slice(&sum, r->metric);
	buf_str(&sum, "::sum");
	if (open_measure(b, buf_bytes(&sum), row_now(r, STAT_SUM)))
		recout_str(b->o, "\n    }");
	buf_free(&sum);
}

static bool
is_wanted(const struct row *r)
{
	return r->verdict != VERDICT_GONE && r->place != ROW_HIDDEN;
}

/* `NAME' with the proof times of the whole bench; false if it has none. */
static bool
put_total(struct bmf *b, size_t from, size_t end)
{
	static const struct {
		enum metric_role role;
		const char *measure;
	} times[] = {
		{ ROLE_SECONDS, "total_proof_time" },
		{ ROLE_PARALLEL, "total_par_proof_time" },
	};
	bool open = false;

	for (size_t t = 0; t < 2; t++)
		for (size_t i = from; i < end; i++) {
			const struct row *r = &b->s->row[i];

			if (r->time == 0 || !times_is_total(r) ||
			    !is_wanted(r) ||
			    !slice_eq(r->metric, metrics_named(times[t].role)))
				continue;
			if (!open &&
			    !open_benchmark(b,
				b->s->benches.key[r->bench].bytes))
				return false;
			open = true;
			if (open_measure(b, slice_str(times[t].measure),
				row_now(r, STAT_AVG)))
				recout_str(b->o, "\n    }");
		}
	return open;
}

/* Whether some row of a bench has a key, the whole bench apart. */
static bool
has_groups(const struct sheet *s, size_t from, size_t end)
{
	for (size_t i = from; i < end; i++)
		for (size_t k = 0; k < s->nkeys; k++)
			if (s->row[i].key[k].n > 0 &&
			    (s->row[i].time == 0 ||
				!times_is_total(&s->row[i])))
				return true;
	return false;
}

/* The metrics of a bench without any group, as `NAME', which may be open. */
static void
put_bench(struct bmf *b, size_t from, size_t end, bool open)
{
	struct slice name = b->s->benches.key[b->s->row[from].bench].bytes;

	for (size_t i = from; i < end; i++) {
		if (b->s->row[i].time > 0 || !is_wanted(&b->s->row[i]))
			continue;
		if (!open && !open_benchmark(b, name))
			return;
		open = true;
		put_measures(b, &b->s->row[i]);
	}
}

/* `NAME::GROUP' and its metrics; beside groups, what has none is no one's. */
static void
put_group(struct bmf *b, size_t from, size_t end)
{
	const struct row *first = &b->s->row[from];
	struct buf name = { 0 };
	bool open = false, named = false;

	buf_slice(&name, b->s->benches.key[first->bench].bytes);
	for (size_t k = 0; k < b->s->nkeys; k++) {
		named = named || first->key[k].n > 0;
		buf_str(&name, "::");
		buf_slice(&name, first->key[k]);
	}
	for (size_t i = from; i < end && named; i++) {
		if (b->s->row[i].time > 0 || !is_wanted(&b->s->row[i]))
			continue;
		if (!open && !open_benchmark(b, buf_bytes(&name)))
			break;
		open = true;
		put_measures(b, &b->s->row[i]);
	}
	buf_free(&name);
}

void
render_bmf(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct sheet s;
	struct bmf b = { .s = &s, .o = o };
	struct opts choice = *opts;
	size_t end, to;

	/* A tracking service is no report: it gets all that is not refused. */
	choice.all_metrics = opts->nmetrics == 0;
	sheet_read(&s, in);
	select_rows(&s, &choice);
	recout_char(o, '{');
	for (size_t i = 0; i < s.n; i = end) {
		bool open;

		end = sheet_bench_end(&s, i);
		open = put_total(&b, i, end);
		if (!has_groups(&s, i, end))
			put_bench(&b, i, end, open);
		for (size_t from = i; from < end; from = to) {
			to = sheet_group_end(&s, from, end);
			put_group(&b, from, to);
		}
	}
	recout_str(o, b.names.n > 0 ? "\n  }\n}\n" : "}\n");
	map_free(&b.names);
	map_free(&b.measures);
	sheet_free(&s);
}
