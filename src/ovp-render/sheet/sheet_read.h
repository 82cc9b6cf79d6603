/* SPDX-License-Identifier: MIT */
/* Reads a statistics or comparison stream as rows. */
#ifndef RENDER_SHEET_READ_H
#define RENDER_SHEET_READ_H

#include "sheet.h"

/*
 * Reads all records. Rows of statistics that differ in their run alone become
 * one row of medians; its spread is the median distance of the averages from
 * their median, in percent of that. Rows of the finer level stand apart.
 */
void sheet_read(struct sheet *, struct recin *);

/*
 * Makes an empty sheet with the keys and the carried columns of a stream, for
 * history_read().
 */
void sheet_open(struct sheet *, const struct recin *);

#endif
