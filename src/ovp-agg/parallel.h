/* SPDX-License-Identifier: MIT */
/* Parallel times of the proofs of a group. */
#ifndef AGG_PARALLEL_H
#define AGG_PARALLEL_H

#include "domain/version.h"
#include "proofs.h"
#include "stats.h"

/* What proof times are made of; all of it is borrowed. */
struct times {
	struct proofs	*proofs;
	const size_t	*provers;	/* numbers of them, nprovers */
	size_t		 nprovers;
	enum version	 version;	/* of the rules */
};

/* Which times there are: serial, unbounded, then one for each of `provers'. */
enum { SERIAL, UNBOUNDED, BOUNDED };

/*
 * Adds to ms, by UNBOUNDED and BOUNDED, milliseconds until all proofs of a
 * place are done. Since version 2.1, preflight in an app group is serial, as
 * is what the one total of a group holds beside parts of an idx or a segment;
 * the levels of a tree, by label hgt, come one after the other.
 */
void parallel_add(const struct stats *, size_t place, const struct times *,
    struct sum *ms);

#endif
