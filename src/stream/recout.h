/* SPDX-License-Identifier: MIT */
/* Writing records (or any text) to standard output, whole ones only. */
#ifndef OVP_RECOUT_H
#define OVP_RECOUT_H

#include "base/block.h"
#include "base/slice.h"

/*
 * One writer a process, on standard output. Bytes go into a buffer, and out of
 * it only up to the last recout_mark(): a record that is not finished is never
 * written, so that the `!error' line of a failure always starts a line. But
 * for recout_flush(), which is for headers, and for recout_close(), what is
 * out ends just before an LF: a process that is killed leaves a cut line, and
 * the reader notices. So that it does from the first record on, that one does
 * not wait for others.
 */
struct recout {
	char	*at;		/* owned */
	size_t	 n, cap;	/* cap: where recout_more() is asked */
	size_t	 whole;		/* bytes up to the last mark */
	size_t	 size;		/* of the buffer */
	bool	 early;		/* no record is out */
};

/*
 * Opens the writer and registers it with diag_on_fail: from here on fail()
 * writes what is whole, then `!error<TAB>STAGE<TAB>MESSAGE'.
 */
void recout_open(struct recout *);

/* recout_room() of a buffer filled up to cap: writes out, or grows. */
char *recout_more(struct recout *, size_t n);

/* Room for n more bytes; returns where they go. The caller then adds to n. */
static inline char *
recout_room(struct recout *o, size_t n)
{
	return o->cap - o->n >= n ? o->at + o->n : recout_more(o, n);
}

void recout_add(struct recout *, const void *, size_t);

/* Text by printf. The format is the caller's; it adds no escape. */
void recout_printf(struct recout *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

static inline void
recout_slice(struct recout *o, struct slice s)
{
	recout_add(o, s.at, s.n);
}

static inline void
recout_str(struct recout *o, const char *s)
{
	recout_add(o, s, strlen(s));
}

static inline void
recout_char(struct recout *o, char c)
{
	*recout_room(o, 1) = c;
	o->n++;
}

/* One field of a record, with the tab behind it. */
static inline void
recout_field(struct recout *o, struct slice s)
{
	char *p = recout_room(o, s.n + 1);

	if (s.n > 0)
		memcpy(p, s.at, s.n);
	p[s.n] = '\t';
	o->n += s.n + 1;
}

/* The same for bytes behind which 31 more can be read. */
static inline void
recout_piece(struct recout *o, struct slice s)
{
	char *p = recout_room(o, s.n + 32);

	block_put(p, s.at, s.n)[0] = '\t';
	o->n += s.n + 1;
}

/* What is written so far is whole: it may go out. */
static inline void
recout_mark(struct recout *o)
{
	o->whole = o->n;
}

/* Ends a record made of recout_field()s: its last tab becomes LF. */
static inline void
recout_end(struct recout *o)
{
	o->at[o->n - 1] = '\n';
	o->whole = o->n;
}

/* Writes out what is whole now. Fails with `write error' when it can't. */
void recout_flush(struct recout *);

/*
 * The same, but for the last LF: for a stage that writes no record before its
 * input ends, and is killed before that if at all.
 */
void recout_flush_cut(struct recout *);

/*
 * Writes everything, closes standard output, and fails when any of it did not
 * arrive (a full disk shows up here). Frees the buffer.
 */
void recout_close(struct recout *);

#endif
