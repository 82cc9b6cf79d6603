/* SPDX-License-Identifier: MIT */
/* The changes of a history as a list. */
#ifndef RENDER_HISTORY_LIST_H
#define RENDER_HISTORY_LIST_H

#include "history.h"

/* Lists the changes of the series: those of proof times, and of other metrics
 * those of 0.1 % or more. */
void history_list(struct history *);

#endif
