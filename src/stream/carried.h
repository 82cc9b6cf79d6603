/* SPDX-License-Identifier: MIT */
/* Carried columns of a stream: commit, machine, date. */
#ifndef OVP_CARRIED_H
#define OVP_CARRIED_H

#include "recin.h"

/* In the order of the header. */
struct carried {
	size_t *at; /* owned: positions of n columns */
	size_t n;
};

/*
 * Finds the columns that are neither keys nor columns of any stream, except
 * those of the baseline (`base_commit').
 */
void carried_find(struct carried *, const struct recin *);

void carried_free(struct carried *);

#endif
