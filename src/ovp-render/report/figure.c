/* SPDX-License-Identifier: MIT */
/* Figures of a summary, and the names of their benches. */
#include "domain/metrics.h"
#include "figure.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/doc/link.h"

static void
add(struct value *to, struct value v)
{
	if (!value_is_finite(v))
		return;
	if (!to->known)
		*to = v;
	else if (to->n.is_whole && v.n.is_whole &&
	    to->n.whole <= UINT64_MAX - v.n.whole)
		to->n = number_whole(to->n.whole + v.n.whole);
	else
		to->n = number_real(to->n.real + v.n.real);
	to->known = true;
}

void
figure_add(struct figure *f, const struct row *r, enum statistic stat)
{
	add(&f->now, row_now(r, stat));
	add(&f->base, row_base(r, stat));
	if (f->verdict == VERDICT_NONE || f->verdict == VERDICT_SAME ||
	    r->verdict == VERDICT_WORSE)
		f->verdict = r->verdict;
}

const struct row *
figure_row(const struct sheet *s, size_t from, size_t end,
    const struct slice *group, struct slice metric)
{
	for (size_t i = from; i < end; i++) {
		const struct row *r = &s->row[i];

		if ((group == NULL || slice_eq(r->key[0], *group)) &&
		    slice_eq(r->metric, metric))
			return r;
	}
	return NULL;
}

const struct row *
figure_cycles(const struct sheet *s, size_t from, size_t end,
    const struct slice *group, enum statistic *stat)
{
	static const enum statistic of[] = {
		[ONCE_NO] = STAT_SUM,
		[ONCE_APP] = STAT_AVG,
		[ONCE_WHOLE] = STAT_MAX,
	};
	struct slice metric;

	for (size_t i = 0; (metric = metrics_with(ROLE_CYCLES, i)).n > 0; i++) {
		const struct row *r = figure_row(s, from, end, group, metric);

		*stat = of[metrics_find(metric)->once];
		if (r != NULL)
			return r;
	}
	return NULL;
}

/* Several links, or one of a report, are complete: one for each bench. */
static bool
links_are_whole(const struct opts *opts)
{
	return opts->nlinks > 1 ||
	    slice_ends(slice_str(opts->links[0]), SLICE(".md"));
}

void
summary_link(struct report *m, size_t bench)
{
	const struct opts *opts = m->opts;
	struct slice name = m->s->benches.key[bench].bytes, url;
	bool whole = opts->nlinks > 0 && links_are_whole(opts);
	bool linked = whole ? bench < opts->nlinks : opts->nlinks > 0;

	if (linked)
		recout_char(m->o, '[');
	if (name.n > 0)
		escape_md(m->o, name);
	else
		recout_str(m->o, "(no name)");
	if (!linked)
		return;
	url = slice_str(opts->links[whole ? bench : 0]);
	if (url.n > 0 && url.at[url.n - 1] == '/')
		url.n--;
	recout_str(m->o, "](");
	link_put(m->o, url);
	if (!whole) {
		recout_char(m->o, '/');
		link_put_path(m->o, name);
		recout_str(m->o, ".md");
	}
	recout_char(m->o, ')');
}
