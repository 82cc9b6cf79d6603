/* SPDX-License-Identifier: MIT */
/* Growable buffer. A zeroed struct is empty. */
#ifndef OVP_BUF_H
#define OVP_BUF_H

#include "slice.h"

struct buf {
	char *at; /* owned; not NUL-terminated */
	size_t n, cap;
};

void buf_free(struct buf *);

/* Makes room for n more bytes and returns their place. The caller adds to n. */
char *buf_room(struct buf *, size_t n);

void buf_add(struct buf *, const void *, size_t);
void buf_printf(struct buf *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

static inline void
buf_char(struct buf *b, char c)
{
	*buf_room(b, 1) = c;
	b->n++;
}

static inline void
buf_slice(struct buf *b, struct slice s)
{
	buf_add(b, s.at, s.n);
}

static inline void
buf_str(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

/* Returns the bytes, valid until the buffer changes. */
static inline struct slice
buf_bytes(const struct buf *b)
{
	return (struct slice){ b->at, b->n };
}

#endif
