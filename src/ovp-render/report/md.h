/* SPDX-License-Identifier: MIT */
/* The parts of the report as GitHub's Markdown. */
#ifndef RENDER_MD_H
#define RENDER_MD_H

#include "report.h"

/* All benches as a version of the reference writes them (--compat). */
void md_compat(struct report *, enum version);

/* Runs as sparklines, where they changed: of a bench with enough of them. */
void md_history(struct report *, size_t from, size_t end);

/* The same of a stream of changes, all of it. */
void md_changes_of(struct report *, struct recin *);

/* The name of a bench, as a heading. */
void md_title(struct report *, size_t bench);

/* How a report of a comparison begins: answer, verdict, remarks. See
 * report_head. */
void md_begin(struct report *, bool alone);

#endif
