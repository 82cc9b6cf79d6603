/* SPDX-License-Identifier: MIT */
/* Style and script of a flame graph. */
#ifndef RENDER_FLAME_PAGE_H
#define RENDER_FLAME_PAGE_H

#include "stream/recout.h"

/* The edges of the frames, and their height and letter size, in pixels. */
enum {
	FLAME_WIDTH = 1200,
	FLAME_LEFT = 10,
	FLAME_RIGHT = 1190,
	FLAME_TOP = 76,
	FLAME_ROW = 19,
	FLAME_LETTER = 11,
};

/* Numbers of labels with own colours, shades of a label, steps of growth. */
enum { FLAME_KEYS = 5, FLAME_SHADES = 3, FLAME_STEPS = 5 };

/*
 * Writes a <style>. Classes of frames: `k0' to `k4' by label, with `s0' to `s2'
 * for shades; `all' for the frames above them; `up1' to `up5', `down1' to
 * `down5' and `same' against a baseline.
 */
void flame_put_style(struct recout *);

/*
 * Writes a <script> that adds a search field, zoom by click and the name under
 * the mouse to the graph around it. It needs nothing else; without it the graph
 * is still a complete picture.
 */
void flame_put_script(struct recout *);

/* The hash of the script for a Content-Security-Policy. */
extern const char flame_script_hash[];

#endif
