/* SPDX-License-Identifier: MIT */
/* What the command lines of all programs share. */
#ifndef OVP_CLI_H
#define OVP_CLI_H

#include <getopt.h>
#include <stdnoreturn.h>

#include "slice.h"

/* What src/options makes of share/options.tsv for one program. */
struct cli {
	const char		*letters;	/* for getopt_long(3) */
	const struct option	*names;
	const char		*usage;		/* lines; `usage: ' first */
	const char		*help;		/* what --help adds */
};

/*
 * Returns the next option of the command line: its letter, else its OPT_ code;
 * -1 at the first operand. Prints what --help and --version ask for and exits.
 * Fails on an unknown option or a missing argument, with the usage.
 */
int cli_option(int argc, char **argv, const struct cli *);

/*
 * Cuts a list at its commas; `\,' stands for a comma inside an item. Returns
 * items, NUL-terminated beside, and their number, in an array of the caller's
 * that must stay where it is: their bytes are in it. It has room for one more.
 * An empty item fails, naming the flag.
 */
struct slice *cli_list(const char *flag, const char *text, size_t *n);

/* A whole number from min to max, or a failure that names the flag. */
long long cli_number(const char *flag, const char *text, long long min,
    long long max);

#endif
