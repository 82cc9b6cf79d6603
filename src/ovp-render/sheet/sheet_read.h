/* SPDX-License-Identifier: MIT */
/* Reading of a statistics or comparison stream into a sheet. */
#ifndef RENDER_SHEET_READ_H
#define RENDER_SHEET_READ_H

#include "sheet.h"

/*
 * Reads all records. Rows of statistics that differ only in their run become
 * one row of medians; its spread is the median absolute deviation of the
 * averages, in percent of their median. Rows of the finer level are kept
 * separately.
 */
void sheet_read(struct sheet *, struct recin *);

/*
 * Makes an empty sheet with the keys and the carried columns of a stream, for
 * history_read().
 */
void sheet_open(struct sheet *, const struct recin *);

#endif
