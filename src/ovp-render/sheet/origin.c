/* SPDX-License-Identifier: MIT */
/* Description of the runs of a report by their carried columns. */
#include "base/buf.h"
#include "origin.h"

struct put {
	struct recout *o;
	const struct sheet *s;
	const struct origin *of;
	void (*escape)(struct recout *, struct slice);
};

void
origin_of(const struct sheet *s, size_t from, size_t end, struct origin *of)
{
	bool both = false;

	*of = (struct origin){ 0 };
	for (size_t i = from; i < end; i++) {
		const struct row_runs *n = s->row[i].runs;
		bool paired = n->now > 0 && n->base > 0;

		/* A row that is new or gone may belong to an older run. */
		if (n->now > 0 && (of->runs == 0 || (paired && !both)))
			of->now = n->origin;
		if (n->base > 0 && (of->base_runs == 0 || (paired && !both)))
			of->base = n->base_origin;
		both = both || paired;
		of->runs = n->now > of->runs ? n->now : of->runs;
		if (n->base > of->base_runs)
			of->base_runs = n->base;
	}
}

bool
origin_differs(const struct sheet *s, const struct origin *of,
    struct slice *now, struct slice *base)
{
	for (size_t i = 0;
	     i < s->ncarried && of->now != NULL && of->base != NULL; i++)
		if (slice_eq(s->carried[i], SLICE("machine"))) {
			*now = of->now[i];
			*base = of->base[i];
			return now->n > 0 && base->n > 0 &&
			    !slice_eq(*now, *base);
		}
	return false;
}

/* Whether it is the full hash of a commit. */
static bool
is_hash(struct slice s)
{
	for (size_t i = 0; i < s.n; i++)
		if (strchr("0123456789abcdef", s.at[i]) == NULL)
			return false;
	return s.n == 40 || s.n == 64;
}

/* A hash cut to what is legible and differs from that of the other side. */
static struct slice
shorten(struct slice s, struct slice other)
{
	size_t n = 7;

	if (!is_hash(s))
		return s;
	while (n < s.n && n <= other.n && !slice_eq(s, other) &&
	    memcmp(s.at, other.at, n) == 0)
		n++;
	return (struct slice){ s.at, n };
}

struct slice
origin_short(struct slice value)
{
	return shorten(value, SLICE(""));
}

/* The value of a column on one side; `other' may be NULL. */
static struct slice
value(const struct slice *side, const struct slice *other, size_t i)
{
	return shorten(side[i], other == NULL ? SLICE("") : other[i]);
}

/* Whether both sides have the same value in a column. */
static bool
is_shared(const struct origin *of, size_t i)
{
	return of->base != NULL && of->now != NULL && of->now[i].n > 0 &&
	    slice_eq(of->now[i], of->base[i]);
}

/*
 * Writes columns with their values after `before', shared ones or the others;
 * returns whether there were any.
 */
static bool
put_columns(const struct put *p, const struct slice *side,
    const struct slice *other, bool shared, const char *before)
{
	bool any = false;

	for (size_t i = 0; side != NULL && i < p->s->ncarried; i++) {
		if (side[i].n == 0 || is_shared(p->of, i) != shared)
			continue;
		recout_str(p->o, any ? ", " : before);
		p->escape(p->o, p->s->carried[i]);
		recout_char(p->o, ' ');
		p->escape(p->o, value(side, other, i));
		any = true;
	}
	return any;
}

static void
put_side(const struct put *p, const struct slice *side,
    const struct slice *other, uint64_t runs, bool named)
{
	recout_printf(p->o, "%llu", (unsigned long long)runs);
	if (named)
		recout_str(p->o, runs == 1 ? " run" : " runs");
	if (put_columns(p, side, other, false,
		runs > 1 ? " (the last: " : " ("))
		recout_char(p->o, ')');
}

/* The text after the name: `: 1 run (commit ...) against 11 (...).' */
static void
put_sides(struct recout *o, const struct sheet *s, size_t from, size_t end,
    void (*escape)(struct recout *, struct slice))
{
	struct origin of;
	struct put p = { o, s, &of, escape };

	origin_of(s, from, end, &of);
	recout_str(o, ": ");
	put_side(&p, of.now, of.base, of.runs, true);
	if (s->compares) {
		recout_str(o, " against ");
		put_side(&p, of.base, of.now, of.base_runs, false);
	}
	put_columns(&p, of.now, of.base, true, "; ");
	recout_char(o, '.');
}

bool
origin_put(struct recout *o, const struct sheet *s, size_t from, size_t end,
    void (*escape)(struct recout *, struct slice))
{
	if (s->ncarried == 0 || from == end)
		return false;
	escape(o, s->benches.key[s->row[from].bench].bytes);
	put_sides(o, s, from, end, escape);
	return true;
}

/* Whether the sentences of all benches are the same except for the name. */
static bool
all_alike(struct recout *o, const struct sheet *s,
    void (*escape)(struct recout *, struct slice))
{
	struct buf first = { 0 };
	bool alike = true;
	size_t at = o->n, end;

	for (size_t i = 0; i < s->n && alike; i = end) {
		end = sheet_bench_end(s, i);
		put_sides(o, s, i, end, escape);
		if (i == 0)
			buf_add(&first, o->at + at, o->n - at);
		alike = slice_eq(buf_bytes(&first),
		    (struct slice){ o->at + at, o->n - at });
		o->n = at;
	}
	buf_free(&first);
	return alike;
}

bool
origin_put_all(struct recout *o, const struct sheet *s,
    void (*escape)(struct recout *, struct slice))
{
	size_t end = s->n > 0 ? sheet_bench_end(s, 0) : 0;

	if (end == s->n)
		return origin_put(o, s, 0, end, escape);
	if (s->ncarried == 0 || !all_alike(o, s, escape))
		return false;
	recout_str(o, "Each benchmark");
	put_sides(o, s, 0, end, escape);
	return true;
}
