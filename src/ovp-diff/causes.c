/* SPDX-License-Identifier: MIT */
/* Causes of a change of proof times, as rows of a comparison. */
#include <math.h>

#include "causes.h"
#include "stream/levels.h"
#include "why_read.h"
#include "write.h"

/* Causes after this many, the smaller ones, are merged into one. */
enum { MOST_CAUSES = 16 };

static const char *const name[] = {
	[WHY_BY_MACHINE] = "cause.machine",
	[WHY_BY_PROVING] = "cause.proving",
	[WHY_BY_TRACE] = "cause.trace_generation",
	[WHY_BY_EXECUTION] = "cause.execution",
	[WHY_BY_WHOLE] = "cause.proof",
	[WHY_BY_STRAGGLER] = "cause.straggler",
	[WHY_BY_SEGMENTS] = "cause.segments",
	[WHY_BY_PROOFS] = "cause.proofs",
	[WHY_BY_INSTRUCTIONS] = "cause.instructions",
	[WHY_BY_OPCODE] = "cause.opcode",
	[WHY_BY_ROWS] = "cause.rows",
	[WHY_BY_COLUMNS] = "cause.columns",
	[WHY_BY_CELLS] = "cause.cells",
	[WHY_BY_OTHER] = "cause.other",
};

struct writer {
	struct recout *o;
	const struct store *s;
	const struct why *w;
	size_t bench;
};

/* Keeps counts exact; drops meaningless digits of other numbers. */
static double
rounded(double x)
{
	return fabs(x) < 1e9 ? round(x * 1e6) / 1e6 : x;
}

static void
write_cause(const struct writer *w, const struct why_cause *c)
{
	const struct slice fine[FINES] = {
		[FINE_SEGMENT] = c->segment,
		[FINE_IDX] = c->idx,
		[FINE_AIR_NAME] = c->air,
		[FINE_OPCODE] = c->opcode,
	};
	double whole = w->w->ms.at[BASE];
	struct slice key[1 + FINES];

	key[0] = c->group == NULL ? SLICE("*") : c->group->name;
	for (int k = 0; k < FINES; k++)
		key[1 + k] = fine[k].at == NULL ? SLICE("") : fine[k];
	write_aside(w->o, w->s,
	    &(struct aside){
		.bench = w->bench,
		.key = key,
		.kind = "cause",
		.name = name[c->kind],
		.known = { true, true },
		.value = { rounded(c->base), rounded(c->now) },
		.has_sum = c->beside.known != 0,
		.sum = { c->beside.at[BASE], c->beside.at[NOW] },
		.has_pct = whole > 0,
		.pct = whole > 0 ? rounded(c->ms / whole * 100) : 0,
	    });
}

double
causes_machine(const struct store *s, const size_t *row, size_t n,
    const struct judgement *all)
{
	double by = 1;
	struct why why;

	why_read(&why, s, row, n, all);
	why_explain(&why);
	for (size_t i = 0; i < why.ncauses; i++)
		if (why.cause[i].kind == WHY_BY_MACHINE)
			by = why.cause[i].now / why.cause[i].base;
	why_free(&why);
	return by;
}

void
causes_write(struct recout *o, const struct store *s, const size_t *row,
    size_t n, const struct judgement *all)
{
	struct why_cause rest = { .kind = WHY_BY_OTHER };
	struct writer w = { .o = o,
		.s = s,
		.bench = s->place[s->series[*row].place].bench };
	struct why why;

	why_read(&why, s, row, n, all);
	why_explain(&why);
	w.w = &why;
	for (size_t i = 0; i < why.ncauses; i++) {
		if (i < MOST_CAUSES && why.cause[i].kind != WHY_BY_OTHER) {
			write_cause(&w, &why.cause[i]);
			continue;
		}
		rest.ms += why.cause[i].ms;
	}
	if (why.ncauses > 1 ||
	    (why.ncauses == 1 && why.cause->kind != WHY_BY_OTHER)) {
		rest.base = why.ms.at[BASE];
		rest.now = rest.base + rest.ms;
		write_cause(&w, &rest);
	}
	why_free(&why);
}
