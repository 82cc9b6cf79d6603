/* SPDX-License-Identifier: MIT */
/*
 * Writes a metrics file of about SIZE bytes to standard output, as a prover
 * would after a run: every group, label set and metric that provers write,
 * times whose parts add up, a profile of instructions that grows with SIZE.
 * The bytes depend on the arguments alone. Memory does not grow with SIZE, but
 * for --shuffle, which holds the whole file.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/cli.h"
#include "base/diag.h"
#include "emit.h"
#include "plan.h"
#include "vocab.h"

static struct opts {
	enum layout layout;      /* --compact, --shuffle */
	uint64_t shuffle;        /* --shuffle */
	enum prover prover;      /* --prover */
	unsigned run;            /* --run */
	const struct air *grown; /* --grow */
	uint64_t size, seed;     /* operands */
} opts = { .run = 1 };

enum { COMPACT = 256, GROW, PROVER, RUN, SHUFFLE };

static const struct cli cli = {
	.letters = ":h",
	.names =
	    (const struct option[]){
		{ "compact", no_argument, NULL, COMPACT },
		{ "grow", required_argument, NULL, GROW },
		{ "help", no_argument, NULL, 'h' },
		{ "prover", required_argument, NULL, PROVER },
		{ "run", required_argument, NULL, RUN },
		{ "shuffle", required_argument, NULL, SHUFFLE },
		{ NULL, 0, NULL, 0 },
	    },
	.usage = "usage: gen-metrics [--compact | --shuffle N] [--grow AIR]\n"
		 "                   [--prover v1|e3|v2] [--run N] SIZE SEED\n",
	.help =
	    "Writes a metrics file of about SIZE bytes (K, M or G may follow).\n"
	    "  --compact     no white space\n"
	    "  --grow AIR    this table of the program has twice the rows, and\n"
	    "                what follows execution takes a third longer\n"
	    "  --prover P    the generation of the prover (v2)\n"
	    "  --run N       the N-th run of the same work: other times (1)\n"
	    "  --shuffle N   the same entries; they, their labels, members and\n"
	    "                white space in the N-th order\n",
};

static uint64_t
size_arg(const char *text)
{
	static const char units[] = "KMG";
	uint64_t factor = 1;
	char digits[16];
	size_t n = strspn(text, "0123456789");
	const char *unit = text[n] == '\0' ? NULL : strchr(units, text[n]);

	if (n == 0 || n > 12 ||
	    (text[n] != '\0' && (unit == NULL || text[n + 1] != '\0')))
		fail("SIZE: '%s' is not a size such as 20K, 1M or 3G", text);
	if (unit != NULL) {
		const char *u;

		for (u = units; u <= unit; u++)
			factor *= 1000;
	}
	memcpy(digits, text, n);
	digits[n] = '\0';
	return strtoull(digits, NULL, 10) * factor;
}

static enum prover
prover_arg(const char *text)
{
	static const char *const name[] = {
		[PROVER_V2] = "v2",
		[PROVER_E3] = "e3",
		[PROVER_V1] = "v1",
	};
	size_t i;

	for (i = 0; i < sizeof(name) / sizeof(name[0]); i++)
		if (strcmp(text, name[i]) == 0)
			return (enum prover)i;
	fail("--prover: '%s' is none of v1, e3, v2", text);
}

static const struct air *
air_arg(const char *name)
{
	size_t i;

	for (i = 0; i < VOCAB_AIRS; i++)
		if (strcmp(name, vm_airs[i].name) == 0)
			return &vm_airs[i];
	fail("--grow: '%s' is no AIR of the program", name);
}

static void
options(int argc, char **argv)
{
	int c;

	while ((c = cli_option(argc, argv, &cli)) != -1)
		switch (c) {
		case COMPACT:
			opts.layout = LAYOUT_COMPACT;
			break;
		case GROW:
			opts.grown = air_arg(optarg);
			break;
		case PROVER:
			opts.prover = prover_arg(optarg);
			break;
		case RUN:
			opts.run = (unsigned)cli_number("--run", optarg, 1,
			    1000000);
			break;
		case SHUFFLE:
			opts.layout = LAYOUT_SHUFFLED;
			opts.shuffle = (uint64_t)cli_number("--shuffle", optarg,
			    0, INT64_MAX);
			break;
		}
	if (argc - optind != 2)
		fail("SIZE and SEED are needed; gen-metrics -h says more");
	opts.size = size_arg(argv[optind]);
	opts.seed = (uint64_t)cli_number("SEED", argv[optind + 1], 0,
	    INT64_MAX);
}

int
main(int argc, char **argv)
{
	struct work work = { 0 };
	struct metrics_file file;

	diag_stage("gen-metrics");
	options(argc, argv);
	work.seed = rng_mix(0, opts.seed);
	work.prover = opts.prover;
	work.run = opts.run;
	work.grown = opts.grown;
	plan(&work, opts.layout, opts.size);
	file_open(&file, opts.layout, opts.shuffle, false);
	emit(&file, &work);
	file_close(&file);
	return 0;
}
