/* SPDX-License-Identifier: MIT */
/* Error messages, warnings and exit. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "diag.h"
#include "runner.h"

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

/*
 * Writes the text with C escapes for all but printable ASCII, cut before the
 * first character that does not fit in size bytes. If slashes is true, doubles
 * backslashes, which makes the text unambiguous.
 */
static void
make_visible(char *to, size_t size, const char *text, bool slashes)
{
	static const char control[] = "\a\b\t\n\v\f\r", letter[] = "abtnvfr";

	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;
		const char *known = strchr(control, c);
		char shown[5] = { '\\', '\\' };
		size_t n = c == '\\' && slashes ? 2 : 1;

		if (known != NULL)
			shown[(n = 2) - 1] = letter[known - control];
		else if (c < ' ' || c > '~')
			n = (size_t)sprintf(shown, "\\%03o", c);
		else
			shown[0] = (char)c;
		if (n >= size)
			break;
		memcpy(to, shown, n);
		to += n;
		size -= n;
	}
	*to = '\0';
}

/* The message on one line of printable bytes; shown holds 4 * MESSAGE_MAX. */
static void
format(char *shown, const char *fmt, va_list ap)
{
	char raw[MESSAGE_MAX];

	vsnprintf(raw, sizeof(raw), fmt, ap);
	make_visible(shown, 4 * MESSAGE_MAX, raw, true);
}

/* Prints a message so that a CI runner finds no command in it. */
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

	/* The hook may itself fail, so it is called only once. */
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

	/* Escapes in the text stay as they are. */
	make_visible(name, sizeof(name), stage, false);
	make_visible(shown, sizeof(shown), message, false);
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
		     "name a file, redirect one, or end with ctrl-d",
		    what);
}
