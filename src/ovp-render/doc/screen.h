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

/*
 * COLUMNS, else a terminal's own width, else no limit. Colour on a terminal
 * unless NO_COLOR is set (no-color.org) or TERM is `dumb'.
 */
struct screen screen_of_stdout(void);

#endif
