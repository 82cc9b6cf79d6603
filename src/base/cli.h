/* SPDX-License-Identifier: MIT */
/* Command line parsing that all programs share. */
#ifndef OVP_CLI_H
#define OVP_CLI_H

#include <getopt.h>
#include <stdnoreturn.h>

#include "slice.h"

/* Options of one program, made by src/options from share/options.tsv. */
struct cli {
	const char *letters; /* for getopt_long(3) */
	const struct option *names;
	const char *usage; /* lines; `usage: ' first */
	const char *help;  /* what --help adds */
};

/*
 * Returns the next option: its letter, else its OPT_ code, or -1 at the first
 * operand. Handles --help and --version itself and exits. Fails with the usage
 * on an unknown option or a missing argument.
 */
int cli_option(int argc, char **argv, const struct cli *);

/*
 * Splits a list at its commas; `\,' is a comma in an item. Returns an array of
 * items, each NUL-terminated, and sets *n. The caller owns the array, which
 * also holds their bytes, so it must not move; it has room for one more item.
 * Fails, naming the flag, on an empty item.
 */
struct slice *cli_list(const char *flag, const char *text, size_t *n);

/* Parses a whole number from min to max; fails, naming the flag. */
long long cli_number(const char *flag, const char *text, long long min,
    long long max);

#endif
