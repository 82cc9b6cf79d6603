/* SPDX-License-Identifier: MIT */
/* A report of a sheet, and its sections. */
#ifndef RENDER_REPORT_H
#define RENDER_REPORT_H

#include "ovp-render/chart/svg_points.h"
#include "ovp-render/doc/doc.h"
#include "ovp-render/samples/stacks.h"
#include "ovp-render/sheet/air_changes.h"
#include "ovp-render/sheet/airs.h"
#include "ovp-render/sheet/counts.h"
#include "ovp-render/sheet/history.h"

/* A short report lists at most so many rows of a kind that did not change. */
enum { REPORT_MOST = 1000 };

struct report {
	struct sheet *s;
	struct recout *o; /* that of doc */
	struct doc doc;
	const struct opts *opts;
	bool brief;               /* leaves out unchanged rows */
	bool changed_only;        /* too many unchanged rows to show */
	bool folded;              /* this text matters least */
	struct air_changes airs;  /* those that changed */
	struct airs parts;        /* AIRs, segments; or empty */
	size_t next_part;         /* the group to write next */
	struct svg_points points; /* from --samples, else none */
	struct stacks stacks;     /* the same, for HTML */
	struct opts stacked;      /* their options */
	size_t pictures;          /* drawn so far */
	size_t points_drawn;      /* drawn in histories */
};

/*
 * Sections of a bench with the rows [from, end). Each writes nothing if it, or
 * its medium, has nothing to report.
 */
void report_origin(struct report *, size_t from, size_t end);
void report_remarks(struct report *, size_t from, size_t end);
void report_history(struct report *, size_t from, size_t end);
void report_times(struct report *, size_t from, size_t end);
void report_cost(struct report *, size_t from, size_t end);
void report_causes(struct report *, size_t from, size_t end);
void report_charts(struct report *, size_t from, size_t end);
void report_changes(struct report *, size_t from, size_t end);
void report_air_changes(struct report *, size_t from, size_t end);
void report_pictures(struct report *, size_t from, size_t end);
void report_metrics(struct report *, size_t from, size_t end);
void report_airs(struct report *, size_t from, size_t end);

/*
 * Writes a sentence on each bench; for a single bench also its causes. alone:
 * the head is the whole report, one paragraph, and of several benches only the
 * worst.
 */
void report_head(struct report *, bool alone);

/* Writes how many rows changed in each direction. */
void report_verdict(struct report *, const struct counts *);

/* Names what no bench can show and the benches that are hard to compare. */
void report_remarks_all(struct report *);

/* Writes all benches, a row each, if there are several. */
void report_overview(struct report *);

/* Reads the histories of a stream of changes, by bench; frees each. */
void report_history_read(struct report *, struct history *, size_t n);

/* Whether anything makes a bench hard to compare. */
bool report_is_noted(struct report *, size_t bench);

/*
 * Names the AIRs with most of the cells in the group of a row, if the sheet has
 * statistics and r->parts are known.
 */
void report_largest(struct report *, const struct row *);

/* Whether it is a comparison of which all metrics were not asked for. */
bool report_is_short(const struct report *);

/* Returns the weight that keeps a row: its own, less in a fold. */
double report_weight(const struct report *, const struct row *);

/*
 * Columns of proof times in a table, and the cells of a row: time[i] has
 * s->times[i], or is NULL.
 */
void report_times_columns(struct report *);
void report_times_cells(struct report *, const struct row *const *time);

/* Returns the worst of the counted verdicts, SAME if nothing changed. */
enum verdict report_worst(const struct counts *);

#endif
