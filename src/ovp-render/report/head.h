/* SPDX-License-Identifier: MIT */
/* The answer of a comparison: the size and causes of a change, in sentences. */
#ifndef RENDER_HEAD_H
#define RENDER_HEAD_H

#include "cause.h"
#include "ovp-render/doc/doc.h"
#include "ovp-render/sheet/air_changes.h"

/* The number of causes that are listed. */
enum { HEAD_CAUSES = 3 };

/* The number of AIRs that are named for one cause. */
enum { HEAD_AIRS = 3 };

/* The kind of change of a bench. */
enum head_change {
	HEAD_NOTHING, /* no change beyond noise */
	HEAD_SLOWER,
	HEAD_FASTER,
	HEAD_WORK, /* causes, but no time is known */
	HEAD_NEW,
	HEAD_GONE,
};

/* A bench's answer; all pointers are borrowed, most of them from the sheet. */
struct head {
	const struct sheet *s;
	const struct air_changes *airs;
	size_t from, end; /* of its rows */
	size_t bench;
	enum head_change change;
	bool timed;       /* ms are known */
	double base, now; /* proof time, ms */
	double rest;      /* ms without a known cause */
	double more;      /* ms of nmore other causes */
	size_t nmore;
	const struct row *total; /* its proof time, or NULL */
	const struct row *most;  /* the row that changed most */
	size_t nchanged;         /* rows that changed */
	bool noise;              /* no time surely changed */
	struct head_cause {      /* the largest first */
		const struct aside *of;
		enum cause_kind kind;
		double ms;
		/* AIRs of the same group are one cause. */
		const struct aside *air[HEAD_AIRS];
		size_t nairs;
	} cause[HEAD_CAUSES];
	size_t ncauses;
};

/*
 * Finds the answer for the bench of the rows [from, end), which are sorted. For
 * a bench of one side only that is its change alone.
 */
void head_of(struct head *, const struct sheet *, const struct air_changes *,
    size_t from, size_t end);

/* Writes a sentence with the largest cause: `keccak is 1.82 s (3.1%) ...' */
void head_put(struct recout *, const struct head *, const struct voice *);

/*
 * Writes `+1.35 s: ...', the effect of the ith of several causes. After the
 * last cause follows the effect of the causes that are not listed, and then, or
 * after a single cause, the effect without a cause. Returns false when there is
 * no more.
 */
bool head_put_cause(struct recout *, const struct head *, size_t i,
    const struct voice *);

/*
 * Returns the answers for all benches, worst first: by the seconds that they
 * are slower, then those without a change. The caller frees them; *n is their
 * number.
 */
struct head *head_all(const struct sheet *, const struct air_changes *,
    size_t *n);

/* Writes `3 benchmarks: 1 slower, 2 as before; together ...', for n > 1. */
void head_put_overall(struct recout *, const struct head *, size_t n);

#endif
