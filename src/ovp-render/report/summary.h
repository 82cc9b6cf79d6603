/* SPDX-License-Identifier: MIT */
/* A few figures of each bench. */
#ifndef RENDER_SUMMARY_H
#define RENDER_SUMMARY_H

#include "report.h"

/* Writes the table of all benches, a row each, in our own layout. */
void summary_table(struct report *);

/* Names what was compared: a line for all benches, or one for each. */
void summary_origins(struct report *);

/* Writes all benches in the reference's layout. */
void summary_compat(struct report *);

#endif
