/* SPDX-License-Identifier: MIT */
/* ovp-group: labels promoted to columns, derived metrics added. */
#include <stdlib.h>

#include "base/block.h"
#include "base/cli.h"
#include "base/diag.h"
#include "class.h"
#include "columns.h"
#include "derive.h"
#include "domain/metrics.h"
#include "domain/reads.h"
#include "domain/version.h"
#include "domain/wanted.h"
#include "finest.h"
#include "keys.h"
#include "lost.h"
#include "memo.h"
#include "number/numfmt.h"
#include "ovp-group/options.h"
#include "promote.h"
#include "rename.h"
#include "runs.h"
#include "stream/recin.h"
#include "stream/recout.h"

static struct opts {
	struct keys keys;       /* -k, --keys */
	struct promote promote; /* the keys in these lists */
	struct wanted wanted;   /* -m, -l, --keep-zeros */
	bool derive;            /* unless --no-derive */
	bool trim;              /* --trim */
	struct rename rename;   /* --rename */
	struct class class;     /* --class */
	size_t class_key;       /* index of the key `class', or nkeys */
	enum version version;   /* --compat */
	size_t group;           /* index of the key `group', or nkeys */
} opts = { .derive = true, .version = VERSION_2_1 };

struct group {
	struct recin *in;
	struct recout out;
	struct columns cols;
	struct runs runs;
	bool taken; /* some record was taken or derived */
	struct finest finest;
	const struct finest_metric *metric; /* of the record */
	struct buf labels;                  /* that were promoted last */
	bool promoted;                      /* some were */
	bool keeps; /* records may be written like others */
	struct memo memo;
	size_t likes; /* numbers of beginnings */
	size_t like;  /* that of the record, or 0 */
	struct derive derive;
	struct lost lost;
};

/* Writes the values of the shown keys, made of `length' bytes of labels. */
static void
write_promoted(struct group *g, const bool *shown, size_t length)
{
	const struct slice *value = opts.promote.value;
	size_t nkeys = opts.promote.nkeys;
	size_t room = length + nkeys + PROMOTE_BEYOND;
	char *p;

	/* Only a group may have another name than its label. */
	if (opts.group < nkeys)
		room += value[opts.group].n;
	p = recout_room(&g->out, room);
	for (size_t i = 0; i < nkeys; i++) {
		if (shown[i] && value[i].n > 0)
			p = block_put(p, value[i].at, value[i].n);
		*p++ = '\t';
	}
	g->out.n = (size_t)(p - g->out.at);
}

/*
 * The keys to show of a record whose values are set, at one of the levels, or
 * NULL. Without -k a record is written once, at its finest level.
 */
static const bool *
shown_at(const struct group *g, size_t level)
{
	return opts.keys.n == 0 ? g->metric->shown :
				  promote_level(&opts.promote, level);
}

/* Renames the promoted group; sets the class. */
static void
rename_promoted(struct slice labels)
{
	struct slice *value = opts.promote.value;

	if (opts.group < opts.promote.nkeys)
		value[opts.group] = rename_group(&opts.rename,
		    value[opts.group]);
	if (opts.class.n > 0)
		value[opts.class_key] = class_of(&opts.class, labels);
}

/* Whether the record's metric derives others, with every one of its records. */
static bool
is_part(const struct group *g)
{
	return opts.derive && g->metric->part;
}

/* Keeps what the record that is being written has before its value. */
static void
keep(struct group *g, const struct slice *record, bool labelled)
{
	const struct recout *o = &g->out;
	struct slice labels = record[LABELS];
	size_t after = record[VALUE].n + 1 + (labelled ? labels.n : 0) + 1;

	if (g->like == 0) {
		g->like = ++g->likes;
		recin_keep(g->in, VALUE, g->like);
	}
	memo_put(&g->memo, g->like, labels,
	    (struct slice){ o->at + o->whole, o->n - o->whole - after },
	    labelled);
}

/* Writes the rest of a record after its keys. */
static inline void
write_rest(struct group *g, const struct slice *record, bool labelled)
{
	struct recout *o = &g->out;

	recout_piece(o,
	    columns_span(&g->cols, g->in, record, KIND,
		labelled ? LABELS : VALUE));
	if (!labelled)
		recout_char(o, '\t');
	for (size_t i = 0; i < g->cols.npassed; i++)
		recout_field(o, record[g->cols.passed[i]]);
	if (g->keeps && !is_part(g))
		keep(g, record, labelled);
	recout_end(o);
	g->taken = true;
}

/* Promotes a record's labels, unless they are those of the one before. */
static void
promote(struct group *g, struct slice labels)
{
	struct slice wrong;

	if (g->promoted && slice_eq(labels, buf_bytes(&g->labels)))
		return;
	g->labels.n = 0;
	buf_slice(&g->labels, labels);
	/* As in a line, for keytree_walk(). */
	memset(buf_room(&g->labels, PROMOTE_BEYOND), '\n', PROMOTE_BEYOND);
	wrong = promote_record(&opts.promote, buf_bytes(&g->labels),
	    recin_may_escape(g->in));
	if (wrong.at != NULL)
		recin_fail(g->in, g->cols.at[LABELS],
		    "expected KEY=\"VALUE\", "
		    "found '%.*s'",
		    SLICE_ARG(wrong));
	rename_promoted(labels);
	g->promoted = true;
}

/* Writes a record, once for each level that shows its metric. */
static void
write_record(struct group *g, const struct slice *record)
{
	struct slice labels = record[g->cols.at[LABELS]];
	bool labelled = !opts.trim || g->metric->all;

	promote(g, labels);
	for (size_t l = 0; l < opts.promote.nlevels; l++) {
		const bool *shown = shown_at(g, l);

		if (shown == NULL)
			continue;
		recout_piece(&g->out, buf_bytes(&g->runs.name));
		write_promoted(g, shown, labels.n);
		write_rest(g, record, labelled);
	}
}

/*
 * Writes the next record from what is kept of one like it, if there is one;
 * otherwise returns false, and may set g->like to the number of its beginning.
 */
static inline bool
write_like(struct group *g)
{
	const struct memo_entry *e;
	struct peeked r;
	struct number n;
	char *p;

	g->like = 0;
	if (!recin_peek(g->in, &r))
		return false;
	g->like = r.id;
	e = memo_find(&g->memo, r.id, r.labels);
	if (e == NULL || wanted_is_zero(r.value) ||
	    (!block_is_digits(r.value.at, r.value.n) && !numparse(r.value, &n)))
		return false;
	p = recout_room(&g->out, e->before.n + r.value.n + r.labels.n + 64);
	p = block_put(p, e->before.at, e->before.n);
	p = block_put(p, r.value.at, r.value.n);
	*p++ = '\t';
	if (e->labelled)
		p = block_put(p, r.labels.at, r.labels.n);
	*p++ = '\n';
	g->out.n = (size_t)(p - g->out.at);
	recout_mark(&g->out);
	recin_take(g->in, &r);
	return true;
}

static void
write_derived(void *ctx, size_t run, struct slice metric, struct slice labels,
    struct number value)
{
	struct group *g = ctx;
	struct recout *o = &g->out;
	char text[NUMFMT_MAX];
	size_t ntext;

	if (!wanted_takes(&opts.wanted, metric, labels))
		return;
	g->metric = finest_of(&g->finest, metric);
	promote_labels(&opts.promote, labels);
	rename_promoted(labels);
	g->taken = true;
	ntext = numfmt(text, value);
	for (size_t l = 0; l < opts.promote.nlevels; l++) {
		const bool *shown = shown_at(g, l);

		if (shown == NULL)
			continue;
		recout_field(o, g->runs.names.key[run].bytes);
		write_promoted(g, shown, labels.n);
		recout_field(o, SLICE("gauge"));
		recout_field(o, metric);
		recout_field(o, (struct slice){ text, ntext });
		recout_field(o, labels);
		if (g->cols.npassed > 0)
			recout_field(o, g->runs.origin[run]);
		recout_end(o);
	}
}

/* Takes a time that no total contains, if totals of its labels are wanted. */
static void
take_lost(void *ctx, size_t run, struct slice metric, struct slice labels,
    struct number ms)
{
	struct group *g = ctx;

	if (wanted_takes(&opts.wanted, metrics_named(ROLE_TOTAL), labels))
		lost_add(&g->lost, run, metric, labels, ms);
}

/* Checks a value; adds it to the parts if it is one. */
static void
take_value(struct group *g, const struct slice *record)
{
	struct slice value = record[g->cols.at[VALUE]];
	bool part = is_part(g);
	struct number n;

	if (!part && block_is_digits(value.at, value.n))
		return;
	if (!numparse(value, &n))
		recin_fail(g->in, g->cols.at[VALUE], "'%.*s' is not a number",
		    SLICE_ARG(value));
	if (part)
		derive_add(&g->derive, g->runs.run, record[g->cols.at[METRIC]],
		    record[g->cols.at[LABELS]], n);
}

static void
options(int argc, char **argv)
{
	static const char *const usual = "group," FINE_LIST;
	int c;

	while ((c = cli_option(argc, argv, &cli)) != -1)
		switch (c) {
		case 'k':
			keys_add(&opts.keys, optarg);
			break;
		case 'm':
			wanted_metric(&opts.wanted, optarg);
			break;
		case 'l':
			wanted_label(&opts.wanted, optarg);
			break;
		case OPT_KEEP_ZEROS:
			opts.wanted.zeros = ZEROS_KEPT;
			break;
		case OPT_NO_DERIVE:
			opts.derive = false;
			break;
		case OPT_TRIM:
			opts.trim = true;
			break;
		case OPT_CLASS:
			class_load(&opts.class, optarg);
			break;
		case OPT_RENAME:
			rename_rule(&opts.rename, optarg);
			break;
		case OPT_COMPAT:
			opts.version = version_parse(optarg);
			if (opts.wanted.zeros == ZEROS_TELLING)
				opts.wanted.zeros = ZEROS_DROPPED;
			break;
		}
	if (opts.class.n > 0)
		keys_add_class(&opts.keys);
	promote_init(&opts.promote, opts.keys.n > 0 ? opts.keys.list : &usual,
	    opts.keys.n > 0 ? opts.keys.n : 1);
	/* Times of trace generation spell air_name this way. */
	if (opts.keys.n == 0)
		promote_alias(&opts.promote, SLICE(READS_AIR),
		    SLICE("air_name"));
	opts.group = promote_find(&opts.promote, SLICE("group"));
	opts.class_key = promote_find(&opts.promote, SLICE("class"));
	if (opts.group == opts.promote.nkeys && opts.rename.n > 0)
		fail("--rename: 'group' is not a key; add it to -k");
	opts.derive = opts.derive && opts.group < opts.promote.nkeys;
	opts.rename.blocks = opts.version != VERSION_2_0;
}

/* Warns of rules and keys that nothing matched. */
static void
warn_misspelt(const struct group *g)
{
	bool rules = opts.wanted.metrics.n > 0 || opts.wanted.nlabels > 0;

	if (opts.keys.n > 0 && g->taken)
		promote_warn(&opts.promote,
		    opts.class.n > 0 ? opts.class_key : SIZE_MAX);
	if (rules && g->runs.names.n > 0 && !g->taken)
		warn("no record matches -m and -l: the output is only a "
		     "header");
}

/* Whether a record like an earlier one is written like that one. */
static bool
may_keep(const struct group *g)
{
	return opts.trim && opts.promote.nlevels == 1 && g->cols.usual &&
	    g->cols.npassed == 0 && opts.wanted.metrics.n == 0 &&
	    opts.wanted.nlabels == 0;
}

static void
run(struct group *g)
{
	const struct parts_to to = { write_derived, take_lost, g };
	const struct slice *record;

	for (;;) {
		bool dropped;

		if (g->keeps && write_like(g))
			continue;
		if ((record = recin_next(g->in)) == NULL)
			break;
		dropped = wanted_drops(&opts.wanted, record[g->cols.at[KIND]],
		    record[g->cols.at[METRIC]], record[g->cols.at[VALUE]]);

		/* A part or total with the value 0 still exists. */
		if (dropped && opts.version == VERSION_2_0)
			continue;
		g->metric = finest_of(&g->finest, record[g->cols.at[METRIC]]);
		runs_find(&g->runs, &g->cols, g->in, record);
		take_value(g, record);
		if (!dropped &&
		    wanted_takes(&opts.wanted, record[g->cols.at[METRIC]],
			record[g->cols.at[LABELS]]))
			write_record(g, record);
	}
	derive_write(&g->derive, opts.version, &to);
	warn_misspelt(g);
	lost_warn(&g->lost, &g->runs.names);
}

int
main(int argc, char **argv)
{
	struct group g = { 0 };

	diag_stage("ovp-group");
	recout_open(&g.out);
	options(argc, argv);
	g.in = recin_open(argv + optind, argc - optind,
	    STREAM_BIT(STREAM_SAMPLES));
	columns_find(&g.cols, g.in, &opts.promote);
	columns_write(&g.cols, g.in, &opts.promote, &g.out);
	recout_flush(&g.out);
	g.keeps = may_keep(&g);
	run(&g);
	recin_close(g.in);
	recout_close(&g.out);
	columns_free(&g.cols);
	runs_free(&g.runs);
	derive_free(&g.derive);
	lost_free(&g.lost);
	finest_free(&g.finest);
	memo_free(&g.memo);
	buf_free(&g.labels);
	metrics_unload();
	class_free(&opts.class);
	keys_free(&opts.keys);
	promote_free(&opts.promote);
	rename_free(&opts.rename);
	wanted_free(&opts.wanted);
	return EXIT_SUCCESS;
}
