/* SPDX-License-Identifier: MIT */
/* The sum of small steps in a history. */
#include <math.h>

#include "head_since.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/origin.h"

static bool
is_whole(const struct sheet *s, const struct aside *a)
{
	return s->nkeys > 0 && slice_eq(a->key[0], SLICE("*"));
}

/* The note with the largest difference, or NULL. */
static const struct aside *
find(const struct sheet *s, size_t bench)
{
	const struct aside *found = NULL;

	for (size_t i = sheet_asides(s, bench);
	     i < s->nasides && s->aside[i].bench == bench; i++) {
		const struct aside *a = &s->aside[i];

		if (!slice_starts(a->name, SLICE("note.since.")) ||
		    !a->pct.known)
			continue;
		if (found == NULL || is_whole(s, a) > is_whole(s, found) ||
		    (is_whole(s, a) == is_whole(s, found) &&
			fabs(a->pct.n.real) > fabs(found->pct.n.real)))
			found = a;
	}
	return found;
}

/* `run 40 (commit 3ee99e5)' */
static void
put_run(struct recout *o, const struct sheet *s, const struct aside *a,
    const struct voice *voice)
{
	bool any = false;

	recout_str(o, "run ");
	put_value(o, a->base_run.n);
	for (size_t i = 0; i < s->ncarried; i++) {
		if (a->base_origin[i].n == 0)
			continue;
		recout_str(o, any ? ", " : " (");
		voice->name(o, s->carried[i]);
		recout_char(o, ' ');
		voice->name(o, origin_short(a->base_origin[i]));
		any = true;
	}
	if (any)
		recout_char(o, ')');
}

void
head_put_since(struct recout *o, const struct head *h,
    const struct voice *voice)
{
	const struct aside *a = find(h->s, h->bench);

	if (a == NULL)
		return;
	recout_str(o,
	    h->change == HEAD_NOTHING ?
		"; within noise of the last runs, but " :
		"; ");
	if (!is_whole(h->s, a) && h->s->nkeys > 0) {
		voice->name(o, a->key[0]);
		recout_str(o, " is ");
	}
	recout_printf(o, "%.1f%% %s ", fabs(a->pct.n.real),
	    a->pct.n.real > 0 ? "above" : "below");
	put_run(o, h->s, a, voice);
}
