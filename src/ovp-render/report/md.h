/* SPDX-License-Identifier: MIT */
/* The parts of the report as GitHub's Markdown. */
#ifndef RENDER_MD_H
#define RENDER_MD_H

#include "md_table.h"
#include "ovp-render/sheet/counts.h"

/* All benches as a version of the reference writes them (--compat). */
void md_compat(struct md *, enum version);

/* The table of one bench's proof times; nothing where it has none. */
void md_times(struct md *, size_t from, size_t end);

/* The AIRs of a bench that changed, folded; nothing where none did. */
void md_airs(struct md *, size_t bench);

/* The table of what changed in a bench; nothing where nothing did. */
void md_changes(struct md *, size_t from, size_t end);

/* Whether there is something that makes a bench hard to compare. */
bool md_is_noted(struct md *, size_t bench);

/*
 * What can't be seen, what is hard to compare: a bench's paragraphs. Of several
 * benches, what holds for all, where to look for more.
 */
void md_remarks(struct md *, size_t from, size_t end);
void md_remarks_all(struct md *);

/*
 * The answer: a sentence on each bench, the causes of one alone. Where it
 * stands alone it is one paragraph, of several benches the worst one's.
 */
void md_head(struct md *, bool alone);

/* Runs as sparklines, where they changed: of a bench with enough of them. */
void md_history(struct md *, size_t from, size_t end);

/* The same of a stream of changes, all of it. */
void md_changes_of(struct md *, struct recin *);

/* The name of a bench, as a heading. */
void md_title(struct md *, size_t bench);

/* What made a bench of several change: a list. */
void md_causes(struct md *, size_t from, size_t end);

/* `🔴 **2 regressions, 214 unchanged**', a paragraph. */
void md_verdict(struct md *, const struct counts *);

/* How a report of a comparison begins: answer, verdict, remarks. See md_head. */
void md_begin(struct md *, bool alone);

#endif
