/* SPDX-License-Identifier: MIT */
/* What standard output can show. */
#ifndef RENDER_SCREEN_H
#define RENDER_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

struct screen {
	size_t	width;		/* columns; 0: no limit */
	bool	colour;
};

/* When there is colour; COLOUR_AUTO asks the environment. */
enum colour_when { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

/*
 * COLUMNS, else a terminal's own width, else no limit. Colour by itself on a
 * terminal whose TERM is not `dumb'; never with NO_COLOR (no-color.org), always
 * with FORCE_COLOR or CLICOLOR_FORCE, of which NO_COLOR counts first. The
 * latter two count when they are not empty, and not `0'.
 */
struct screen screen_of_stdout(enum colour_when);

#endif
