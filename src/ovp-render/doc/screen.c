/* SPDX-License-Identifier: MIT */
/* Width and colour of standard output. */
#include <sys/ioctl.h>

#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "screen.h"

enum { WIDTH_MAX = 100000 };

static size_t
width(bool terminal)
{
	const char *columns = getenv("COLUMNS"), *wrong;
	struct winsize size;

	if (columns != NULL) {
		long long n = strtonum(columns, 1, WIDTH_MAX, &wrong);

		if (wrong == NULL)
			return (size_t)n;
	}
	if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		return size.ws_col;
	return 0;
}

static bool
is_set(const char *variable)
{
	const char *value = getenv(variable);

	return value != NULL && value[0] != '\0' && strcmp(value, "0") != 0;
}

static bool
has_colour(enum colour_when when, bool terminal)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

	if (when != COLOUR_AUTO)
		return when == COLOUR_ALWAYS;
	if (no != NULL && no[0] != '\0')
		return false;
	if (is_set("FORCE_COLOR") || is_set("CLICOLOR_FORCE"))
		return true;
	return terminal && (term == NULL || strcmp(term, "dumb") != 0);
}

struct screen
screen_of_stdout(enum colour_when when)
{
	bool terminal = isatty(STDOUT_FILENO) == 1;

	return (struct screen){
		.width = width(terminal),
		.colour = has_colour(when, terminal),
	};
}
