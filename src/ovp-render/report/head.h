/* SPDX-License-Identifier: MIT */
/* What a comparison answers, as sentences: how much, and because of what. */
#ifndef RENDER_HEAD_H
#define RENDER_HEAD_H

#include "ovp-render/sheet/air_changes.h"
#include "remarks.h"

/* So many causes are listed. */
enum { HEAD_CAUSES = 3 };

/* So many AIRs are named for one of them. */
enum { HEAD_AIRS = 3 };

/* What became of a bench. */
enum head_change {
	HEAD_NOTHING,		/* nothing that is more than noise */
	HEAD_SLOWER, HEAD_FASTER,
	HEAD_WORK,		/* causes, where no time is known */
	HEAD_NEW, HEAD_GONE,
};

/* A bench's answer. */
struct head {
	const struct sheet	*s;
	const struct air_changes *airs;
	size_t			 from, end;	/* its rows */
	size_t			 bench;
	enum head_change	 change;
	bool			 timed;		/* ms are known */
	double			 base, now;	/* proof time, ms */
	double			 rest;		/* ms that no cause explains */
	double			 more;		/* ms of nmore other causes */
	size_t			 nmore;
	const struct row	*total;		/* its proof time, or NULL */
	const struct row	*most;		/* the row that changed most */
	size_t			 nchanged;	/* rows that changed */
	bool			 noise;		/* no time moved for sure */
	struct head_cause {		/* the largest first */
		const struct aside	*of;
		double			 ms;
		/* AIRs of the same group are one cause. */
		const struct aside	*air[HEAD_AIRS];
		size_t			 nairs;
	}			 cause[HEAD_CAUSES];
	size_t			 ncauses;
};

/* The answer on the bench of the rows [from, end), which have been sorted. */
void head_of(struct head *, const struct sheet *, const struct air_changes *,
    size_t from, size_t end);

/* `keccak is 1.82 s (3.1%) slower: ...' */
void head_put(struct recout *, const struct head *, const struct voice *);

/*
 * `+1.35 s: ...': what the ith of several causes did; behind the last one, what
 * those did that are not listed; behind that, or behind a single cause, what
 * none does. False when there is no more.
 */
bool head_put_cause(struct recout *, const struct head *, size_t i,
    const struct voice *);

/*
 * The answers on all benches, worst first: the seconds that they are slower,
 * then what did not change. The caller frees them; *n of them.
 */
struct head *head_all(const struct sheet *, const struct air_changes *,
    size_t *n);

/* `3 benchmarks: 1 slower, 2 without a change ...', of n > 1. */
void head_put_overall(struct recout *, const struct head *, size_t n);

#endif
