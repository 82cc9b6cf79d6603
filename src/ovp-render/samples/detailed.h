/* SPDX-License-Identifier: MIT */
/* All metrics of all label sets, table by table, in memory. */
#ifndef RENDER_DETAILED_H
#define RENDER_DETAILED_H

#include "cube.h"
#include "heading.h"
#include "ovp-render/doc/cut.h"
#include "ovp-render/format/format.h"
#include "stream/recin.h"

/* The sides of a bench. */
struct detailed_bench {
	bool has[2]; /* by side: any value */
};

/* One set of label keys of one bench. */
struct detailed_table {
	size_t rank;                /* its position */
	size_t group, segment, idx; /* indexes of keys, or NO_KEY */
	bool has[2];                /* by side: any row */
};

#define NO_KEY SIZE_MAX

/* One row of a table. */
struct detailed_row {
	uint32_t row;  /* in the cube */
	uint32_t rank; /* rank of its table */
	double frequency;
};

/* Texts of keys and of values are in the form of tabs.h. */
struct detailed {
	const struct opts *opts;
	struct recout *o;
	struct cut cut;
	struct map benches;           /* in input order */
	struct detailed_bench *bench; /* by index of benches */
	size_t capbench;
	struct map keys; /* of tables, below a bench */
	struct heading_runs runs;
	struct detailed_table *table; /* by index of keys */
	size_t cap;
	struct cube cube;         /* labels' values, below a table */
	bool *has;                /* room for a table's metrics: */
	size_t *metric;           /* see cube_collect() */
	struct detailed_row *row; /* sorted: all in the cube */
	bool compares;            /* there is a baseline */
	bool marks_new;           /* the baseline has the bench */
};

/*
 * Sorts tables by bench in input order, then by keys; rows by group in the
 * order of stages, by segment, idx, descending frequency, then by values.
 */
void detailed_sort(struct detailed *);

/* Writes one table: the rows [from, end). */
void detailed_write(struct detailed *, size_t from, size_t end);

#endif
