/* SPDX-License-Identifier: MIT */
/* Numbers of rows by verdict. */
#include "counts.h"
#include "importance.h"

enum verdict
counts_whole(const struct sheet *s, size_t from, size_t end)
{
	enum verdict first = s->row[from].verdict;

	if (first != VERDICT_NEW && first != VERDICT_GONE)
		return VERDICT_NONE;
	for (size_t i = from; i < end; i++)
		if (s->row[i].verdict != first)
			return VERDICT_NONE;
	return first;
}

void
counts_add(struct counts *c, const struct sheet *s, size_t from, size_t end)
{
	enum verdict whole = counts_whole(s, from, end);

	c->new_benches += whole == VERDICT_NEW;
	c->gone_benches += whole == VERDICT_GONE;
	for (size_t i = from; i < end && whole == VERDICT_NONE; i++) {
		const struct row *r = &s->row[i];

		if (r->place != ROW_HIDDEN && r->follows)
			c->follow[r->verdict]++;
		else if (r->place != ROW_HIDDEN)
			c->shown[r->verdict]++;
		else if (verdict_is_change(r->verdict))
			c->hidden++;
	}
}

void
counts_add_all(struct counts *c, const struct sheet *s)
{
	size_t end;

	for (size_t i = 0; i < s->n; i = end) {
		end = sheet_bench_end(s, i);
		counts_add(c, s, i, end);
	}
}

bool
counts_unchanged(const struct sheet *s, size_t from, size_t end)
{
	struct counts c = { 0 };
	size_t same, all = 0;

	if (!s->compares || s->benches.n == 1 ||
	    counts_whole(s, from, end) != VERDICT_NONE)
		return false;
	counts_add(&c, s, from, end);
	for (int v = 0; v < VERDICTS; v++)
		all += c.shown[v] + c.follow[v];
	same = c.shown[VERDICT_SAME] + c.follow[VERDICT_SAME];
	return all > 0 && same == all && c.hidden == 0;
}

static void
put(struct recout *o, bool *first, size_t n, const char *one, const char *many)
{
	if (n == 0)
		return;
	recout_printf(o, "%s%zu %s", *first ? "" : ", ", n,
	    n == 1 ? one : many);
	*first = false;
}

/* `1 regression (16 metrics)': the changes, and the rows that show them. */
static void
put_change(struct recout *o, bool *first, const struct counts *c,
    enum verdict v, const char *one, const char *many)
{
	put(o, first, c->shown[v], one, many);
	if (c->shown[v] > 0 && c->follow[v] > 0)
		recout_printf(o, " (%zu metrics)", c->shown[v] + c->follow[v]);
}

void
counts_put(struct recout *o, const struct counts *c)
{
	const size_t *n = c->shown;
	bool first = true;

	put_change(o, &first, c, VERDICT_WORSE, "regression", "regressions");
	put_change(o, &first, c, VERDICT_BETTER, "improvement", "improvements");
	put_change(o, &first, c, VERDICT_CHANGED, "changed", "changed");
	put(o, &first, n[VERDICT_SAME], "unchanged", "unchanged");
	put(o, &first, n[VERDICT_NEW], "new", "new");
	put(o, &first, n[VERDICT_GONE], "gone", "gone");
	put(o, &first, c->new_benches, "new benchmark", "new benchmarks");
	put(o, &first, c->gone_benches, "benchmark gone", "benchmarks gone");
	if (first)
		recout_str(o, "nothing to compare");
}
