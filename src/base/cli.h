/* SPDX-License-Identifier: MIT */
/* What the command lines of all programs share. */
#ifndef OVP_CLI_H
#define OVP_CLI_H

#include <stdnoreturn.h>

#include "slice.h"

/* Print on standard output, exit 0 (2 when it can't be written). */
noreturn void cli_help(const char *usage);
noreturn void cli_version(void);

/*
 * After getopt_long(3) returned '?' or ':' with opterr 0: names the option,
 * adds the usage, exits 2.
 */
noreturn void cli_bad_option(int argc, char **argv, int c, const char *usage);

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
