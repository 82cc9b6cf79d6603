/* SPDX-License-Identifier: MIT */
/* A report, written by its parts in any medium. */
#ifndef RENDER_DOC_H
#define RENDER_DOC_H

#include <math.h>

#include "cut.h"
#include "doc_table.h"
#include "domain/verdict.h"
#include "ovp-render/format/format.h"
#include "screen.h"
#include "stream/recout.h"

/* How a sentence writes names, which are fields of a stream. */
struct voice {
	void (*name)(struct recout *, struct slice);
	void (*metric)(struct recout *, struct slice);
};

/* The purpose of a sentence. */
enum doc_tone {
	DOC_PLAIN,
	DOC_NOTE,    /* stands out */
	DOC_WARNING, /* the same, for a problem */
	DOC_ANSWER,  /* with a verdict */
	DOC_OUTCOME, /* counts of verdicts, with the worst of them */
	DOC_SMALL,   /* belongs to the text above */
};

/* The weight of a sentence that is kept with the text around it. */
#define DOC_WITHIN (-HUGE_VAL)

/*
 * A report is written by calls for its parts, in order, and by recout_
 * functions and the voice for the text in between. A medium leaves out parts
 * that it has no form for. The cut_ functions and weights (cut.h) say what
 * Markdown may leave out to keep within its bytes; in other media the cut has
 * no limit.
 */
struct doc {
	const struct doc_writer *w;
	struct recout *o;
	struct screen screen; /* for text */
	struct cut cut;       /* for Markdown */
	size_t tables;        /* for HTML: number so far */

	/* For the writers: */
	enum doc_tone tone; /* of the open sentence */
	enum verdict verdict;
	bool item;           /* it is an item of a list */
	size_t rest;         /* offset of doc_rest(), or 0 */
	size_t items;        /* of the open list */
	size_t before, text; /* offsets: it, its words */
	unsigned media;      /* of the open heading */
	unsigned folds;      /* of the open fold */
	int level;
	struct doc_table table; /* the open one */
};

/*
 * Writers: a terminal, GitHub's Markdown, an HTML page; for tables only, CSV,
 * which escapes formulas of spreadsheets or is raw (see escape_csv()).
 */
extern const struct doc_writer doc_text, doc_md, doc_html;
extern const struct doc_writer doc_csv, doc_csv_raw;

/* Returns a document with the writer of the options' format. */
struct doc doc_make(struct recout *, const struct opts *);

enum doc_medium doc_medium(const struct doc *);
const struct voice *doc_voice(const struct doc *);

/*
 * Begins a sentence, as a paragraph of its own or as an item of the open list.
 * All that is written up to doc_end() is the sentence; if that is nothing,
 * doc_end() leaves nothing and returns false. weight: see cut_row().
 */
void doc_begin(struct doc *, enum doc_tone, enum verdict);
void doc_item(struct doc *, enum doc_tone, enum verdict);
bool doc_end(struct doc *, double weight);

/* The rest of a DOC_OUTCOME, which matters less. */
void doc_rest(struct doc *);

/* A list; written only if it has an item. */
void doc_list(struct doc *);
void doc_list_end(struct doc *);

/* Removes an empty line at the end, as tables leave it. */
void doc_trim(struct doc *);

/* Ends a group of sentences: an empty line in text. */
void doc_break(struct doc *);

/* Writes the mark of a verdict within a sentence. */
void doc_mark(struct doc *, enum verdict);

/* Words that stand out. */
void doc_strong(struct doc *, const char *);

/* Words that a reader would type: an option, a command. */
void doc_code(struct doc *, const char *);

/* A name in cells and headings; a key that is empty, as `(no group)'. */
void doc_key(struct doc *, struct slice field, struct slice key);

/*
 * A heading of level 3 or 4 in some of the media, with a section below it up to
 * doc_section_end().
 */
void doc_heading(struct doc *, unsigned media, int level);
void doc_heading_end(struct doc *);
void doc_section_end(struct doc *);

/* The name of a bench, or words for an empty one. */
void doc_bench_name(struct doc *, struct slice name);

/* The heading of the nth bench; its section ends at doc_section_end(). */
void doc_bench(struct doc *, size_t n, struct slice name);

/*
 * A fold in some of the media, closed at first; the caller writes its summary
 * before doc_fold_body(). Folds may be nested if all are for the same media.
 */
void doc_fold(struct doc *, unsigned media);
void doc_fold_body(struct doc *);
void doc_fold_end(struct doc *);

#endif
