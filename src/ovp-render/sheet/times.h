/* SPDX-License-Identifier: MIT */
/* Proof times of a bench by group. */
#ifndef RENDER_TIMES_H
#define RENDER_TIMES_H

#include "sheet.h"

/*
 * The next group of a bench that has proof times: moves *from behind it and
 * points cell[i] at its row for s->times[i], or at NULL. Returns one of these
 * rows, or NULL when there is no more before `end'.
 */
const struct row *times_next(const struct sheet *, size_t *from, size_t end,
    const struct row **cell);

/* The group `*', which is the whole bench. */
bool times_is_total(const struct row *);

/* What a report adds to a group that is not in the whole bench, or "". */
const char *times_remark(const struct row *);

/* The time of all proofs run one after the other. */
bool times_is_serial(struct slice metric);

/* `serial', `parallel' or `N provers', N as `put' writes names. */
void times_put_title(struct recout *, struct slice metric,
    void (*put)(struct recout *, struct slice));

/* What is behind the `@' of a metric of N provers; else empty. */
struct slice times_provers(struct slice metric);

#endif
