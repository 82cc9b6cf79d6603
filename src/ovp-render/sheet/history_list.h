/* SPDX-License-Identifier: MIT */
/* The changes of a history as a list. */
#ifndef RENDER_HISTORY_LIST_H
#define RENDER_HISTORY_LIST_H

#include "history.h"

/*
 * Lists the changes of the series: all of proof times, and those of 0.1 % or
 * more of other metrics.
 */
void history_list(struct history *);

#endif
