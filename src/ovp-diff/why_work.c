/* SPDX-License-Identifier: MIT */
/* Changes of the work: segments, instructions, rows, columns, cells. */
#include <math.h>

#include "why.h"

/* Counts are the same below this difference; logarithms. */
#define SAME 0.001

/* With padding to powers of two, cells may grow twice as much as the work. */
#define PADDED 2

/* A cause with a smaller share of the group's cells is not reported. */
#define TRIFLE 0.0005

/* Cells and their price. */
struct cells {
	double from, left; /* before; change that has no cause yet */
	double price;      /* ms a cell */
};

/* The reason for another number of proofs. */
struct reason {
	const struct why_group *group; /* NULL: not known */
	enum why_kind kind;
};

static double
ms_by_work(const struct why_group *g, bool execution)
{
	double ms = 0;

	for (size_t i = 0; i < g->ntimes; i++)
		if ((g->time[i].stage == WHY_EXECUTION) == execution)
			ms += g->time[i].by_work;
	return ms;
}

/* Time by changed rates that only the number of proofs explains. */
static double
ms_by_own(const struct why_group *g)
{
	double ms = 0;

	for (size_t i = 0; i < g->ntimes; i++)
		ms += g->time[i].by_own;
	return ms;
}

/* The time of the stages that work on cells, both sides added. */
static double
ms_of_cells(const struct why_group *g)
{
	double ms = 0;

	for (size_t i = 0; i < g->ntimes; i++)
		if (g->time[i].stage != WHY_EXECUTION)
			ms += g->time[i].ms.at[BASE] + g->time[i].ms.at[NOW];
	return ms;
}

static void
add_counts(struct why *w, const struct why_cause *c, const struct both *counts,
    double ms)
{
	struct why_cause made = *c;

	made.base = counts->at[BASE];
	made.now = counts->at[NOW];
	made.ms = ms;
	why_add(w, &made);
}

/*
 * The opcode that explains the group's change of instructions; NULL: several.
 */
static const struct why_opcode *
find_opcode(const struct why_group *g)
{
	const struct why_opcode *most = NULL;
	double sum = 0, change = both_change(&g->insns);

	for (size_t i = 0; i < g->opcodes.n; i++) {
		double c = fabs(both_change(&g->opcode[i].count));

		sum += c;
		if (most == NULL || c > fabs(both_change(&most->count)))
			most = &g->opcode[i];
	}
	if (most == NULL || both_change(&most->count) == 0 ||
	    fabs(both_change(&most->count)) < 0.6 * sum)
		return NULL;
	/* Counted instructions must change about as much as the opcode. */
	if (both_positive(&g->insns) &&
	    fabs(both_change(&most->count) - change) >
		0.4 * fabs(both_change(&most->count)))
		return NULL;
	return most;
}

static void
add_instructions(struct why *w, const struct why_group *g, double ms)
{
	const struct why_opcode *o = find_opcode(g);

	if (o != NULL)
		add_counts(w,
		    &(struct why_cause){ .kind = WHY_BY_OPCODE,
			.group = g,
			.opcode = o->name },
		    &o->count, ms);
	else
		add_counts(w,
		    &(struct why_cause){ .kind = WHY_BY_INSTRUCTIONS,
			.group = g },
		    &g->insns, ms);
}

static void
add_reason(struct why *w, const struct why_group *g, const struct reason *r,
    double ms)
{
	if (r->group != NULL && r->kind == WHY_BY_INSTRUCTIONS)
		add_instructions(w, r->group, ms);
	else if (r->group != NULL)
		add_counts(w,
		    &(struct why_cause){ .kind = r->kind, .group = r->group },
		    &r->group->proofs, ms);
	else
		add_counts(w,
		    &(struct why_cause){ .kind = WHY_BY_PROOFS, .group = g },
		    &g->proofs, ms);
}

/*
 * The cells that another change explains: in proportion to that change, but no
 * more than the cells left, and none if those changed the other way.
 */
static double
take(struct cells *c, double change)
{
	double most = c->from * expm1(change), taken;

	if (most * c->left <= 0)
		return 0;
	taken = fabs(most) < fabs(c->left) ? most : c->left;
	c->left -= taken;
	return taken;
}

static void
add_air(struct why *w, const struct why_group *g, const struct why_air *a,
    enum why_kind kind, const struct both *counts, double cells, double price)
{
	if (fabs(cells) < TRIFLE * fmax(g->cells.at[BASE], g->cells.at[NOW]) ||
	    cells == 0)
		return;
	why_append(w,
	    &(struct why_cause){
		.kind = kind,
		.group = g,
		.air = a->name,
		.base = counts->at[BASE],
		.now = counts->at[NOW],
		.beside = a->cells,
		.ms = cells * price,
	    });
}

/* Adds the causes by AIR: columns first, then the rest by rows. */
static void
add_airs(struct why *w, const struct why_group *g, struct cells *c, double rows)
{
	double part = 1;

	if (rows != 0)
		part = fmin(1, fmax(0, c->left / rows));
	for (size_t i = 0; i < g->airs.n; i++) {
		struct why_air *a = &g->air[i];
		const struct both *height = both_log(&a->height) != 0 ?
		    &a->height :
		    &a->rows;

		add_air(w, g, a, WHY_BY_COLUMNS, &a->columns, a->by_width,
		    c->price);
		add_air(w, g, a, WHY_BY_ROWS, height, a->by_rows * part,
		    c->price);
		add_air(w, g, a, WHY_BY_CELLS, &a->cells, a->by_all * part,
		    c->price);
	}
}

/* Explains the cells of a group, from instructions down to AIRs. */
static void
explain_cells(struct why *w, struct why_group *g, const struct reason *r,
    double ms)
{
	struct cells c = { .from = g->cells.at[BASE],
		.left = both_change(&g->cells) };
	double gross = 0, width = 0, all = 0, rows;

	for (size_t i = 0; i < g->airs.n; i++) {
		struct why_air *a = &g->air[i];

		gross += fabs(both_change(&a->cells));
		all += both_change(&a->cells);
		width += a->by_width;
	}
	/* AIRs that do not add up to the cells explain nothing. */
	if (g->airs.n == 0 ||
	    fabs(all - c.left) > 0.02 * fmax(gross, fabs(c.left)))
		gross = width = 0;
	c.price = fabs(c.left) > 0.2 * gross ?
	    ms / c.left :
	    ms_of_cells(g) / (g->cells.at[BASE] + g->cells.at[NOW]);
	c.left -= width;
	rows = c.left;
	if (g->app && both_positive(&g->insns) &&
	    fabs(both_log(&g->insns)) > SAME)
		add_instructions(w, g,
		    c.price * take(&c, PADDED * both_log(&g->insns)));
	/* The work of other proofs says nothing about each proof. */
	if (both_log(&g->proofs) != 0)
		add_reason(w, g, r, c.price * c.left);
	else if (gross > 0)
		add_airs(w, g, &c, rows);
	else if (fabs(c.left) > TRIFLE * c.from)
		add_counts(w,
		    &(struct why_cause){ .kind = WHY_BY_CELLS, .group = g },
		    &g->cells, c.left * c.price);
}

static void
explain_group(struct why *w, struct why_group *g, const struct reason *r)
{
	double cells = ms_by_work(g, false), execution = ms_by_work(g, true);

	if (g->alone.known != 0) {
		add_counts(w,
		    &(struct why_cause){ .kind = WHY_BY_PROOFS, .group = g },
		    &g->proofs, both_change(&g->alone));
		return;
	}
	/* Without cells, instructions are the only work. */
	if (both_positive(&g->insns) && !both_positive(&g->cells)) {
		execution += cells;
		cells = 0;
	}
	if (both_positive(&g->insns)) {
		if (both_change(&g->insns) != 0)
			add_instructions(w, g, execution);
	} else if (both_log(&g->proofs) != 0) {
		add_reason(w, g, r, execution);
	}
	if (both_positive(&g->cells) &&
	    (both_change(&g->cells) != 0 || g->airs.n > 0))
		explain_cells(w, g, r, cells);
	else if (both_log(&g->proofs) != 0)
		add_reason(w, g, r, cells);
	if (both_log(&g->proofs) != 0)
		add_reason(w, g, r, ms_by_own(g));
}

/* The app group whose segments changed, and the reason. */
static struct reason
find_reason(const struct why *w)
{
	struct reason r = { 0 };

	for (size_t i = 0; i < w->n && r.group == NULL; i++) {
		const struct why_group *g = &w->group[i];
		double more = both_log(&g->insns);
		double proofs = both_log(&g->proofs);

		if (!g->app || proofs == 0)
			continue;
		r.group = g;
		r.kind = WHY_BY_SEGMENTS;
		/*
		 * Segments are whole: one more may exceed its share of the
		 * growth.
		 */
		if (more * proofs > 0 && fabs(more) > 0.02 &&
		    (fabs(proofs) < 2 * fabs(more) ||
			fabs(both_change(&g->proofs)) <= 1))
			r.kind = WHY_BY_INSTRUCTIONS;
	}
	return r;
}

void
why_work(struct why *w)
{
	struct reason r = find_reason(w);

	for (size_t i = 0; i < w->n; i++)
		explain_group(w, &w->group[i], &r);
}
