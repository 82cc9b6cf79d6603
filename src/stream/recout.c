/* SPDX-License-Identifier: MIT */
/* Writer of complete records, or text, to standard output. */
#include <sys/uio.h>

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/mem.h"
#include "recout.h"

/* Size of writes: a pipe takes them in a few steps, a file in one. */
enum { RECOUT_BLOCK = 128 * 1024 };

/* Writes n pieces, which it changes; returns 0 or an errno. */
static int
write_all(struct iovec *piece, int n)
{
	while (n > 0) {
		ssize_t done = writev(STDOUT_FILENO, piece, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return errno;
		for (; n > 0 && (size_t)done >= piece->iov_len; piece++, n--)
			done -= (ssize_t)piece->iov_len;
		if (n > 0) {
			piece->iov_base = (char *)piece->iov_base + done;
			piece->iov_len -= (size_t)done;
		}
	}
	return 0;
}

/* Ignores write errors here, so as not to hide the first failure. */
static void
on_fail(void *ctx, const char *stage, const char *message)
{
	struct recout *o = ctx;

	o->n = o->whole;
	recout_printf(o, "!error\t%s\t%s\n", stage, message);
	(void)write_all(&(struct iovec){ o->at, o->n }, 1);
}

void
recout_open(struct recout *o)
{
	*o = (struct recout){ 0 };
	o->cap = o->size = RECOUT_BLOCK + RECOUT_BLOCK / 4;
	o->at = mem_alloc(o->size);
	diag_on_fail(on_fail, o);
}

static void
put_pieces(struct iovec *piece, int n)
{
	int error = write_all(piece, n);

	if (error != 0) {
		/* Nothing more can be written, not even an `!error' line. */
		diag_on_fail(NULL, NULL);
		fail("write error: %s", strerror(error));
	}
}

/* Writes out the first n bytes. */
static void
put(struct recout *o, size_t n)
{
	put_pieces(&(struct iovec){ o->at, n }, 1);
	o->n -= n;
	o->whole -= n;
	if (o->n > 0)
		memmove(o->at, o->at + n, o->n);
}

void
recout_hold(struct recout *o)
{
	*o = (struct recout){ .held = true };
	o->cap = o->size = RECOUT_BLOCK;
	o->at = mem_alloc(o->size);
}

void
recout_free(struct recout *o)
{
	free(o->at);
	*o = (struct recout){ 0 };
}

void
recout_take(struct recout *o, struct recout *held)
{
	struct iovec piece[2] = {
		{ o->at, o->whole },
		{ held->at, held->whole - 1 },
	};

	if (held->whole > 0) {
		put_pieces(piece, 2);
		/* As always, the last LF waits. */
		o->at[0] = '\n';
		o->n = o->whole = 1;
		o->early = false;
		o->cap = o->size;
	}
	held->n = held->whole = 0;
}

void
recout_flush(struct recout *o)
{
	put(o, o->whole);
	o->early = true;
	o->cap = o->n;
}

void
recout_flush_cut(struct recout *o)
{
	put(o, o->whole - 1);
}

void
recout_settle(struct recout *o)
{
	recout_mark(o);
	if (o->n >= RECOUT_BLOCK)
		recout_flush_cut(o);
}

char *
recout_more(struct recout *o, size_t n)
{
	/*
	 * The last byte of a block, an LF, waits for the next block: a killed
	 * process leaves a line without LF, which its reader rejects.
	 */
	if (!o->held && o->whole >= (o->early ? 1 : RECOUT_BLOCK / 2)) {
		put(o, o->whole - 1);
		o->early = false;
	}
	while (o->size - o->n < n) {
		o->at = mem_resize(o->at, o->size, 2);
		o->size *= 2;
	}
	/* Each part of the first record, and what follows it, comes here. */
	o->cap = o->early ? o->n + n : o->size;
	return o->at + o->n;
}

void
recout_add(struct recout *o, const void *bytes, size_t n)
{
	char *p = recout_room(o, n);

	if (n > 0)
		memcpy(p, bytes, n);
	o->n += n;
}

void
recout_printf(struct recout *o, const char *fmt, ...)
{
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0)
		fail("a text can't be formatted");
	va_start(ap, fmt);
	vsnprintf(recout_room(o, (size_t)n + 1), (size_t)n + 1, fmt, ap);
	va_end(ap);
	o->n += (size_t)n;
}

void
recout_close(struct recout *o)
{
	recout_mark(o);
	recout_flush(o);
	diag_on_fail(NULL, NULL);
	if (close(STDOUT_FILENO) != 0)
		fail("write error: %s", strerror(errno));
	recout_free(o);
}
