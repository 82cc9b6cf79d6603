/* SPDX-License-Identifier: MIT */
/* Rows whose change is that of another row. */
#ifndef RENDER_FOLLOW_H
#define RENDER_FOLLOW_H

#include "sheet.h"

/*
 * Marks the rows that changed because another row of their bench did the same
 * way: parts of a time, the same time in seconds or of all groups, rates of a
 * time, and what counts the same instructions or cells. Rows have been sorted.
 */
void follow_mark(struct sheet *);

#endif
