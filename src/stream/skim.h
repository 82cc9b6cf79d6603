/* SPDX-License-Identifier: MIT */
/* Recent records, by what is before their value. */
#ifndef OVP_SKIM_H
#define OVP_SKIM_H

#include "base/block.h"
#include "base/slice.h"

enum {
	SKIM_BITS = 9,
	SKIM_PLACES = 1 << SKIM_BITS,
	SKIM_LONGEST = 176, /* longer beginnings are not kept */
	SKIM_SHORTEST = 16, /* nor shorter ones */
	SKIM_WORD = 8,      /* bytes that are hashed at once */
};

struct skim_entry {
	_Alignas(16) char begin[SKIM_LONGEST + 16];
	size_t n, id;
	struct skim_entry *follow; /* of the record after, the last time */
};

/* A zeroed struct is empty. */
struct skim {
	struct skim_entry *entry; /* owned: SKIM_PLACES, or NULL */
	struct skim_entry *last;  /* of the last record, or NULL */
	size_t skip;              /* first bytes, which most records share */
};

/* Returns the slot of a beginning of at least skip + SKIM_WORD bytes. */
static inline struct skim_entry *
skim_at(const struct skim *t, struct slice begin)
{
	const char *p = begin.at + t->skip,
		   *last = begin.at + begin.n - SKIM_WORD;
	uint64_t h = begin.n, word;

	for (; p < last; p += SKIM_WORD) {
		memcpy(&word, p, sizeof(word));
		h = (h + word) * 0x9e3779b97f4a7c15;
	}
	memcpy(&word, last, sizeof(word));
	h = (h + word) * 0x9e3779b97f4a7c15;
	/* Only the highest bits depend on all others. */
	return &t->entry[h >> (64 - SKIM_BITS)];
}

/* Whether the slot is that beginning's. */
static inline bool
skim_is(const struct skim_entry *e, struct slice begin)
{
	return e->n == begin.n && block_all(begin.at, e->begin, begin.n);
}

/* The slot that followed the last record's one the last time, or NULL. */
static inline struct skim_entry *
skim_next(const struct skim *t)
{
	return t->last == NULL ? NULL : t->last->follow;
}

/* Makes a slot that of the last record. */
static inline void
skim_take(struct skim *t, struct skim_entry *e)
{
	if (t->last != NULL)
		t->last->follow = e;
	t->last = e;
}

/*
 * Gives a slot to records that begin like this; `skip' is that of all slots.
 * Does nothing if the beginning is too long or too short.
 */
void skim_keep(struct skim *, struct slice begin, size_t skip, size_t id);

void skim_free(struct skim *);

#endif
