/* SPDX-License-Identifier: MIT */
/* ovp-parse: metrics files to samples. */
#include <stdlib.h>

#include "base/cli.h"
#include "base/diag.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "document.h"
#include "harness.h"
#include "domain/metrics.h"
#include "domain/version.h"
#include "inputs.h"
#include "ovp-parse/options.h"
#include "prometheus.h"
#include "stream/labels.h"
#include "stream/stream.h"

struct format {
	const char *name;
	void (*read)(struct source *, struct samples *, const struct input *);
	const char *carries[2]; /* columns that its files fill */
};

struct opts {
	struct slice *names; /* -n */
	size_t nnames;
	const struct format *format; /* --format, --lane */
	unsigned long run;           /* --run */
	struct pair *set;            /* --set, nset of them */
	size_t nset, cap;
	struct needs needs; /* -k, -m, -l, ... */
	struct input *in;   /* FILE..., n of them */
	size_t n;
};

static const struct format formats[] = {
	{ "json", document_read, { NULL, NULL } },
	{ "prometheus", prometheus_read, { NULL, NULL } },
	{ "github", harness_github, { "commit", "date" } },
	{ "hyperfine", harness_hyperfine, { NULL, NULL } },
	{ "criterion", harness_criterion, { NULL, NULL } },
	{ "google", harness_google, { NULL, NULL } },
};

/* JSON again, for tests that compare the lanes. */
static const struct format jsmn_lane = {
	"json",
	document_read_jsmn,
	{ NULL, NULL },
};

static struct opts opts = { .format = &formats[0], .run = 1 };

static const struct format *
format_of(const char *name)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (strcmp(name, formats[i].name) == 0)
			return &formats[i];
	fail("--format: invalid value '%s' (expected json, prometheus, "
	     "github, hyperfine, criterion or google)",
	    name);
}

/* Beyond it, numbers are no longer exact everywhere. */
#define RUN_MAX (1LL << 53)

/* False when there is a column of this name. */
static bool
add_column(struct pair pair)
{
	for (size_t i = 0; i < opts.nset; i++)
		if (slice_eq(opts.set[i].key, pair.key))
			return false;
	opts.set = mem_grow(opts.set, &opts.cap, opts.nset, sizeof(*opts.set));
	opts.set[opts.nset++] = pair;
	return true;
}

/* A column that each record carries. */
static void
set(const char *text)
{
	const char *equals = strchr(text, '='), *wrong;
	struct pair pair;

	if (equals == NULL)
		fail("--set: '%s' is not KEY=VALUE", text);
	pair.key = (struct slice){ text, (size_t)(equals - text) };
	pair.value = slice_str(equals + 1);
	if (!labels_is_name(pair.key))
		fail("--set: '%s': a name consists of letters, digits and '_' "
		     "and does not begin with a digit",
		    text);
	wrong = stream_name_taken(pair.key);
	if (wrong == NULL && slice_eq(pair.key, SLICE("group")))
		wrong = "a stream has a column of this name";
	if (wrong == NULL && !utf8_valid(pair.value))
		wrong = "the value is not UTF-8";
	if (wrong != NULL)
		fail("--set: '%s': %s", text, wrong);
	if (!add_column(pair))
		fail("--set: '%.*s' is given twice", SLICE_ARG(pair.key));
}

static void
options(int argc, char **argv)
{
	int c;

	while ((c = cli_option(argc, argv, &cli)) != -1) {
		switch (c) {
		case OPT_FORMAT:
			opts.format = format_of(optarg);
			break;
		case OPT_LANE:
			if (strcmp(optarg, "jsmn") != 0)
				fail("--lane: invalid value '%s' (expected "
				     "jsmn)",
				    optarg);
			opts.format = &jsmn_lane;
			break;
		case OPT_RUN:
			opts.run = (unsigned long)cli_number("--run", optarg, 1,
			    RUN_MAX);
			break;
		case OPT_SET:
			set(optarg);
			break;
		case 'k':
			needs_keys(&opts.needs, optarg);
			break;
		case 'm':
			wanted_metric(&opts.needs.wanted, optarg);
			break;
		case 'l':
			needs_label(&opts.needs, optarg);
			break;
		case OPT_KEEP_ZEROS:
			opts.needs.wanted.zeros = ZEROS_KEPT;
			break;
		case OPT_COMPAT:
			version_parse(optarg);
			if (opts.needs.wanted.zeros == ZEROS_TELLING)
				opts.needs.wanted.zeros = ZEROS_DROPPED;
			break;
		case OPT_TRIM:
			opts.needs.trim = true;
			break;
		case 'n':
			if (opts.names != NULL)
				fail("-n: given twice");
			opts.names = cli_list("-n", optarg, &opts.nnames);
			break;
		}
	}
	/* Values of --set take precedence over those of the files. */
	for (size_t i = 0; i < 2 && opts.format->carries[i] != NULL; i++)
		add_column(
		    (struct pair){ .key = slice_str(opts.format->carries[i]) });
	opts.in = inputs_make(argv + optind, (size_t)(argc - optind),
	    opts.names, opts.nnames, &opts.n);
}

static void
run(void)
{
	struct samples samples;
	struct source source;

	samples_open(&samples, opts.run, opts.set, opts.nset,
	    needs_given(&opts.needs) ? &opts.needs : NULL);
	for (size_t i = 0; i < opts.n; i++) {
		source_open(&source, opts.in[i].path);
		opts.format->read(&source, &samples, &opts.in[i]);
		source_close(&source);
	}
	samples_close(&samples);
}

int
main(int argc, char **argv)
{
	diag_stage("ovp-parse");
	options(argc, argv);
	run();
	free(opts.in);
	free(opts.names);
	free(opts.set);
	needs_free(&opts.needs);
	metrics_unload();
	return EXIT_SUCCESS;
}
