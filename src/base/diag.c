/* SPDX-License-Identifier: MIT */
/* Messages on standard error, exit on trouble. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "diag.h"
#include "runner.h"
#include "system.h"

enum { MESSAGE_MAX = 2000, STAGE_MAX = 64 };

static const char *stage_name = "ovp";
static void (*fail_hook)(void *, const char *, const char *);
static void *fail_ctx;

void
diag_stage(const char *stage)
{
	stage_name = stage;
}

const char *
diag_stage_name(void)
{
	return stage_name;
}

void
diag_on_fail(void (*hook)(void *, const char *, const char *), void *ctx)
{
	fail_hook = hook;
	fail_ctx = ctx;
}

/* The message on one line of printable bytes; shown holds 4 * MESSAGE_MAX. */
static void
format(char *shown, const char *fmt, va_list ap)
{
	char raw[MESSAGE_MAX];

	vsnprintf(raw, sizeof(raw), fmt, ap);
	system_visible(shown, raw, 4 * MESSAGE_MAX, true);
}

/* Prints a message in which a CI runner finds no command. */
static void
say(const char *shown)
{
	char line[5 * MESSAGE_MAX];
	unsigned state = 0;
	size_t n = 0;

	line[0] = '\0';
	for (; *shown != '\0' && n < sizeof(line) - 2; shown++) {
		if (runner_bracket(&state, *shown))
			line[n++] = '\\';
		line[n++] = *shown;
	}
	fprintf(stderr, "%s: %.*s\n", stage_name, (int)n, line);
}

static noreturn void
leave(const char *stage, const char *message)
{
	void (*hook)(void *, const char *, const char *) = fail_hook;

	/* The hook may fail itself: it is called once. */
	fail_hook = NULL;
	if (hook != NULL)
		hook(fail_ctx, stage, message);
	exit(EXIT_TROUBLE);
}

void
fail(const char *fmt, ...)
{
	char shown[4 * MESSAGE_MAX];
	va_list ap;

	va_start(ap, fmt);
	format(shown, fmt, ap);
	va_end(ap);
	say(shown);
	leave(stage_name, shown);
}

void
fail_as(const char *stage, const char *message)
{
	char name[4 * STAGE_MAX], shown[4 * MESSAGE_MAX];

	/* What is escaped stays as it is. */
	system_visible(name, stage, sizeof(name), false);
	system_visible(shown, message, sizeof(shown), false);
	leave(name, shown);
}

void
warn(const char *fmt, ...)
{
	char shown[4 * MESSAGE_MAX];
	va_list ap;

	va_start(ap, fmt);
	format(shown, fmt, ap);
	va_end(ap);
	say(shown);
}

void
diag_waits(const char *what)
{
	if (isatty(STDIN_FILENO))
		warn("waiting for %s on standard input, which is a terminal: "
		    "name a file, redirect one, or end with ctrl-d", what);
}
