/* SPDX-License-Identifier: MIT */
/* A few figures of each bench. */
#ifndef RENDER_SUMMARY_H
#define RENDER_SUMMARY_H

#include "md.h"

/* The table of all benches, a row each, in our own layout. */
void summary_table(struct report *, const struct opts *);

/* All benches, in the reference's layout or our own. */
void summary_compat(struct report *, const struct opts *);
void summary_own(struct report *, const struct opts *);

#endif
