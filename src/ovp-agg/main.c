/* SPDX-License-Identifier: MIT */
/* ovp-agg: statistics of grouped records. */
#include <stdlib.h>

#include "base/block.h"
#include "base/buf.h"
#include "base/cli.h"
#include "base/diag.h"
#include "base/mem.h"
#include "base/tabs.h"
#include "derived.h"
#include "domain/metrics.h"
#include "opcodes.h"
#include "origin.h"
#include "insns.h"
#include "ovp-agg/options.h"
#include "stats.h"
#include "stream/labels.h"
#include "stream/levels.h"
#include "stream/recin.h"
#include "stream/recout.h"
#include "times.h"
#include "write.h"

static struct opts {
	size_t *provers; /* -p, --provers */
	size_t nprovers;
	struct slice *percentiles; /* --percentiles, as given */
	size_t npercentiles;
	enum version version; /* --compat */
	bool compat;          /* --compat was given */
} opts = { .version = VERSION_2_1 };

struct agg {
	struct recin *in;
	struct recout out;
	size_t bench, run, phase, kind, metric, value, labels;
	size_t key, fine, end; /* [key, end), finer from fine */
	bool usual;            /* bench, run, keys are adjacent */
	bool spans;            /* ... in the record, too */
	struct shape shape;
	struct slice trigger; /* the metric of ended segments */
	bool times;           /* the coarse level's key is `group' */
	struct stats stats;
	struct origin origin;
	struct proofs proofs;
	struct buf id; /* of the previous record's place */
	struct buf scratch;
	size_t place; /* its place on the coarse level */
};

static size_t
column(const struct agg *a, const char *name)
{
	return (size_t)recin_column(a->in, name);
}

static void
set_columns(struct agg *a)
{
	size_t n;
	const struct slice *name = recin_columns(a->in, &n);

	a->bench = column(a, "bench");
	a->run = column(a, "run");
	a->phase = column(a, "phase");
	a->kind = column(a, "kind");
	a->metric = column(a, "metric");
	a->value = column(a, "value");
	a->labels = column(a, "labels");
	recin_keys(a->in, &a->key, &a->end);
	a->fine = recin_is_levelled(a->in) ? a->end - FINES : a->end;
	a->usual = a->run == a->bench + 1 && a->key == a->run + 1;
	a->stats.nkeys = a->fine - a->key;
	a->stats.nfine = a->end - a->fine;
	a->shape = (struct shape){
		.key = name + a->key,
		.nkeys = a->end - a->key,
		.percentile = opts.percentiles,
		.npercentiles = opts.npercentiles,
		.origin = &a->origin,
	};
	origin_open(&a->origin, a->in);
	a->trigger = metrics_named(ROLE_TRIGGER);
	a->stats.keep = opts.npercentiles > 0;
	a->times = a->stats.nkeys == 1 &&
	    slice_eq(name[a->key], SLICE("group"));
}

/*
 * Bench, run and keys of the coarse level, separated by tabs: a part of the
 * line if they are adjacent there, else a copy.
 */
static struct slice
place_id(struct agg *a, const struct slice *record)
{
	struct slice id = { NULL, 0 };

	if (a->usual)
		id = recin_span(a->in, a->bench, a->fine - 1);
	a->spans = id.at != NULL;
	if (a->spans)
		return id;
	a->scratch.n = 0;
	buf_slice(&a->scratch, record[a->bench]);
	buf_char(&a->scratch, '\t');
	buf_slice(&a->scratch, record[a->run]);
	for (size_t i = a->key; i < a->fine; i++) {
		buf_char(&a->scratch, '\t');
		buf_slice(&a->scratch, record[i]);
	}
	buf_room(&a->scratch, 16);
	return buf_bytes(&a->scratch);
}

/* Most records have the place of the previous one. */
static void
find_place(struct agg *a, const struct slice *record)
{
	struct slice id = place_id(a, record);

	if (id.n == a->id.n && block_same(id.at, a->id.at, id.n))
		return;
	a->place = stats_place(&a->stats, id);
	if (a->place == SIZE_MAX)
		recin_fail(a->in, a->run,
		    "'%.*s' is not a whole number from "
		    "1",
		    SLICE_ARG(record[a->run]));
	a->id.n = 0;
	buf_slice(&a->id, id);
	buf_room(&a->id, 16);
}

/* The columns of the finer level, separated by tabs; see place_id(). */
static struct slice
fine_id(struct agg *a, const struct slice *record)
{
	const struct slice *first = record + a->fine;
	const struct slice *last = record + a->end - 1;

	if (a->spans)
		return (struct slice){ first->at,
			(size_t)(last->at - first->at) + last->n };
	a->scratch.n = 0;
	tabs_add_all(&a->scratch, first, a->end - a->fine);
	buf_room(&a->scratch, 16);
	a->scratch.n--;
	return buf_bytes(&a->scratch);
}

/* The place of the record's finest level; call find_place() first. */
static size_t
finest_place(struct agg *a, const struct slice *record)
{
	struct slice fine;

	if (a->fine == a->end)
		return a->place;
	fine = fine_id(a, record);
	/* Only tabs: all fields are empty. */
	return fine.n + 1 == a->end - a->fine ?
	    a->place :
	    stats_fine(&a->stats, a->place, fine);
}

static void
add_reason(struct agg *a, const struct slice *record, struct number n)
{
	struct slice labels = record[a->labels], value;
	struct buf name = { 0 }, plain = { 0 };

	if (labels_find(labels, SLICE("reason"), &value) && value.n > 0) {
		buf_slice(&name, record[a->metric]);
		buf_char(&name, '.');
		buf_slice(&name, labels_plain(value, &plain));
		if (labels_find(labels, SLICE("air_name"), &value) &&
		    value.n > 0) {
			buf_char(&name, '.');
			buf_slice(&name, labels_plain(value, &plain));
		}
		buf_room(&name, 16);
		stats_add(&a->stats,
		    stats_row(&a->stats, a->place, buf_bytes(&name)),
		    record[a->phase], record[a->kind], n);
	}
	buf_free(&name);
	buf_free(&plain);
}

/* Whether a metric's labels say why a segment ended. */
static bool
is_trigger(const struct agg *a, struct slice metric)
{
	return !opts.compat && slice_eq(metric, a->trigger);
}

/* Adds a record whose labels count. */
static void
add_labelled(struct agg *a, const struct slice *record, enum proof_kind kind,
    struct number n)
{
	if (is_trigger(a, record[a->metric]))
		add_reason(a, record, n);
	if (a->times && kind != PROOF_KINDS && n.real - n.real == 0)
		proofs_add(&a->proofs, a->place, kind, record[a->labels], n);
}

static void
add(struct agg *a, const struct slice *record)
{
	struct slice metric = record[a->metric];
	struct number n;
	struct row *r;
	enum proof_kind kind;
	size_t i;

	if (!numparse(record[a->value], &n))
		recin_fail(a->in, a->value, "'%.*s' is not a number",
		    SLICE_ARG(record[a->value]));
	find_place(a, record);
	origin_take(&a->origin, a->in, a->stats.place[a->place].of_run, record);
	r = stats_row(&a->stats, finest_place(a, record), metric);
	i = (size_t)(r - a->stats.row);
	stats_add(&a->stats, r, record[a->phase], record[a->kind], n);
	if (r->proof == 0)
		r->proof = 1 + proof_kind(metric);
	kind = r->proof - 1;
	if (is_trigger(a, metric) || (a->times && kind != PROOF_KINDS))
		add_labelled(a, record, kind, n);
	else if (a->labels == a->value + 1)
		recin_keep(a->in, a->value, i);
}

static void
set_provers(const char *list)
{
	struct slice *item = cli_list("-p", list, &opts.nprovers);

	free(opts.provers);
	opts.provers = mem_zalloc(opts.nprovers, sizeof(*opts.provers));
	for (size_t i = 0; i < opts.nprovers; i++)
		opts.provers[i] = (size_t)cli_number("-p", item[i].at, 1,
		    1000000);
	free(item);
}

static void
set_percentiles(const char *list)
{
	struct buf name = { 0 };

	free(opts.percentiles);
	opts.percentiles = cli_list("--percentiles", list, &opts.npercentiles);
	for (size_t i = 0; i < opts.npercentiles; i++) {
		struct slice p = opts.percentiles[i];

		name.n = 0;
		buf_char(&name, 'p');
		buf_slice(&name, p);
		if (!stream_is_percentile(buf_bytes(&name)))
			fail("--percentiles: '%.*s' is not a number from 0 to "
			     "100, such as 50 or 99.9",
			    SLICE_ARG(p));
		for (size_t j = 0; j < i; j++)
			if (slice_eq(p, opts.percentiles[j]))
				fail("--percentiles: duplicate '%.*s'",
				    SLICE_ARG(p));
	}
	buf_free(&name);
}

static void
options(int argc, char **argv)
{
	int c;

	set_provers("32");
	while ((c = cli_option(argc, argv, &cli)) != -1)
		switch (c) {
		case 'p':
			set_provers(optarg);
			break;
		case OPT_PERCENTILES:
			set_percentiles(optarg);
			break;
		case OPT_COMPAT:
			opts.version = version_parse(optarg);
			opts.compat = true;
			break;
		}
}

/* Adds the next record if it is like one that was added; else returns false. */
static inline bool
add_like(struct agg *a)
{
	struct peeked r;
	struct number n;

	if (!recin_peek(a->in, &r))
		return false;
	if (block_is_digits(r.value.at, r.value.n))
		stats_add_whole(&a->stats, &a->stats.row[r.id],
		    numparse_digits(r.value.at, r.value.n));
	else if (numparse(r.value, &n))
		stats_add_value(&a->stats, &a->stats.row[r.id], n);
	else
		return false;
	recin_take(a->in, &r);
	return true;
}

/* Most records differ from an earlier one only in their value and labels. */
static void
add_all(struct agg *a)
{
	const struct slice *record;

	for (;;) {
		if (add_like(a))
			continue;
		record = recin_next(a->in);
		if (record == NULL)
			break;
		add(a, record);
	}
}

static void
run(struct agg *a)
{
	const struct times times = {
		&a->proofs,
		opts.provers,
		opts.nprovers,
		opts.version,
	};

	add_all(a);
	stats_merge_levels(&a->stats);
	proofs_sort(&a->proofs);
	if (opts.version != VERSION_2_0)
		insns_weigh_rates(&a->stats);
	if (!opts.compat)
		derived_add(&a->stats, &a->proofs);
	if (!opts.compat && a->stats.nfine == 0)
		opcodes_add_cells(&a->stats, a->shape.key, a->stats.nkeys);
	if (a->times) {
		insns_check(&a->stats);
		times_add(&a->stats, &times);
	}
	write_rows(&a->out, &a->shape, &a->stats);
}

int
main(int argc, char **argv)
{
	struct agg a = { 0 };

	diag_stage("ovp-agg");
	recout_open(&a.out);
	options(argc, argv);
	a.in = recin_open(argv + optind, argc - optind,
	    STREAM_BIT(STREAM_GROUPED));
	set_columns(&a);
	write_header(&a.out, &a.shape);
	run(&a);
	recin_close(a.in);
	recout_close(&a.out);
	buf_free(&a.id);
	buf_free(&a.scratch);
	stats_free(&a.stats);
	metrics_unload();
	origin_free(&a.origin);
	proofs_free(&a.proofs);
	free(opts.provers);
	free(opts.percentiles);
	return EXIT_SUCCESS;
}
