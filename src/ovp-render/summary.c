/* SPDX-License-Identifier: MIT */
/* A few figures of each bench. */
#include <math.h>

#include "escape.h"
#include "importance.h"
#include "select.h"
#include "summary.h"

static void
add(struct value *to, const struct value *v)
{
	if (!v->known || !isfinite(v->n.real))
		return;
	if (!to->known)
		*to = *v;
	else if (to->n.is_whole && v->n.is_whole &&
	    to->n.whole <= UINT64_MAX - v->n.whole)
		to->n = number_whole(to->n.whole + v->n.whole);
	else
		to->n = number_real(to->n.real + v->n.real);
	to->known = true;
}

void
figure_add(struct figure *f, const struct row *r, enum statistic stat)
{
	add(&f->now, &r->now[stat]);
	if (r->base != NULL)
		add(&f->base, &r->base[stat]);
	if (f->verdict == VERDICT_NONE || f->verdict == VERDICT_SAME ||
	    r->verdict == VERDICT_WORSE)
		f->verdict = r->verdict;
}

const struct row *
summary_find(const struct sheet *s, size_t from, size_t end,
    const struct slice *group, const char *metric)
{
	for (size_t i = from; i < end; i++) {
		const struct row *r = &s->row[i];

		if ((group == NULL || slice_eq(r->key[0], *group)) &&
		    slice_eq(r->metric, slice_str(metric)))
			return r;
	}
	return NULL;
}

const struct row *
summary_cycles(const struct sheet *s, size_t from, size_t end,
    const struct slice *group, enum statistic *stat)
{
	static const struct {
		const char	*metric;
		enum statistic	 stat;	/* metered execution runs once */
	} known[] = {
		{ "execute_preflight_insns", STAT_SUM },
		{ "execute_metered_insns", STAT_AVG },
		{ "execute_e1_insns", STAT_AVG },
		{ "total_cycles", STAT_SUM },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		const struct row *r = summary_find(s, from, end, group,
		    known[i].metric);

		*stat = known[i].stat;
		if (r != NULL)
			return r;
	}
	return NULL;
}

/* Percent-encodes what could end a link's target in Markdown. */
static void
put_target(struct recout *o, struct slice url, const char *safe)
{
	for (size_t i = 0; i < url.n; i++) {
		unsigned char c = (unsigned char)url.at[i];

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c >= '0' && c <= '9') || strchr(safe, c) != NULL)
			recout_char(o, (char)c);
		else if (c == '&')
			recout_str(o, "&amp;");
		else
			recout_printf(o, "%%%02X", c);
	}
}

void
summary_link(struct md *m, size_t bench, const char *link)
{
	struct slice name = m->s->benches.key[bench].bytes;
	struct slice url = slice_str(link != NULL ? link : "");

	if (link != NULL)
		recout_char(m->o, '[');
	if (name.n > 0)
		escape_md(m->o, name);
	else
		recout_str(m->o, "(no name)");
	if (link == NULL)
		return;
	if (url.n > 0 && url.at[url.n - 1] == '/')
		url.n--;
	recout_str(m->o, "](");
	put_target(m->o, url, "-._~:/?#@!$'*+,;=%");
	recout_char(m->o, '/');
	put_target(m->o, name, "-._~/");
	recout_str(m->o, ".md)");
}

void
render_summary(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct sheet s;
	struct md m = { .s = &s, .o = o };

	sheet_read(&s, in);
	sheet_need_group(&s, "--summary");
	select_rows(&s, opts);
	importance_weigh(&s);
	if (s.n == 0)
		recout_str(o, SHEET_EMPTY);
	else if (opts->compat)
		summary_compat(&m, opts->link);
	else
		summary_own(&m, opts->link);
	cut_fit(&m.cut, o, opts->max_bytes);
	sheet_free(&s);
}
