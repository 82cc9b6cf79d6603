/* SPDX-License-Identifier: MIT */
/* Renders a stream as a report. */
#include <stdlib.h>

#include "base/buf.h"
#include "base/cli.h"
#include "base/diag.h"
#include "base/mem.h"
#include "domain/metrics.h"
#include "ovp-render/doc/doc.h"
#include "ovp-render/format/format.h"
#include "ovp-render/options.h"

#define N(a) (sizeof(a) / sizeof((a)[0]))

#define SUMMED (STREAM_BIT(STREAM_STATISTICS) | STREAM_BIT(STREAM_COMPARISON))
#define READ (SUMMED | STREAM_BIT(STREAM_CHANGES))
#define SINGLE (STREAM_BIT(STREAM_SAMPLES) | STREAM_BIT(STREAM_GROUPED))

/*
 * A format is a row here and its words in the manual; its function is in
 * format.h or, for a document, its writer.
 */
static const struct format formats[] = {
	{ OPT_MD, "md", READ,
	    TAKES_COMPAT | TAKES_METRICS | TAKES_LIMIT | TAKES_CHARTS |
		TAKES_SAMPLES,
	    render_report, &doc_md },
	{ OPT_SUMMARY, "summary", SUMMED,
	    TAKES_COMPAT | TAKES_LINK | TAKES_METRICS | TAKES_LIMIT,
	    render_summary, &doc_md },
	{ OPT_HTML, "html", READ, TAKES_METRICS | TAKES_SAMPLES | TAKES_STACK,
	    render_report, &doc_html },
	{ OPT_BMF, "bmf", SUMMED, TAKES_METRICS, render_bmf, NULL },
	{ OPT_PROMETHEUS, "prometheus", SUMMED, TAKES_METRICS,
	    render_prometheus, NULL },
	{ OPT_TEXT, "text", READ, TAKES_COLOUR | TAKES_METRICS, render_report,
	    &doc_text },
	{ OPT_CSV, "csv", SUMMED, TAKES_RAW, render_csv, NULL },
	{ OPT_JSON, "json", READ | SINGLE, 0, render_json, NULL },
	{ OPT_SQL, "sql", READ | SINGLE, 0, render_sql, NULL },
	{ OPT_DETAILED, "detailed", SINGLE,
	    TAKES_COMPAT | TAKES_LIMIT | TAKES_BASE, render_detailed, NULL },
	{ OPT_OPCODES, "opcodes", SINGLE, TAKES_COMPAT | TAKES_LIMIT,
	    render_opcodes, NULL },
	{ OPT_MEMORY, "memory", SINGLE, TAKES_COMPAT | TAKES_LINK | TAKES_LIMIT,
	    render_memory, NULL },
	{ OPT_SVG, "svg", SINGLE | STREAM_BIT(STREAM_STATISTICS), TAKES_METRICS,
	    render_svg, NULL },
	{ OPT_FOLDED, "folded", SINGLE, TAKES_BASE | TAKES_STACK | TAKES_FOLDED,
	    render_folded, NULL },
	{ OPT_FLAME, "flame", SINGLE, TAKES_BASE | TAKES_STACK | TAKES_FOLDED,
	    render_flame, NULL },
};

/* --airs changes --text, the default, and --md to these. */
static const struct format airs_formats[] = {
	{ OPT_TEXT, "airs", SUMMED, TAKES_COLOUR, render_airs, &doc_text },
	{ OPT_MD, "airs", SUMMED, TAKES_LIMIT, render_airs, &doc_md },
};

/* --by changes three formats to these; --text if none is given. */
static const struct format by_formats[] = {
	{ OPT_TEXT, "by", SUMMED, TAKES_COLOUR | TAKES_METRICS, render_by,
	    &doc_text },
	{ OPT_MD, "by", SUMMED, TAKES_METRICS | TAKES_LIMIT, render_by,
	    &doc_md },
	{ OPT_CSV, "by", SUMMED, TAKES_METRICS | TAKES_RAW, render_by,
	    &doc_csv },
};

/* The same for --wide. */
static const struct format wide_formats[] = {
	{ OPT_TEXT, "wide", STREAM_BIT(STREAM_STATISTICS),
	    TAKES_COLOUR | TAKES_METRICS, render_wide, &doc_text },
	{ OPT_MD, "wide", STREAM_BIT(STREAM_STATISTICS),
	    TAKES_METRICS | TAKES_LIMIT, render_wide, &doc_md },
	{ OPT_CSV, "wide", STREAM_BIT(STREAM_STATISTICS),
	    TAKES_METRICS | TAKES_RAW, render_wide, &doc_csv },
};

/* Less has no room for the words about what was left out. */
enum { MAX_BYTES_MIN = 1000 };

static struct opts opts = { .version = VERSION_2_1 };

static void
set_format(int code)
{
	const struct format *f = formats;

	while (f->code != code)
		f++;
	if (opts.format != NULL && opts.format != f)
		fail("--%s and --%s: one format at a time", opts.format->name,
		    f->name);
	opts.format = f;
}

static void
add_link(char *url)
{
	opts.links = mem_resize(opts.links, opts.nlinks + 1,
	    sizeof(*opts.links));
	opts.links[opts.nlinks++] = url;
}

static void
check_taken(bool given, const char *name, unsigned takes)
{
	if (given && (opts.format->takes & takes) == 0)
		fail("--%s: not an option of --%s", name, opts.format->name);
}

static void
check_charts(void)
{
	unsigned takes = opts.format->takes;

	check_taken(opts.charts, "charts", TAKES_CHARTS);
	check_taken(opts.samples != NULL, "samples", TAKES_SAMPLES);
	if (opts.charts && opts.compat)
		fail("--charts: the layout of --compat has no charts");
	if (opts.samples == NULL && (takes & TAKES_SAMPLES) != 0 &&
	    (opts.nstack > 0 || opts.symbols != NULL || opts.reverse))
		fail("--%s has no effect without --samples",
		    opts.nstack > 0  ? "stack" :
			opts.reverse ? "reverse" :
				       "symbols");
	if (opts.samples == NULL)
		return;
	if ((takes & TAKES_CHARTS) != 0 && !opts.charts)
		fail("--samples has no effect without --charts");
	if (strcmp(opts.samples, "-") == 0)
		fail("--samples: name a file, since standard input is the "
		     "stream");
}

/* Frames of other programs are only names, without labels. */
static void
check_folded(void)
{
	const char *name = opts.nstack > 0 ? "stack" :
	    opts.nmetrics > 0              ? "metrics" :
	    opts.symbols != NULL           ? "symbols" :
					     NULL;

	check_taken(opts.from_folded, "from-folded", TAKES_FOLDED);
	if (opts.from_folded && name != NULL)
		fail("--%s: the stacks of --from-folded have no labels", name);
}

/* Offsets of a build belong to its own symbols. */
static void
check_symbols(void)
{
	check_taken(opts.reverse, "reverse", TAKES_STACK);
	check_taken(opts.symbols != NULL, "symbols", TAKES_STACK);
	check_taken(opts.base_symbols != NULL, "base-symbols", TAKES_BASE);
	check_taken(opts.keep_hashes, "keep-hashes", TAKES_STACK);
	if (opts.base_symbols != NULL && opts.base == NULL)
		fail("--base-symbols has no effect without --base");
	if (opts.base != NULL &&
	    (opts.symbols != NULL) != (opts.base_symbols != NULL))
		fail(
		    "--symbols and --base-symbols: give both, since each side "
		    "has its own symbols; name the same file twice if both are "
		    "of one build");
}

/* Takes the one of n formats that is another form of the given one. */
static void
take_form(const struct format *form, size_t n)
{
	size_t i = 0;

	if (opts.format != NULL) {
		while (i < n && opts.format->code != form[i].code)
			i++;
		if (i == n)
			fail("--%s and --%s: one format at a time",
			    opts.format->name, form->name);
	}
	opts.format = &form[i];
}

static void
check_by(void)
{
	const char *name = opts.sort != NULL ? "sort" :
	    opts.top > 0                     ? "top" :
	    opts.share                       ? "share" :
					       NULL;

	if (opts.nby > 0)
		take_form(by_formats, N(by_formats));
	else if (name != NULL)
		fail("--%s has no effect without --by", name);
}

static const struct format *
given(void)
{
	if (opts.format == NULL)
		fail("the format is missing, such as --%s; see --help",
		    formats[0].name);
	return opts.format;
}

static void
check(void)
{
	if (opts.airs)
		take_form(airs_formats, N(airs_formats));
	if (opts.wide && (opts.nby > 0 || opts.airs))
		fail("--%s and --wide: one format at a time",
		    opts.airs ? "airs" : "by");
	if (opts.against != NULL && !opts.wide)
		fail("--against has no effect without --wide");
	if (opts.wide)
		take_form(wide_formats, N(wide_formats));
	check_by();
	(void)given();
	check_taken(opts.compat, "compat", TAKES_COMPAT);
	check_taken(opts.nlinks > 0, "link", TAKES_LINK);
	check_taken(opts.nmetrics > 0, "metrics", TAKES_METRICS | TAKES_STACK);
	check_taken(opts.all_metrics, "all-metrics", TAKES_METRICS);
	check_taken(opts.nmetrics_files > 0, "metrics-file",
	    TAKES_METRICS | TAKES_BASE);
	check_taken(opts.max_bytes > 0, "max-bytes", TAKES_LIMIT);
	check_taken(opts.base != NULL, "base", TAKES_BASE);
	check_taken(opts.nstack > 0, "stack", TAKES_STACK);
	check_symbols();
	check_folded();
	check_taken(opts.colour != 0, "color", TAKES_COLOUR);
	check_taken(opts.raw, "raw", TAKES_RAW);
	if (opts.base != NULL && strcmp(opts.base, "-") == 0)
		fail("--base: name a file, since standard input is the current "
		     "side");
	check_charts();
}

static int
colour_of(const char *word)
{
	static const char *const words[] = { "auto", "always", "never" };

	for (int i = 0; i < 3; i++)
		if (strcmp(word, words[i]) == 0)
			return i;
	fail("--color: invalid value '%s' (expected auto, always or never)",
	    word);
}

static void
options(int argc, char **argv)
{
	size_t metrics_files_cap = 0;
	int c;

	while ((c = cli_option(argc, argv, &cli)) != -1) {
		switch (c) {
		case OPT_AIRS:
			opts.airs = true;
			break;
		case OPT_BY:
			free(opts.by);
			opts.by = cli_list("--by", optarg, &opts.nby);
			break;
		case OPT_SORT:
			opts.sort = optarg;
			break;
		case OPT_TOP:
			opts.top = (size_t)cli_number("--top", optarg, 1,
			    1000000000);
			break;
		case OPT_SHARE:
			opts.share = true;
			break;
		case OPT_AGAINST:
			opts.against = optarg;
			break;
		case OPT_WIDE:
			opts.wide = true;
			break;
		case OPT_COMPAT:
			opts.compat = true;
			opts.version = version_parse(optarg);
			break;
		case OPT_LINK:
			add_link(optarg);
			break;
		case OPT_METRICS:
			free(opts.metrics);
			opts.metrics = cli_list("--metrics", optarg,
			    &opts.nmetrics);
			break;
		case OPT_ALL_METRICS:
			opts.all_metrics = true;
			break;
		case OPT_METRICS_FILE:
			opts.metrics_file = mem_grow(opts.metrics_file,
			    &metrics_files_cap, opts.nmetrics_files,
			    sizeof(*opts.metrics_file));
			opts.metrics_file[opts.nmetrics_files++] = optarg;
			break;
		case OPT_MAX_BYTES:
			opts.max_bytes = (size_t)cli_number("--max-bytes",
			    optarg, MAX_BYTES_MIN, 1LL << 40);
			break;
		case OPT_BASE:
			opts.base = optarg;
			break;
		case OPT_CHARTS:
			opts.charts = true;
			break;
		case OPT_SAMPLES:
			opts.samples = optarg;
			break;
		case OPT_STACK:
			free(opts.stack);
			opts.stack = cli_list("--stack", optarg, &opts.nstack);
			break;
		case OPT_FROM_FOLDED:
			opts.from_folded = true;
			break;
		case OPT_REVERSE:
			opts.reverse = true;
			break;
		case OPT_SYMBOLS:
			opts.symbols = optarg;
			break;
		case OPT_BASE_SYMBOLS:
			opts.base_symbols = optarg;
			break;
		case OPT_COLOR:
			opts.colour = colour_of(optarg);
			break;
		case OPT_RAW:
			opts.raw = true;
			break;
		case OPT_KEEP_HASHES:
			opts.keep_hashes = true;
			break;
		default:
			set_format(c);
		}
	}
	check();
}

int
main(int argc, char **argv)
{
	struct recout out;
	const struct format *format;
	struct recin *in = NULL;

	diag_stage("ovp-render");
	options(argc, argv);
	recout_open(&out);
	for (size_t i = 0; i < opts.nmetrics_files; i++)
		metrics_load(opts.metrics_file[i]);
	format = given();
	opts.files = argv + optind;
	opts.nfiles = argc - optind;
	if (!opts.from_folded)
		in = recin_open(opts.files, opts.nfiles, format->kinds);
	format->render(in, &out, &opts);
	if (in != NULL)
		recin_close(in);
	recout_close(&out);
	metrics_unload();
	free(opts.metrics_file);
	free(opts.metrics);
	free(opts.by);
	free(opts.stack);
	free(opts.links);
	return EXIT_SUCCESS;
}
