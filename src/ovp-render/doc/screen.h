/* SPDX-License-Identifier: MIT */
/* Width and colour of standard output. */
#ifndef RENDER_SCREEN_H
#define RENDER_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

struct screen {
	size_t width; /* columns; 0: no limit */
	bool colour;
};

/* When to use colour; COLOUR_AUTO asks the environment. */
enum colour_when { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

/*
 * Width: COLUMNS, else that of the terminal, else no limit. COLOUR_AUTO means
 * colour on a terminal whose TERM is not `dumb'; none with NO_COLOR
 * (no-color.org), always with FORCE_COLOR or CLICOLOR_FORCE. NO_COLOR wins. The
 * latter two count if they are neither empty nor `0'.
 */
struct screen screen_of_stdout(enum colour_when);

#endif
