/* SPDX-License-Identifier: MIT */
/* A report in the making: what it is made of, whatever it is written as. */
#ifndef RENDER_DOC_H
#define RENDER_DOC_H

#include <math.h>

#include "cut.h"
#include "doc_table.h"
#include "domain/verdict.h"
#include "ovp-render/format/format.h"
#include "screen.h"
#include "stream/recout.h"

/* How names are written within a sentence: fields of a stream. */
struct voice {
	void	(*name)(struct recout *, struct slice);
	void	(*metric)(struct recout *, struct slice);
};

/* What a sentence is to its reader. */
enum doc_tone {
	DOC_PLAIN,
	DOC_NOTE,		/* to be seen */
	DOC_WARNING,		/* the same, of something that is wrong */
	DOC_ANSWER,		/* with a verdict */
	DOC_OUTCOME,		/* counts of verdicts, and the worst of them */
	DOC_SMALL,		/* goes with what is above */
};

/* The weight of a sentence that goes with what is around it. */
#define DOC_WITHIN	(-HUGE_VAL)

/*
 * Parts of a report are written by calls, in order; text in between by
 * recout_ functions and the voice. All of them are open to the medium's
 * reader: what a medium has no form for is left out. What Markdown may leave
 * out to keep within its bytes, the cut_ functions and weights say (cut.h); of
 * other media the cut has no limit.
 */
struct doc {
	const struct doc_writer	*w;
	struct recout		*o;
	struct screen		 screen;	/* of text */
	struct cut		 cut;		/* of Markdown */
	size_t			 tables;	/* of HTML, so far */

	/* For the writers: */
	enum doc_tone		 tone;		/* of the open sentence */
	enum verdict		 verdict;
	bool			 item;		/* it is one of a list */
	size_t			 rest;		/* where doc_rest() was, or 0 */
	size_t			 items;		/* of the open list */
	size_t			 before, text;	/* where it, its words begin */
	unsigned		 media;		/* of the open heading */
	unsigned		 folds;		/* of the open fold */
	int			 level;
	struct doc_table	 table;		/* the open one */
};

/*
 * Writers: a terminal, GitHub's Markdown, a page of HTML; of tables alone CSV,
 * which escapes what a spreadsheet would run, or is raw (see escape_csv()).
 */
extern const struct doc_writer doc_text, doc_md, doc_html;
extern const struct doc_writer doc_csv, doc_csv_raw;

/* A document of a format's writer, with what the options ask of it. */
struct doc doc_make(struct recout *, const struct opts *);

enum doc_medium doc_medium(const struct doc *);
const struct voice *doc_voice(const struct doc *);

/*
 * Begins a sentence, a paragraph of its own or an item of the open list. What
 * is written up to doc_end() is the sentence; doc_end() returns false, and
 * nothing is left, if that was nothing. weight: see cut_row().
 */
void doc_begin(struct doc *, enum doc_tone, enum verdict);
void doc_item(struct doc *, enum doc_tone, enum verdict);
bool doc_end(struct doc *, double weight);

/* What is behind it in a DOC_OUTCOME matters less. */
void doc_rest(struct doc *);

/* A list; without an item it is none. */
void doc_list(struct doc *);
void doc_list_end(struct doc *);

/* An empty line at the end, which tables leave, need not be. */
void doc_trim(struct doc *);

/* Ends sentences that belong together: an empty line of text. */
void doc_break(struct doc *);

/* What a verdict is marked by, within a sentence. */
void doc_mark(struct doc *, enum verdict);

/* Words that stand out. */
void doc_strong(struct doc *, const char *);

/* Words that a reader would type: an option, a command. */
void doc_code(struct doc *, const char *);

/* A name in cells and headings; of a key, `(no group)' where it is empty. */
void doc_key(struct doc *, struct slice field, struct slice key);

/*
 * A heading of level 3 or 4 in some of the media, with a section below it that
 * doc_section_end() ends.
 */
void doc_heading(struct doc *, unsigned media, int level);
void doc_heading_end(struct doc *);
void doc_section_end(struct doc *);

/* The name of a bench, or that it has none. */
void doc_bench_name(struct doc *, struct slice name);

/* The heading of a bench, the nth. doc_section_end() ends its section. */
void doc_bench(struct doc *, size_t n, struct slice name);

/*
 * In some of the media folded until the reader unfolds it; its summary is
 * written in between. Folds may stand within each other if all are of the same
 * media.
 */
void doc_fold(struct doc *, unsigned media);
void doc_fold_body(struct doc *);
void doc_fold_end(struct doc *);

#endif
