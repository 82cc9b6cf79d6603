/* SPDX-License-Identifier: MIT */
/* Rows whose change follows from another row. */
#ifndef RENDER_FOLLOW_H
#define RENDER_FOLLOW_H

#include "sheet.h"

/*
 * Marks the rows whose change follows from that of another row of their bench
 * in the same direction: parts of a time, the same time in seconds or of all
 * groups, rates of a time, and counts of the same instructions or cells. Rows
 * must be sorted.
 */
void follow_mark(struct sheet *);

#endif
