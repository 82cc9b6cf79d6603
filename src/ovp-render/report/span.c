/* SPDX-License-Identifier: MIT */
/* Values with coloured changes, in the reference's layout. */
#include "domain/metrics.h"
#include "ovp-render/doc/figures.h"
#include "span.h"

static void
put_change(struct recout *o, struct slice metric, struct number now,
    struct number base)
{
	bool up = number_cmp(now, base) > 0;
	bool good = up == (metrics_find(metric)->better == METRIC_HIGHER);

	recout_printf(o, "<span style='color: %s'>(", good ? "green" : "red");
	put_difference(o, now, base);
	if (base.real != 0) {
		recout_str(o, " [");
		put_percent(o, now, base);
		recout_char(o, ']');
	}
	recout_str(o, ")</span>");
}

void
span_put_value(struct recout *o, const struct row *r, enum statistic stat,
    void (*put)(struct recout *, struct number))
{
	struct value v = row_now(r, stat);

	recout_char(o, v.known ? ' ' : '-');
	if (v.known)
		put(o, v.n);
}

void
span_put(struct recout *o, const struct row *r, enum statistic stat,
    void (*put)(struct recout *, struct number))
{
	struct value now = row_now(r, stat), base = row_base(r, stat);

	if (now.known && base.known && differs(now.n, base.n))
		put_change(o, r->metric, now.n, base.n);
	span_put_value(o, r, stat, put);
}
