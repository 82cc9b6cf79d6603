/* SPDX-License-Identifier: MIT */
/* Proof times of a bench by group. */
#ifndef RENDER_TIMES_H
#define RENDER_TIMES_H

#include "sheet.h"

/*
 * Finds the next group of a bench that has proof times: moves *from after it
 * and points cell[i] at its row for s->times[i], or at NULL. Returns one of
 * these rows, or NULL if there is no group before `end'.
 */
const struct row *times_next(const struct sheet *, size_t *from, size_t end,
    const struct row **cell);

/* Whether the group is `*', the whole bench. */
bool times_is_total(const struct row *);

/* Returns the remark on a group that is not part of the whole bench, or "". */
const char *times_remark(const struct row *);

/* Whether it is the time of all proofs one after the other. */
bool times_is_serial(struct slice metric);

/* Writes `serial', `parallel' or `N provers', N by `put'. */
void times_put_title(struct recout *, struct slice metric,
    void (*put)(struct recout *, struct slice));

/* Returns the text after the `@' of a metric of N provers, else empty. */
struct slice times_provers(struct slice metric);

#endif
