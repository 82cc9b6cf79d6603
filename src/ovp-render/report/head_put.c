/* SPDX-License-Identifier: MIT */
/* The answer for a bench as a sentence. */
#include <math.h>

#include "clause.h"
#include "head_place.h"
#include "head_since.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/origin.h"
#include "quantity.h"
#include "remarks.h"

static void
put_bench(struct recout *o, const struct head *h, const struct voice *voice)
{
	struct slice name = h->s->benches.key[h->bench].bytes;

	if (name.n > 0)
		voice->name(o, name);
	else
		recout_str(o, "(no name)");
}

/* `1.82 s (3.1%, interval +1.1% to +5.0%) slower, within noise' */
static void
put_change(struct recout *o, const struct head *h)
{
	const struct row *r = h->total;

	put_ms(o, fabs(h->now - h->base));
	recout_str(o, " (");
	put_size(o, fabs(h->now - h->base) / h->base * 100);
	if (r != NULL && verdict_is_change(r->verdict) &&
	    value_is_finite(row_judged(r, JUDGED_LOW)) &&
	    value_is_finite(row_judged(r, JUDGED_HIGH))) {
		recout_str(o, ", interval ");
		put_interval(o, row_judged(r, JUDGED_LOW).n.real,
		    row_judged(r, JUDGED_HIGH).n.real);
	}
	recout_printf(o, ") %s%s", h->now > h->base ? "slower" : "faster",
	    h->noise ? ", within noise" : "");
}

/* `: no change beyond noise: proof time 58.06 s, +10 ms (+0.0%)' */
static void
put_nothing(struct recout *o, const struct head *h)
{
	if (!h->timed && h->nchanged > 0)
		return;
	recout_str(o, ": no change");
	if (!h->timed)
		return;
	recout_str(o, " beyond noise: proof time ");
	put_ms(o, h->base);
	recout_str(o, ", ");
	put_ms_change(o, h->now - h->base);
	recout_str(o, " (");
	put_pct(o, (h->now / h->base - 1) * 100);
	recout_char(o, ')');
}

/* The change that would have gone unseen. */
static void
put_unseen(struct recout *o, const struct head *h)
{
	const struct row *r = h->total;

	if (h->change != HEAD_NOTHING || r == NULL ||
	    !value_is_finite(row_judged(r, JUDGED_MDE)))
		return;
	recout_str(o, "; less than ");
	remarks_limit(o, row_judged(r, JUDGED_MDE).n.real);
	recout_str(o, " could not have been seen");
}

/* A warning that comes before any time. */
static void
put_machines(struct recout *o, const struct head *h, const struct voice *voice)
{
	struct slice now, base;
	struct origin of;

	origin_of(h->s, h->from, h->end, &of);
	if (!origin_differs(h->s, &of, &now, &base))
		return;
	recout_str(o, "Another machine (");
	voice->name(o, now);
	recout_str(o, ", the baseline ");
	voice->name(o, base);
	recout_str(o, "), so that times do not compare: ");
}

/* Says that the gates judge something other than this head. */
static void
put_machine_out(struct recout *o, const struct head *h)
{
	const struct sheet *s = h->s;

	for (size_t i = sheet_asides(s, h->bench);
	     i < s->nasides && s->aside[i].bench == h->bench; i++)
		if (slice_eq(s->aside[i].name, SLICE("note.machine_out")))
			recout_str(o, "; the gates leave the machine out");
}

void
head_put(struct recout *o, const struct head *h, const struct voice *voice)
{
	put_machines(o, h, voice);
	put_bench(o, h, voice);
	switch (h->change) {
	case HEAD_NEW:
		recout_str(o, " is new: the baseline has none of this name.");
		return;
	case HEAD_GONE:
		recout_str(o, " is gone: only the baseline has it.");
		return;
	case HEAD_NOTHING:
		put_nothing(o, h);
		break;
	case HEAD_SLOWER:
	case HEAD_FASTER:
		recout_str(o, " is ");
		put_change(o, h);
		break;
	case HEAD_WORK:
		break;
	}
	if (h->ncauses > 0) {
		bool against = h->timed &&
		    h->cause->ms * (h->now - h->base) < 0;

		recout_str(o,
		    h->change == HEAD_NOTHING ? ", but " :
			against               ? ", although " :
						": ");
		clause_put(o, h, h->cause, voice);
	} else {
		head_put_place(o, h, voice);
	}
	put_unseen(o, h);
	put_machine_out(o, h);
	head_put_since(o, h, voice);
	recout_char(o, '.');
}
