/* SPDX-License-Identifier: MIT */
/* ovp-diff: statistics against a baseline. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audit.h"
#include "base/cli.h"
#include "base/diag.h"
#include "causes.h"
#include "changes.h"
#include "gate.h"
#include "gate_names.h"
#include "judge.h"
#include "layout.h"
#include "load.h"
#include "machine.h"
#include "notes.h"
#include "ovp-diff/options.h"
#include "pair.h"
#include "since.h"
#include "versus.h"
#include "write.h"

static struct opts {
	struct rules rules;           /* -g, --gate; -G, --gate-file */
	struct junit junit;           /* --junit */
	double alpha;                 /* --alpha */
	enum judgement_across across; /* --statistic */
	bool machine_out;             /* --without-machine */
	enum mode {
		COMPARE,
		AUDIT,
		CHANGES,
	} mode;                 /* --audit, --changes */
	struct where where;     /* --where */
	struct renames renames; /* --rename, --rename-file */
	struct versus versus;   /* --bench */
} opts = { .alpha = 0.01 };

static void
set_alpha(const char *text)
{
	struct number n;

	if (!numparse(slice_str(text), &n) || !(n.real > 0 && n.real < 1))
		fail("--alpha: '%s' is not a number between 0 and 1", text);
	opts.alpha = n.real;
}

static void
set_across(const char *text)
{
	static const char *const name[] = {
		[ACROSS_MEDIAN] = "median",
		[ACROSS_MIN] = "min",
		[ACROSS_BEST] = "best",
	};
	size_t i = 0;

	while (i < sizeof(name) / sizeof(*name) && strcmp(name[i], text) != 0)
		i++;
	if (i == sizeof(name) / sizeof(*name))
		fail("--statistic: invalid value '%s' (expected median, min "
		     "or best)",
		    text);
	opts.across = (enum judgement_across)i;
}

static void
set_mode(enum mode mode)
{
	if (opts.mode != COMPARE && opts.mode != mode)
		fail("--audit and --changes exclude each other");
	opts.mode = mode;
}

/*
 * Whether the shell may have made this name of stdout from an unquoted limit.
 */
static bool
is_limit(const char *name)
{
	size_t n = strspn(name, "+-0123456789.");

	return n > 0 && (name[n] == '\0' || strcmp(name + n, "%") == 0);
}

/*
 * The shell reads an unquoted rule, -g m>5%, as a rule without a limit and a
 * redirection to the file `5%'. A system that cannot name the file gets no
 * check.
 */
static void
check_quotes(void)
{
	char path[4096];
	ssize_t n = readlink("/proc/self/fd/1", path, sizeof(path) - 1);
	const char *name;

	if (n <= 0)
		return;
	path[n] = '\0';
	name = strrchr(path, '/');
	name = name == NULL ? path : name + 1;
	for (size_t i = 0; i < opts.rules.n && is_limit(name); i++)
		if (strpbrk(opts.rules.rule[i].text, "<> ") == NULL)
			fail("-g: standard output is a file named '%s': quote "
			     "the rule, as in -g '%s>%s'",
			    name, opts.rules.rule[i].text, name);
}

static void
options(int argc, char **argv)
{
	int c;

	while ((c = cli_option(argc, argv, &cli)) != -1)
		switch (c) {
		case 'g':
			rules_add(&opts.rules, optarg);
			break;
		case 'G':
			rules_load(&opts.rules, optarg);
			break;
		case OPT_ALPHA:
			set_alpha(optarg);
			break;
		case OPT_STATISTIC:
			set_across(optarg);
			break;
		case OPT_WITHOUT_MACHINE:
			opts.machine_out = true;
			break;
		case OPT_JUNIT:
			junit_open(&opts.junit, optarg);
			break;
		case OPT_METRICS_FILE:
			metrics_load(optarg);
			break;
		case OPT_AUDIT:
			set_mode(AUDIT);
			break;
		case OPT_CHANGES:
			set_mode(CHANGES);
			break;
		case OPT_RENAME:
			renames_add(&opts.renames, optarg);
			break;
		case OPT_RENAME_FILE:
			renames_load(&opts.renames, optarg);
			break;
		case OPT_BENCH:
			versus_add(&opts.versus, optarg);
			break;
		case OPT_WHERE:
			where_add(&opts.where, optarg);
			break;
		}
	if (opts.mode == AUDIT && opts.rules.n > 0)
		fail("--audit replays a history and takes no gates");
	if (opts.mode == CHANGES && opts.rules.n > 0)
		fail("--changes reads a history and takes no gates");
	check_quotes();
	if (opts.machine_out && opts.rules.n == 0)
		fail("--without-machine has no effect without gates");
	if (opts.mode != COMPARE && opts.across != ACROSS_MEDIAN)
		fail("--statistic has no effect on the runs of a history, "
		     "which count one by one");
	if (opts.mode != COMPARE && opts.junit.path != NULL)
		fail("--junit has no effect without gates");
	if (opts.versus.n > 0 &&
	    (opts.mode != COMPARE || opts.where.n > 0 ||
		opts.renames.old.n > 0))
		fail("--bench excludes --audit, --changes, --where and "
		     "--rename, since it names both sides");
	if (opts.versus.n > 0)
		return;
	if (optind == argc && opts.mode == COMPARE)
		fail("the baseline is missing; %.*s",
		    (int)strcspn(cli.usage, "\n"), cli.usage);
	for (int i = optind; i + 1 < argc && opts.mode == COMPARE; i++)
		if (strcmp(argv[i], "-") == 0)
			fail("-: standard input is the current run: put it "
			     "last");
}

/* Whether the shell gave no input: a terminal, /dev/null, or a closed input. */
static bool
no_input(void)
{
	struct stat st;

	return fstat(STDIN_FILENO, &st) != 0 || S_ISCHR(st.st_mode);
}

/*
 * The operand that is the current run; NULL means standard input. All other
 * operands except a last `-' are baselines.
 */
static char *const *
current(char *const *file, int n)
{
	char *const *last = &file[n - 1];

	if (n == 1 && strcmp(*last, "-") == 0)
		fail("-: standard input is the current run: name a baseline");
	return n > 1 && (strcmp(*last, "-") == 0 || no_input()) ? last : NULL;
}

static void
write_rows(struct recout *out, const struct store *s, const size_t *layout,
    const struct judgement *all)
{
	size_t from = 0; /* the bench's first row */

	for (size_t i = 0; i < s->metrics.n; i++) {
		const struct series *of = &s->series[layout[i]];
		size_t next = i + 1 < s->metrics.n ?
		    s->series[layout[i + 1]].place :
		    s->places.n;
		size_t bench = s->place[of->place].bench;

		write_row(out, s, of, &all[layout[i]]);
		if (next < s->places.n && s->place[next].bench == bench)
			continue;
		if (!s->bench[bench].other_prover)
			causes_write(out, s, layout + from, i + 1 - from, all);
		from = i + 1;
	}
}

/* Writes the header after the baseline has been read. */
static void
begin(struct store *s, struct recout *out)
{
	store_list_carried(s);
	history_order(&s->history[BASE]);
	s->recent = history_reaches(&s->history[BASE], WRITE_RECENT);
	write_header(out, s);
	recout_flush_cut(out);
}

/*
 * Judges both sides after they have been read; returns the number of broken
 * gates.
 */
static size_t
compare(struct store *s, struct recout *out)
{
	struct judgement *all;
	size_t *layout, broken;

	gate_names_check(&opts.rules, s);
	layout = layout_order(s);
	all = judge(s, layout, opts.alpha, opts.across);
	write_rows(out, s, layout, all);
	if (opts.machine_out)
		machine_find(s, layout, all);
	notes_write(out, s, layout, all);
	since_write(out, s, layout, all, opts.alpha);
	if (opts.machine_out && machine_take_out(s, all)) {
		free(all);
		all = judge(s, layout, opts.alpha, opts.across);
	}
	broken = gate_check(&opts.rules, s, layout, all, &opts.junit);
	free(layout);
	free(all);
	return broken;
}

/* now: the current run's file; NULL means standard input. */
static void
load_current(struct store *s, struct recout *out, char *const *now)
{
	struct recin *in = load_open(s, now, NOW);
	bool coarse; /* the current side has no finer level */

	begin(s, out);
	coarse = s->levelled && !recin_is_levelled(in);
	load_runs(s, in, NOW, NULL, NULL);
	if (coarse)
		store_drop_fine(s);
	pair_benches(s);
}

/* Reads both sides from the files, or from standard input if there are none. */
static void
load_both(struct store *s, struct recout *out, char *const *file, int n)
{
	for (int i = 0; i < n; i++)
		load_versus(s, &file[i], &opts.versus);
	if (n == 0)
		load_versus(s, NULL, &opts.versus);
	versus_check(&opts.versus);
	begin(s, out);
	pair_versus(s, &opts.versus);
}

/* Reads a file, or standard input if NULL, as runs of the baseline. */
static void
load_base(struct store *s, char *const *file)
{
	const char *name = file == NULL ? "standard input" : *file;
	struct recin *in = load_open(s, file, BASE);

	where_open(&opts.where, in, name);
	load_runs(s, in, BASE, &opts.where, &opts.renames);
	where_close(&opts.where, name);
}

static size_t
run(struct store *s, struct recout *out, char *const *file, int n)
{
	char *const *now;

	if (opts.versus.n > 0) {
		load_both(s, out, file, n);
		return compare(s, out);
	}
	now = opts.mode == COMPARE ? current(file, n) : NULL;
	for (int i = 0; i < n - (now != NULL); i++)
		load_base(s, &file[i]);
	if (n == 0)
		load_base(s, NULL);
	renames_warn(&opts.renames);
	if (opts.mode == COMPARE) {
		load_current(s, out, now);
		return compare(s, out);
	}
	notes_of_history(s);
	if (opts.mode == AUDIT)
		audit_write(out, s, opts.alpha);
	else
		changes_write(out, s, opts.alpha);
	return 0;
}

int
main(int argc, char **argv)
{
	struct store store = { 0 };
	struct recout out;
	size_t broken;

	diag_stage("ovp-diff");
	recout_open(&out);
	options(argc, argv);
	broken = run(&store, &out, argv + optind, argc - optind);
	recout_close(&out);
	junit_close(&opts.junit);
	store_free(&store);
	rules_free(&opts.rules);
	where_free(&opts.where);
	renames_free(&opts.renames);
	versus_free(&opts.versus);
	metrics_unload();
	return broken > 0 ? EXIT_GATE : EXIT_SUCCESS;
}
