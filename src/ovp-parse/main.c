/* SPDX-License-Identifier: MIT */
/* ovp-parse: metrics files to samples. */
#include <getopt.h>
#include <stdlib.h>

#include "cli.h"
#include "diag.h"
#include "document.h"
#include "inputs.h"

struct opts {
	struct slice	*names;		/* -n */
	size_t		 nnames;
};

static struct opts opts;

static const char usage[] =
    "usage: ovp-parse [-hV] [-n NAME[,NAME...]] [FILE...]\n";

static void
options(int argc, char **argv)
{
	static const struct option longs[] = {
		{ "help", no_argument, NULL, 'h' },
		{ "names", required_argument, NULL, 'n' },
		{ "version", no_argument, NULL, 'V' },
		{ NULL, 0, NULL, 0 },
	};
	int c;

	opterr = 0;
	while ((c = getopt_long(argc, argv, ":hn:V", longs, NULL)) != -1) {
		switch (c) {
		case 'h':
			cli_help(usage);
		case 'n':
			if (opts.names != NULL)
				fail("-n: given twice");
			opts.names = cli_list("-n", optarg, &opts.nnames);
			break;
		case 'V':
			cli_version();
		default:
			cli_bad_option(argc, argv, c, usage);
		}
	}
}

static void
run(const struct input *in, size_t n)
{
	struct samples samples;
	struct source source;

	samples_open(&samples);
	for (size_t i = 0; i < n; i++) {
		source_open(&source, in[i].path);
		samples_bench(&samples, in[i].bench, in[i].run);
		document_read(&source, &samples);
		source_close(&source);
	}
	samples_close(&samples);
}

int
main(int argc, char **argv)
{
	struct input *in;
	size_t n;

	diag_stage("ovp-parse");
	options(argc, argv);
	in = inputs_make(argv + optind, (size_t)(argc - optind), opts.names,
	    opts.nnames, &n);
	run(in, n);
	free(in);
	free(opts.names);
	return EXIT_SUCCESS;
}
