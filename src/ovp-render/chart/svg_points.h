/* SPDX-License-Identifier: MIT */
/* Measurements of GPU memory in order of time. */
#ifndef RENDER_SVG_POINTS_H
#define RENDER_SVG_POINTS_H

#include "base/map.h"
#include "stream/recin.h"

enum svg_series { SVG_CURRENT, SVG_PEAK, SVG_RESERVED, SVG_SERIES };

/* One measurement: the nth value of each metric of one label set. */
struct svg_point {
	double time;              /* ms */
	double value[SVG_SERIES]; /* bytes; NaN: not measured */
	uint32_t set;             /* index of its labels */
	uint32_t next;            /* while reading */
};

/* A set of labels. */
struct svg_set {
	size_t panel, group;
	uint32_t last[SVG_SERIES + 1]; /* while reading */
	uint32_t first;
};

/* The points of a run of a bench are a panel. */
struct svg_points {
	struct map benches;      /* in input order */
	size_t *runs;            /* of each bench: the number of its panels */
	struct map panels;       /* runs, below a bench */
	struct map sets;         /* labels, below a panel */
	struct map groups;       /* below a panel */
	struct svg_set *set;     /* by index of sets */
	struct svg_point *point; /* sorted: panel, time */
	size_t n, runs_cap, set_cap, cap;
};

/*
 * Reads all records. Metrics with equal label sets belong together; if a set
 * occurs several times, its nth time goes with the nth value of each. Values
 * without a time are left out with a warning.
 */
void svg_points_read(struct svg_points *, struct recin *);

void svg_points_free(struct svg_points *);

/* Finds the bench's points [from, end); both are equal if it has none. */
void svg_points_bench(const struct svg_points *, struct slice bench,
    size_t *from, size_t *end);

/* Returns the end of the panel that begins at `from'. */
size_t svg_points_end(const struct svg_points *, size_t from);

/* Returns the group of a point's labels; valid as long as the points. */
struct slice svg_points_group(const struct svg_points *,
    const struct svg_point *);

#endif
