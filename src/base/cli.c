/* SPDX-License-Identifier: MIT */
/* Command line parsing that all programs share. */
#include <stdio.h>
#include <stdlib.h>

#include "cli.h"
#include "diag.h"
#include "mem.h"

static noreturn void
print_and_exit(void)
{
	/* A C library that writes line by line may have failed before this. */
	if (ferror(stdout) || fflush(stdout) != 0 || fclose(stdout) != 0)
		fail("write error on standard output");
	exit(EXIT_SUCCESS);
}

static noreturn void
print_help(const struct cli *cli)
{
	printf("%s%s", cli->usage, cli->help);
	print_and_exit();
}

static noreturn void
print_version(void)
{
	printf("%s %s\n", diag_stage_name(), OVP_VERSION);
	print_and_exit();
}

static noreturn void
bad_option(int argc, char **argv, int c, const struct cli *cli)
{
	const char *word = optind > 0 && optind <= argc ? argv[optind - 1] : "";
	size_t n = strcspn(cli->usage, "\n");

	/* The argument is missing after the last word. */
	if (c == ':')
		fail("option '%s' needs an argument; %.*s", argv[argc - 1],
		    (int)n, cli->usage);
	if (optopt != 0 && strncmp(word, "--", 2) != 0)
		fail("unknown option '-%c'; %.*s", optopt, (int)n, cli->usage);
	fail("unknown option '%s'; %.*s", word, (int)n, cli->usage);
}

int
cli_option(int argc, char **argv, const struct cli *cli)
{
	int c;

	opterr = 0;
	c = getopt_long(argc, argv, cli->letters, cli->names, NULL);
	if (c == 'h')
		print_help(cli);
	if (c == 'V')
		print_version();
	if (c == '?' || c == ':')
		bad_option(argc, argv, c, cli);
	return c;
}

/* Removes the escapes of commas from an item, in place. */
static struct slice
item(char *at, size_t n)
{
	size_t to = 0;

	for (size_t i = 0; i < n; i++) {
		if (at[i] == '\\' && i + 1 < n && at[i + 1] == ',')
			i++;
		at[to++] = at[i];
	}
	at[to] = '\0';
	return (struct slice){ at, to };
}

struct slice *
cli_list(const char *flag, const char *text, size_t *n)
{
	size_t len = strlen(text), from = 0, most = 2;
	struct slice *list;
	char *copy;

	for (size_t i = 0; i < len; i++)
		most += text[i] == ',';
	list = mem_alloc(most * sizeof(*list) + len + 1);
	copy = (char *)(list + most);
	memcpy(copy, text, len + 1);
	*n = 0;
	for (size_t i = 0; i <= len; i++) {
		if (i < len && copy[i] == '\\' && copy[i + 1] == ',') {
			i++;
			continue;
		}
		if (i < len && copy[i] != ',')
			continue;
		if (i == from)
			fail("%s: '%s' has an empty item", flag, text);
		list[(*n)++] = item(copy + from, i - from);
		from = i + 1;
	}
	return list;
}

long long
cli_number(const char *flag, const char *text, long long min, long long max)
{
	const char *wrong;
	long long n = strtonum(text, min, max, &wrong);

	if (wrong != NULL)
		fail("%s: '%s' is %s (expected a whole number from %lld to "
		     "%lld)",
		    flag, text, wrong, min, max);
	return n;
}
