/* SPDX-License-Identifier: MIT */
/* The parts of the report as a page of HTML. */
#ifndef RENDER_HTML_H
#define RENDER_HTML_H

#include "ovp-render/chart/svg_points.h"
#include "ovp-render/samples/stacks.h"
#include "ovp-render/sheet/air_changes.h"
#include "ovp-render/sheet/airs.h"
#include "ovp-render/sheet/counts.h"
#include "ovp-render/sheet/history.h"
#include "ovp-render/sheet/sheet.h"

/* A page in the making. */
struct html {
	const struct sheet	*s;
	struct recout		*o;
	struct opts		 stacked;	/* what the stacks are of */
	struct svg_points	 points;	/* of --samples, else none */
	struct stacks		 stacks;	/* the same */
	struct airs		 airs;
	size_t			 air_group;	/* the next one to write */
	struct air_changes	 changed_airs;
	size_t			 tables, pictures;	/* so many are written */
	size_t			 points_drawn;		/* of histories */
};

/* The head of the document, with its style; the title stands in between. */
void html_page_open(struct recout *);
void html_page_body(struct recout *);

/* The script, the end. */
void html_page_close(struct recout *);

/* `4 regressions, 214 unchanged', a paragraph in the colour of the worst. */
void html_verdict(struct html *, const struct counts *);

/* What can't be seen, what is hard to compare: a bench's paragraphs. */
void html_remarks(struct html *, size_t from, size_t end);

/* The answer: a sentence on each bench, the causes of one alone. */
void html_head(struct html *);

/* What made a bench of several change: a list. */
void html_causes(struct html *, size_t from, size_t end);

/* All benches with their proof times, when there are several. */
void html_overview(struct html *);

/* The proof times of one bench as figures, then as bars for each group. */
void html_times(struct html *, size_t from, size_t end);

/*
 * The whole bench's time by number of provers, with the number that more do
 * not pay beyond; nothing if its times are of fewer than three numbers.
 */
void html_cost(struct html *, size_t from, size_t end);

/*
 * The runs of a bench that has enough of them as charts, the table of their
 * changes.
 */
void html_history(struct html *, size_t from, size_t end);

/* The same of a stream of changes, as the body of a page: frees them. */
void html_changes_of(struct html *, struct history *, size_t n);

/* The table of what changed in a bench; nothing where nothing did. */
void html_changes(struct html *, size_t from, size_t end);

/* The table of the AIRs that changed in it. */
void html_changed_airs(struct html *, size_t bench);

/* The tables of all its metrics. */
void html_metrics(struct html *, size_t from, size_t end);

/* Reads what the pictures are made of; without a file there are none. */
void html_read_samples(struct html *, const struct opts *);

/* Warns when there was nothing to draw. */
void html_close_samples(struct html *, const struct opts *);

/* GPU memory over time for each run of a bench, its flame graph. */
void html_pictures(struct html *, struct slice bench);

#endif
