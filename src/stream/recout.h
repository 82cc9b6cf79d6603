/* SPDX-License-Identifier: MIT */
/* Writer of complete records, or text, to standard output. */
#ifndef OVP_RECOUT_H
#define OVP_RECOUT_H

#include "base/block.h"
#include "base/slice.h"

/*
 * A process has one writer on standard output. Bytes go into a buffer and are
 * written only up to the last recout_mark(), so that an unfinished record is
 * never written and the `!error' line of a failure always starts a line. Except
 * for recout_flush(), which is for headers, and recout_close(), written output
 * ends just before an LF: if the process is killed, its last line is cut, and
 * the reader notices. For this the first record is written at once.
 */
struct recout {
	char *at;      /* owned */
	size_t n, cap; /* cap: where recout_more() is asked */
	size_t whole;  /* bytes up to the last mark */
	size_t size;   /* of the buffer */
	bool early;    /* no record is out */
	bool held;     /* nothing is written: see recout_hold() */
};

/*
 * Opens the writer and registers it with diag_on_fail: from here on fail()
 * writes what is whole, then `!error<TAB>STAGE<TAB>MESSAGE'.
 */
void recout_open(struct recout *);

/*
 * Opens a writer that only fills its buffer, whose whole records another one
 * takes with recout_take().
 */
void recout_hold(struct recout *);
void recout_free(struct recout *);

/* Writes the whole records of a held writer, and empties that. */
void recout_take(struct recout *, struct recout *held);

/* Makes room in a full buffer: writes it out, or grows it. */
char *recout_more(struct recout *, size_t n);

/* Makes room for n more bytes and returns their place. The caller adds to n. */
static inline char *
recout_room(struct recout *o, size_t n)
{
	return o->cap - o->n >= n ? o->at + o->n : recout_more(o, n);
}

void recout_add(struct recout *, const void *, size_t);

/* Appends formatted text without escapes. */
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
recout_blanks(struct recout *o, size_t n)
{
	memset(recout_room(o, n), ' ', n);
	o->n += n;
}

static inline void
recout_char(struct recout *o, char c)
{
	*recout_room(o, 1) = c;
	o->n++;
}

/* Appends a field of a record and a tab. */
static inline void
recout_field(struct recout *o, struct slice s)
{
	char *p = recout_room(o, s.n + 1);

	if (s.n > 0)
		memcpy(p, s.at, s.n);
	p[s.n] = '\t';
	o->n += s.n + 1;
}

/* The same for a field followed by 31 readable bytes. */
static inline void
recout_piece(struct recout *o, struct slice s)
{
	char *p = recout_room(o, s.n + 32);

	block_put(p, s.at, s.n)[0] = '\t';
	o->n += s.n + 1;
}

/* Marks the output so far as complete. */
static inline void
recout_mark(struct recout *o)
{
	o->whole = o->n;
}

/*
 * The same for a text that ends with an LF; writes it out if it fills a block.
 * Offsets into the output are invalid after it.
 */
void recout_settle(struct recout *);

/* Ends a record of recout_field()s: turns its last tab into LF. */
static inline void
recout_end(struct recout *o)
{
	o->at[o->n - 1] = '\n';
	o->whole = o->n;
}

/* Writes the complete output so far, or fails with `write error'. */
void recout_flush(struct recout *);

/*
 * The same without the last LF: for a program that writes no record before the
 * end of its input.
 */
void recout_flush_cut(struct recout *);

/*
 * Writes everything and closes standard output; fails if a write failed, as on
 * a full disk. Frees the buffer.
 */
void recout_close(struct recout *);

#endif
