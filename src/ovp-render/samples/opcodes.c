/* SPDX-License-Identifier: MIT */
/* Instruction counts per group and opcode. */
#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "base/sort.h"
#include "domain/metrics.h"
#include "domain/stages.h"
#include "heading.h"
#include "ovp-render/doc/cut.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/format/format.h"
#include "single.h"

struct opcode {
	size_t row; /* in the cube */
	struct number count;
};

struct opcodes {
	const struct opts *opts;
	struct recout *o;
	struct cut cut;
	struct map benches; /* in input order */
	struct map groups;  /* below a bench */
	struct heading_runs runs;
	struct cube cube;      /* opcodes below a group */
	struct opcode *opcode; /* n of them, sorted */
	size_t n;
	struct tally *total; /* by group */
};

/* Whether to write the table of the reference since 2.1, with one metric. */
static bool
is_newer(const struct opcodes *c)
{
	return c->opts->compat && c->opts->version != VERSION_2_0 &&
	    map_find(&c->cube.metrics, 0, metrics_named(ROLE_OPCODES)) !=
	    MAP_NONE;
}

static size_t
group_of(const struct opcodes *c, size_t row)
{
	return c->cube.rows.key[row].parent;
}

static size_t
bench_of(const struct opcodes *c, const struct opcode *p)
{
	return c->groups.key[group_of(c, p->row)].parent;
}

static void
read(struct opcodes *c, struct recin *in)
{
	struct single s;

	single_open(&s, in);
	while (single_next(&s)) {
		size_t bench, group, row;

		if (!metric_has(metrics_find(s.metric), ROLE_OPCODES))
			continue;
		single_labels(&s);
		bench = map_put(&c->benches, 0, s.bench);
		heading_add_run(&c->runs, bench, SIDE_NOW, s.run);
		group = map_put(&c->groups, bench, single_label(&s, "group"));
		row = cube_row(&c->cube, group, single_label(&s, "opcode"));
		cube_add(&c->cube, row, s.metric, SIDE_NOW, s.run,
		    single_value(&s));
	}
	single_close(&s);
}

/* The records that count for a group. */
struct choice {
	size_t metric;
	bool named; /* those with an opcode */
};

static bool
has_opcode(const struct opcodes *c, size_t row)
{
	return c->cube.rows.key[row].bytes.n > 0;
}

/* Chooses the preferred metric of the records with or without an opcode. */
static void
choose_of(struct opcodes *c, struct choice *choice, bool named)
{
	struct number n;
	size_t k = 0;

	while (metrics_with(ROLE_OPCODES, k).n > 0)
		k++;
	for (k = is_newer(c) ? 1 : k; k-- > 0;) {
		size_t metric = map_find(&c->cube.metrics, 0,
		    metrics_with(ROLE_OPCODES, k));

		for (size_t i = 0; metric != MAP_NONE && i < c->cube.rows.n;
		     i++)
			if (has_opcode(c, i) == named &&
			    cube_value(&c->cube, i, metric, SIDE_NOW, &n))
				choice[group_of(c, i)] =
				    (struct choice){ metric, named };
	}
}

/*
 * Sets choice[group]. Records without an opcode count the same again by other
 * labels; they are used only if none has an opcode.
 */
static void
choose(struct opcodes *c, struct choice *choice)
{
	for (size_t i = 0; i < c->groups.n; i++)
		choice[i] = (struct choice){ MAP_NONE, false };
	choose_of(c, choice, false);
	choose_of(c, choice, true);
}

static void
fill(struct opcodes *c)
{
	struct choice *choice = mem_zalloc(c->groups.n + 1, sizeof(*choice));
	size_t odd = 0;

	choose(c, choice);
	c->opcode = mem_zalloc(c->cube.rows.n + 1, sizeof(*c->opcode));
	c->total = mem_zalloc(c->groups.n + 1, sizeof(*c->total));
	for (size_t i = 0; i < c->cube.rows.n; i++) {
		struct opcode *p = &c->opcode[c->n];
		size_t group = group_of(c, i);

		p->row = i;
		if (has_opcode(c, i) != choice[group].named ||
		    !cube_value(&c->cube, i, choice[group].metric, SIDE_NOW,
			&p->count))
			continue;
		if (!isfinite(p->count.real)) {
			odd++;
			continue;
		}
		tally_add(&c->total[group], p->count);
		c->n++;
	}
	if (odd > 0)
		warn("left out counts that are not finite: %zu", odd);
	free(choice);
}

static int
by_place(const void *a, const void *b, void *opcodes)
{
	const struct opcodes *o = opcodes;
	const struct opcode *x = a, *y = b;
	size_t xb = bench_of(o, x), yb = bench_of(o, y);
	int c = (xb > yb) - (xb < yb), group;

	group = stage_cmp(o->groups.key[group_of(o, x->row)].bytes,
	    o->groups.key[group_of(o, y->row)].bytes);
	if (c == 0 && !o->opts->compat)
		c = group;
	if (c == 0)
		c = number_cmp(y->count, x->count);
	if (c == 0)
		c = group;
	return c != 0 ? c :
			slice_cmp(o->cube.rows.key[x->row].bytes,
			    o->cube.rows.key[y->row].bytes);
}

static void
put_head(struct opcodes *c, size_t bench)
{
	bool compat = c->opts->compat;

	if (!compat || c->benches.n > 1)
		heading_put(c->o, c->benches.key[bench].bytes);
	if (!compat)
		heading_put_runs(c->o, &c->runs, bench);
	if (is_newer(c))
		recout_str(c->o,
		    "| group | opcode | Instructions |\n"
		    "| --- | --- | --- |\n");
	else if (compat)
		recout_str(c->o,
		    "| group | opcode | frequency |\n"
		    "| --- | --- | --- |\n");
	else
		recout_str(c->o,
		    "| group | opcode | count | share |\n"
		    "| :-- | :-- | --: | --: |\n");
	cut_head(&c->cut, c->o);
}

static void
put_name(struct recout *o, struct slice name, const char *none)
{
	recout_str(o, " ");
	if (name.n > 0)
		escape_md(o, name);
	else
		recout_str(o, none);
	recout_str(o, " |");
}

static void
put_row(struct opcodes *c, const struct opcode *p)
{
	size_t group = group_of(c, p->row);
	double total = tally_value(&c->total[group]).real;

	recout_char(c->o, '|');
	put_name(c->o, c->groups.key[group].bytes, "(no group)");
	put_name(c->o, c->cube.rows.key[p->row].bytes, "(no opcode)");
	recout_char(c->o, ' ');
	put_value(c->o, p->count);
	recout_str(c->o, " |");
	if (!c->opts->compat && total > 0)
		recout_printf(c->o, " %.1f%% |", 100 * p->count.real / total);
	else if (!c->opts->compat)
		recout_str(c->o, " - |");
	recout_char(c->o, '\n');
	cut_row(&c->cut, c->o, p->count.real);
	if (c->opts->max_bytes == 0)
		recout_mark(c->o);
}

static void
clear(struct opcodes *c)
{
	for (size_t i = 0; i < c->groups.n; i++)
		tally_free(&c->total[i]);
	map_free(&c->benches);
	map_free(&c->groups);
	heading_free_runs(&c->runs);
	cube_free(&c->cube);
	free(c->opcode);
	free(c->total);
}

void
render_opcodes(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct opcodes c = { .opts = opts,
		.o = o,
		.cut = { .max = opts->max_bytes } };

	read(&c, in);
	fill(&c);
	sort_with(c.opcode, c.n, sizeof(*c.opcode), by_place, &c);
	if (c.n == 0 && !opts->compat)
		recout_str(o,
		    "No instruction counts: the input has neither "
		    "`frequency` nor `opcode_count`.\n");
	for (size_t i = 0; i < c.n; i++) {
		size_t bench = bench_of(&c, &c.opcode[i]);

		if (i == 0 || bench != bench_of(&c, &c.opcode[i - 1]))
			put_head(&c, bench);
		put_row(&c, &c.opcode[i]);
		if (i + 1 == c.n || bench != bench_of(&c, &c.opcode[i + 1])) {
			recout_char(o, '\n');
			cut_tail(&c.cut, o);
		}
	}
	cut_fit(&c.cut, o);
	clear(&c);
}
