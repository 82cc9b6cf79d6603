/* SPDX-License-Identifier: MIT */
/* Style and script of a flame graph. */
#ifndef RENDER_FLAME_PAGE_H
#define RENDER_FLAME_PAGE_H

#include "stream/recout.h"

/* The frames' edges, and the height and letters of each, in pixels. */
enum {
	FLAME_WIDTH = 1200,
	FLAME_LEFT = 10,
	FLAME_RIGHT = 1190,
	FLAME_TOP = 76,
	FLAME_ROW = 19,
	FLAME_LETTER = 11,
};

/* Shades of one label's frames, steps of growth. */
enum { FLAME_KEYS = 5, FLAME_SHADES = 3, FLAME_STEPS = 5 };

/*
 * A <style>. Classes of frames: `k0' to `k4' by label with `s0' to `s2' for
 * shades; `all' for what stands above them; `up1' to `up5', `down1' to
 * `down5', `same' against a baseline.
 */
void flame_put_style(struct recout *);

/*
 * A <script> that adds a search field, zoom by click and the name under the
 * mouse to the graph around it. It needs nothing else, and without it the
 * graph is as good as a picture.
 */
void flame_put_script(struct recout *);

/* The hash of the script for a Content-Security-Policy. */
extern const char flame_script_hash[];

#endif
