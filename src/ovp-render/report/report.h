/* SPDX-License-Identifier: MIT */
/* A report of a sheet, and the sections that it is made of. */
#ifndef RENDER_REPORT_H
#define RENDER_REPORT_H

#include "ovp-render/chart/svg_points.h"
#include "ovp-render/doc/doc.h"
#include "ovp-render/samples/stacks.h"
#include "ovp-render/sheet/air_changes.h"
#include "ovp-render/sheet/airs.h"
#include "ovp-render/sheet/counts.h"
#include "ovp-render/sheet/history.h"

struct report {
	struct sheet		*s;
	struct recout		*o;		/* that of the doc */
	struct doc		 doc;
	const struct opts	*opts;
	bool			 brief;		/* what is as it was is left out */
	bool			 few;		/* rows are shown: see report_metrics() */
	bool			 folded;	/* what is written matters least */
	struct air_changes	 airs;		/* those that changed */
	struct airs		 parts;		/* of statistics: all AIRs, segments */
	size_t			 next_part;	/* the group to write next */
	struct svg_points	 points;	/* of --samples, else none */
	struct stacks		 stacks;	/* of HTML: the same */
	struct opts		 stacked;	/* what these are of */
	size_t			 pictures;	/* so many are drawn */
	size_t			 points_drawn;	/* of histories */
};

/*
 * Sections of a bench, whose rows are [from, end): each writes nothing where
 * it, or its medium, has nothing to tell.
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
 * The answer: a sentence on each bench, the causes of one alone. Where it
 * stands alone it is one paragraph, of several benches the worst one's.
 */
void report_head(struct report *, bool alone);

/* How many rows changed which way. */
void report_verdict(struct report *, const struct counts *);

/* What can't be seen in any bench, which ones are hard to compare. */
void report_remarks_all(struct report *);

/* All benches, a row each, where there are several. */
void report_overview(struct report *);

/* The histories of a stream of changes, by bench: frees each. */
void report_history_read(struct report *, struct history *, size_t n);

/* Whether there is something that makes a bench hard to compare. */
bool report_is_noted(struct report *, size_t bench);

/*
 * What most of the cells are of in the group of a row, if the sheet is of
 * statistics and r->parts known.
 */
void report_largest(struct report *, const struct row *);

/* What a row is kept for: its weight, less in a fold. */
double report_weight(const struct report *, const struct row *);

/*
 * Columns of proof times in a table, and the cells of a row, of which time[i]
 * has s->times[i], or is NULL.
 */
void report_times_columns(struct report *);
void report_times_cells(struct report *, const struct row *const *time);

/* The worst of what counts are of, SAME where nothing changed. */
enum verdict report_worst(const struct counts *);

#endif
