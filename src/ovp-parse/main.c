/* SPDX-License-Identifier: MIT */
/* ovp-parse: metrics files to samples. */
#include <stdlib.h>

#include "base/cli.h"
#include "base/diag.h"
#include "document.h"
#include "inputs.h"
#include "ovp-parse/options.h"
#include "prometheus.h"

struct format {
	const char	*name;
	void		(*read)(struct source *, struct samples *);
};

struct opts {
	struct slice		*names;		/* -n */
	size_t			 nnames;
	const struct format	*format;	/* --format, --lane */
	unsigned long		 run;		/* --run */
	struct input		*in;		/* FILE..., n of them */
	size_t			 n;
};

static const struct format formats[] = {
	{ "json", document_read },
	{ "prometheus", prometheus_read },
};

/* JSON again, for tests that compare the lanes. */
static const struct format jsmn_lane = { "json", document_read_jsmn };

static struct opts opts = { .format = &formats[0], .run = 1 };

static const struct format *
format_of(const char *name)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (strcmp(name, formats[i].name) == 0)
			return &formats[i];
	fail("--format: '%s' is none of json, prometheus", name);
}

/* Beyond it, numbers are no longer exact everywhere. */
#define RUN_MAX	(1LL << 53)

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
				fail("--lane: '%s' is not jsmn", optarg);
			opts.format = &jsmn_lane;
			break;
		case OPT_RUN:
			opts.run = (unsigned long)cli_number("--run", optarg,
			    1, RUN_MAX);
			break;
		case 'n':
			if (opts.names != NULL)
				fail("-n: given twice");
			opts.names = cli_list("-n", optarg, &opts.nnames);
			break;
		}
	}
	opts.in = inputs_make(argv + optind, (size_t)(argc - optind),
	    opts.names, opts.nnames, &opts.n);
}

static void
run(void)
{
	struct samples samples;
	struct source source;

	samples_open(&samples);
	for (size_t i = 0; i < opts.n; i++) {
		source_open(&source, opts.in[i].path);
		samples_bench(&samples, opts.in[i].bench,
		    opts.run - 1 + opts.in[i].run);
		opts.format->read(&source, &samples);
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
	return EXIT_SUCCESS;
}
