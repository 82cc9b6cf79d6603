/* SPDX-License-Identifier: MIT */
/* ovp-group: labels promoted to columns, derived metrics added. */
#include <stdlib.h>

#include "base/block.h"
#include "base/buf.h"
#include "base/cli.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/mem.h"
#include "class.h"
#include "derive.h"
#include "domain/metrics.h"
#include "domain/reads.h"
#include "domain/version.h"
#include "domain/wanted.h"
#include "finest.h"
#include "lost.h"
#include "memo.h"
#include "number/numfmt.h"
#include "ovp-group/options.h"
#include "promote.h"
#include "rename.h"
#include "stream/recin.h"
#include "stream/recout.h"

static struct opts {
	const char **keys; /* -k, --keys: nkeys lists */
	size_t nkeys, keys_cap;
	struct promote promote; /* the keys in these lists */
	struct wanted wanted;   /* -m, -l, --keep-zeros */
	bool derive;            /* unless --no-derive */
	bool trim;              /* --trim */
	struct rename rename;   /* --rename */
	struct class class;     /* --class */
	struct buf *classed;    /* lists of -k with the key `class' */
	size_t class_key;       /* its index, or nkeys */
	enum version version;   /* --compat */
	size_t group;           /* index of the key `group', or nkeys */
} opts = { .derive = true, .version = VERSION_2_1 };

/* The columns of samples, in order; this stage passes on all others. */
enum column { BENCH, RUN, KIND, METRIC, VALUE, LABELS, COLUMNS };

struct group {
	struct recin *in;
	struct recout out;
	size_t at[COLUMNS];
	bool usual;     /* they are adjacent and in order */
	size_t *passed; /* positions of the other columns */
	size_t npassed;
	/* of each run: the passed columns of its first record, by tabs */
	struct slice *origin;
	size_t origins;
	struct arena arena;
	struct map runs; /* bench<TAB>run, in input order */
	struct buf name; /* bench<TAB>run of the last record */
	size_t run;      /* its index */
	bool taken;      /* some record was taken or derived */
	struct buf scratch;
	struct finest finest; /* without -k */
	bool keeps;           /* trimmed records are like others */
	struct memo memo;
	size_t likes; /* numbers of beginnings */
	size_t like;  /* that of the record, or 0 */
	struct derive derive;
	struct lost lost;
};

static struct slice
column_name(size_t column)
{
	return slice_str(stream_of(STREAM_SAMPLES)->column[column]);
}

static void
set_columns(struct group *g)
{
	size_t n;
	const struct slice *name = recin_columns(g->in, &n);

	g->passed = mem_zalloc(n, sizeof(*g->passed));
	for (size_t i = 0; i < n; i++) {
		size_t c = 0;

		while (c < COLUMNS && !slice_eq(name[i], column_name(c)))
			c++;
		if (c < COLUMNS)
			g->at[c] = i;
		else if (promote_find(&opts.promote, name[i]) <
		    opts.promote.nkeys)
			fail("'%.*s' is a column of the input and a key: "
			     "choose other keys with -k",
			    SLICE_ARG(name[i]));
		else
			g->passed[g->npassed++] = i;
	}
	g->usual = true;
	for (size_t c = 1; c < COLUMNS; c++)
		g->usual = g->usual && g->at[c] == g->at[c - 1] + 1;
	g->keeps = opts.trim && opts.promote.nlevels == 1 && g->usual &&
	    n == COLUMNS && opts.wanted.metrics.n == 0 &&
	    opts.wanted.nlabels == 0;
}

static void
write_header(struct group *g)
{
	size_t n;
	const struct slice *name = recin_columns(g->in, &n);

	recout_field(&g->out, SLICE("bench"));
	recout_field(&g->out, SLICE("run"));
	for (size_t i = 0; i < opts.promote.nkeys; i++)
		recout_field(&g->out, opts.promote.key[i]);
	for (size_t c = KIND; c <= LABELS; c++)
		recout_field(&g->out, column_name(c));
	for (size_t i = 0; i < g->npassed; i++)
		recout_field(&g->out, name[g->passed[i]]);
	recout_end(&g->out);
	recout_flush(&g->out);
}

/*
 * The columns first to last, separated by tabs, valid until the next call;
 * PROMOTE_BEYOND more bytes are readable.
 */
static struct slice
columns(struct group *g, const struct slice *record, enum column first,
    enum column last)
{
	struct slice s = { NULL, 0 };

	if (g->usual)
		s = recin_span(g->in, g->at[first], g->at[last]);
	if (s.at != NULL)
		return s;
	g->scratch.n = 0;
	for (size_t c = first; c <= last; c++) {
		buf_slice(&g->scratch, record[g->at[c]]);
		buf_char(&g->scratch, '\t');
	}
	buf_room(&g->scratch, PROMOTE_BEYOND);
	return (struct slice){ g->scratch.at, g->scratch.n - 1 };
}

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
shown_at(struct group *g, size_t level, struct slice metric)
{
	return opts.nkeys == 0 ? finest_of(&g->finest, metric)->shown :
				 promote_level(&opts.promote, level);
}

/* Whether a metric's labels are written after the columns. */
static bool
has_labels(struct group *g, struct slice metric)
{
	return !opts.trim || finest_of(&g->finest, metric)->all;
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

/* Whether a metric derives others, with every one of its records. */
static bool
is_part(struct slice metric)
{
	return opts.derive && derive_wants(metric);
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

	recout_piece(o, columns(g, record, KIND, labelled ? LABELS : VALUE));
	if (!labelled)
		recout_char(o, '\t');
	for (size_t i = 0; i < g->npassed; i++)
		recout_field(o, record[g->passed[i]]);
	if (g->keeps && !is_part(record[g->at[METRIC]]))
		keep(g, record, labelled);
	recout_end(o);
	g->taken = true;
}

/* Writes a record, once for each level that shows its metric. */
static void
write_record(struct group *g, const struct slice *record)
{
	struct slice metric = record[g->at[METRIC]];
	struct slice labels = record[g->at[LABELS]];
	struct slice wrong = promote_record(&opts.promote, labels,
	    recin_may_escape(g->in));
	bool labelled = has_labels(g, metric);

	if (wrong.at != NULL)
		recin_fail(g->in, g->at[LABELS],
		    "expected KEY=\"VALUE\", "
		    "found '%.*s'",
		    SLICE_ARG(wrong));
	rename_promoted(labels);
	for (size_t l = 0; l < opts.promote.nlevels; l++) {
		const bool *shown = shown_at(g, l, metric);

		if (shown == NULL)
			continue;
		recout_piece(&g->out, buf_bytes(&g->name));
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
	promote_labels(&opts.promote, labels);
	rename_promoted(labels);
	g->taken = true;
	ntext = numfmt(text, value);
	for (size_t l = 0; l < opts.promote.nlevels; l++) {
		const bool *shown = shown_at(g, l, metric);

		if (shown == NULL)
			continue;
		recout_field(o, g->runs.key[run].bytes);
		write_promoted(g, shown, labels.n);
		recout_field(o, SLICE("gauge"));
		recout_field(o, metric);
		recout_field(o, (struct slice){ text, ntext });
		recout_field(o, labels);
		if (g->npassed > 0)
			recout_field(o, g->origin[run]);
		recout_end(o);
	}
}

/* Keeps the origin of the run, taken from its first record. */
static void
take_origin(struct group *g, const struct slice *record)
{
	if (g->npassed == 0)
		return;
	g->scratch.n = 0;
	for (size_t i = 0; i < g->npassed; i++) {
		if (i > 0)
			buf_char(&g->scratch, '\t');
		buf_slice(&g->scratch, record[g->passed[i]]);
	}
	g->origin = mem_grow(g->origin, &g->origins, g->run,
	    sizeof(*g->origin));
	g->origin[g->run] = arena_copy(&g->arena, buf_bytes(&g->scratch));
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

/* Most records have the run of the previous one. */
static void
find_run(struct group *g, const struct slice *record)
{
	struct slice name = columns(g, record, BENCH, RUN);
	struct slice run = record[g->at[RUN]];
	size_t known = g->runs.n;
	uint64_t number;

	if (name.n == g->name.n && block_same(name.at, g->name.at, name.n))
		return;
	if (!numparse_u64(run, &number) || number == 0)
		recin_fail(g->in, g->at[RUN],
		    "'%.*s' is not a whole number "
		    "from 1",
		    SLICE_ARG(run));
	g->name.n = 0;
	buf_slice(&g->name, name);
	buf_room(&g->name, PROMOTE_BEYOND);
	g->run = map_put(&g->runs, 0, name);
	if (g->runs.n > known)
		take_origin(g, record);
}

/* Checks a value; adds it to the parts if it is one. */
static void
take_value(struct group *g, const struct slice *record)
{
	struct slice metric = record[g->at[METRIC]];
	struct slice value = record[g->at[VALUE]];
	bool part = is_part(metric);
	struct number n;

	if (!part && block_is_digits(value.at, value.n))
		return;
	if (!numparse(value, &n))
		recin_fail(g->in, g->at[VALUE], "'%.*s' is not a number",
		    SLICE_ARG(value));
	if (part)
		derive_add(&g->derive, g->run, metric, record[g->at[LABELS]],
		    n);
}

static void
add_keys(const char *list)
{
	opts.keys = mem_grow(opts.keys, &opts.keys_cap, opts.nkeys,
	    sizeof(*opts.keys));
	opts.keys[opts.nkeys++] = list;
}

/* Appends the key `class' to each list that lacks it. */
static void
add_class(void)
{
	if (opts.nkeys == 0)
		add_keys("group");
	opts.classed = mem_zalloc(opts.nkeys, sizeof(*opts.classed));
	for (size_t l = 0; l < opts.nkeys; l++) {
		size_t n, i = 0;
		struct slice *key = cli_list("-k", opts.keys[l], &n);

		while (i < n && !slice_eq(key[i], SLICE("class")))
			i++;
		free(key);
		if (i < n)
			continue;
		buf_printf(&opts.classed[l], "%s,class", opts.keys[l]);
		buf_char(&opts.classed[l], '\0');
		opts.keys[l] = opts.classed[l].at;
	}
}

static void
options(int argc, char **argv)
{
	static const char *const usual = "group," FINE_LIST;
	int c;

	while ((c = cli_option(argc, argv, &cli)) != -1)
		switch (c) {
		case 'k':
			add_keys(optarg);
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
		add_class();
	promote_init(&opts.promote, opts.nkeys > 0 ? opts.keys : &usual,
	    opts.nkeys > 0 ? opts.nkeys : 1);
	/* Times of trace generation spell air_name this way. */
	if (opts.nkeys == 0)
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

	if (opts.nkeys > 0 && g->taken)
		promote_warn(&opts.promote,
		    opts.class.n > 0 ? opts.class_key : SIZE_MAX);
	if (rules && g->runs.n > 0 && !g->taken)
		warn("no record matches -m and -l: the output is only a "
		     "header");
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
		dropped = wanted_drops(&opts.wanted, record[g->at[KIND]],
		    record[g->at[METRIC]], record[g->at[VALUE]]);

		/* A part or total with the value 0 still exists. */
		if (dropped && opts.version == VERSION_2_0)
			continue;
		find_run(g, record);
		take_value(g, record);
		if (!dropped &&
		    wanted_takes(&opts.wanted, record[g->at[METRIC]],
			record[g->at[LABELS]]))
			write_record(g, record);
	}
	derive_write(&g->derive, opts.version, &to);
	warn_misspelt(g);
	lost_warn(&g->lost, &g->runs);
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
	set_columns(&g);
	write_header(&g);
	run(&g);
	recin_close(g.in);
	recout_close(&g.out);
	buf_free(&g.name);
	buf_free(&g.scratch);
	map_free(&g.runs);
	derive_free(&g.derive);
	lost_free(&g.lost);
	finest_free(&g.finest);
	memo_free(&g.memo);
	metrics_unload();
	free(g.passed);
	free(g.origin);
	arena_free(&g.arena);
	for (size_t l = 0; opts.classed != NULL && l < opts.nkeys; l++)
		buf_free(&opts.classed[l]);
	free(opts.classed);
	class_free(&opts.class);
	free(opts.keys);
	promote_free(&opts.promote);
	rename_free(&opts.rename);
	wanted_free(&opts.wanted);
	return EXIT_SUCCESS;
}
