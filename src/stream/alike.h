/* SPDX-License-Identifier: MIT */
/* Recent records, by what is before their value. */
#ifndef OVP_ALIKE_H
#define OVP_ALIKE_H

#include "base/block.h"
#include "base/slice.h"

enum {
	ALIKE_BITS = 11,
	ALIKE_PLACES = 1 << ALIKE_BITS,
	ALIKE_LONGEST = 176, /* longer beginnings are not kept */
	ALIKE_SHORTEST = 16, /* nor shorter ones */
	ALIKE_WORD = 8,      /* bytes that are hashed at once */
};

struct alike_entry {
	_Alignas(16) char begin[ALIKE_LONGEST + 16];
	size_t n, id;
	struct alike_entry *follow; /* of the record after, the last time */
};

/* A zeroed struct is empty. */
struct alike {
	/* owned: ALIKE_PLACES, of which the first `used' hold one; or NULL */
	struct alike_entry *entry;
	size_t used;
	struct alike_entry *slot[ALIKE_PLACES]; /* by hash; may be NULL */
	struct alike_entry *last; /* of the last record, or NULL */
	size_t skip;              /* first bytes, which most records share */
};

/* Returns the slot of a beginning of at least skip + ALIKE_WORD bytes. */
static inline size_t
alike_slot(const struct alike *t, struct slice begin)
{
	const char *p = begin.at + t->skip,
		   *last = begin.at + begin.n - ALIKE_WORD;
	uint64_t h = begin.n, word;

	for (; p < last; p += ALIKE_WORD) {
		memcpy(&word, p, sizeof(word));
		h = (h + word) * 0x9e3779b97f4a7c15;
	}
	memcpy(&word, last, sizeof(word));
	h = (h + word) * 0x9e3779b97f4a7c15;
	/* Only the highest bits depend on all others. */
	return h >> (64 - ALIKE_BITS);
}

/* Returns the entry of that beginning, or NULL. */
static inline struct alike_entry *
alike_find(const struct alike *t, struct slice begin)
{
	struct alike_entry *e = t->slot[alike_slot(t, begin)];

	return e != NULL && e->n == begin.n &&
		block_same_long(begin.at, e->begin, begin.n) ?
	    e :
	    NULL;
}

/* The entry that followed the last record's one the last time, or NULL. */
static inline struct alike_entry *
alike_next(const struct alike *t)
{
	return t->last == NULL ? NULL : t->last->follow;
}

/* Makes an entry that of the last record. */
static inline void
alike_take(struct alike *t, struct alike_entry *e)
{
	if (t->last != NULL)
		t->last->follow = e;
	t->last = e;
}

/* The end of a line and the two tabs before it, which may be NULL. */
struct alike_end {
	const char *value, *labels, *lf;
};

/* The last byte of a block that a mask names; the mask is not 0. */
static inline const char *
last_of(const char *block, uint64_t mask)
{
	return block + 63 - __builtin_clzll(mask);
}

/* Searches from `at' on; there is an LF, and 63 bytes after it are readable. */
static inline struct alike_end
alike_find_end(const char *at)
{
	struct alike_end e = { NULL, NULL, NULL };

	for (; e.lf == NULL; at += 64) {
		uint64_t tabs = block_mask(at, '\t', '\t');
		uint64_t lfs = block_mask(at, '\n', '\n');

		if (lfs != 0) {
			e.lf = at + __builtin_ctzll(lfs);
			tabs &= (lfs & -lfs) - 1;
		}
		if (tabs == 0)
			continue;
		e.value = e.labels;
		e.labels = last_of(at, tabs);
		tabs ^= (uint64_t)1 << (e.labels - at);
		if (tabs != 0)
			e.value = last_of(at, tabs);
	}
	return e;
}

/*
 * Whether `left' bytes begin with a record like an entry's, whose value is of
 * digits; sets its end. The entry may be NULL.
 */
static inline bool
alike_begins(const struct alike_entry *e, const char *at, size_t left,
    struct alike_end *end)
{
	if (e == NULL || left <= e->n || !block_same_long(at, e->begin, e->n))
		return false;
	end->value = at + e->n - 1;
	end->labels = at + e->n + block_no_digit(at + e->n);
	if (*end->labels != '\t')
		return false;
	end->lf = block_find(end->labels + 1, '\t', '\n');
	return *end->lf == '\n';
}

/*
 * Makes an entry for records that begin like this; `skip' is that of all.
 * Does nothing if the beginning is too long or too short.
 */
void alike_keep(struct alike *, struct slice begin, size_t skip, size_t id);

void alike_free(struct alike *);

#endif
