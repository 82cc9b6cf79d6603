/* SPDX-License-Identifier: MIT */
/* Cost model of a proof, which explains a change of proof time. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "domain/stages.h"
#include "why.h"

struct why_group *
why_group(struct why *w, struct slice name)
{
	size_t i = map_put(&w->names, 0, name);
	enum stage stage = stage_of(name);

	if (i < w->n)
		return &w->group[i];
	w->group = mem_grow(w->group, &w->cap, w->n, sizeof(*w->group));
	w->group[w->n++] = (struct why_group){ .name = name,
		.app = stage == STAGE_APP || stage == STAGE_NONE };
	return &w->group[i];
}

struct why_time *
why_time(struct why_group *g)
{
	g->time = mem_grow(g->time, &g->time_cap, g->ntimes, sizeof(*g->time));
	g->time[g->ntimes] = (struct why_time){ 0 };
	return &g->time[g->ntimes++];
}

struct why_air *
why_air(struct why_group *g, struct slice name)
{
	size_t n = g->airs.n, i = map_put(&g->airs, 0, name);

	if (i < n)
		return &g->air[i];
	g->air = mem_grow(g->air, &g->air_cap, n, sizeof(*g->air));
	g->air[i] = (struct why_air){ .name = g->airs.key[i].bytes };
	return &g->air[i];
}

struct why_opcode *
why_opcode(struct why_group *g, struct slice name)
{
	size_t n = g->opcodes.n, i = map_put(&g->opcodes, 0, name);

	if (i < n)
		return &g->opcode[i];
	g->opcode = mem_grow(g->opcode, &g->opcode_cap, n, sizeof(*g->opcode));
	g->opcode[i] = (struct why_opcode){ .name = g->opcodes.key[i].bytes };
	return &g->opcode[i];
}

struct why_proof *
why_proof(struct why_group *g, struct slice segment, struct slice idx)
{
	bool by_idx = idx.n > 0 && (segment.n == 0 || !g->app);
	size_t n = g->proofs_by.n;
	size_t i = map_put(&g->proofs_by, by_idx, by_idx ? idx : segment);

	if (i < n)
		return &g->proof[i];
	g->proof = mem_grow(g->proof, &g->proof_cap, n, sizeof(*g->proof));
	g->proof[i] = (struct why_proof){
		.segment = by_idx ? SLICE("") : segment,
		.idx = by_idx ? idx : SLICE(""),
	};
	return &g->proof[i];
}

bool
both_positive(const struct both *b)
{
	return b->known == (1u << BASE | 1u << NOW) && b->at[BASE] > 0 &&
	    b->at[NOW] > 0;
}

double
both_log(const struct both *b)
{
	return both_positive(b) ? log(b->at[NOW] / b->at[BASE]) : 0;
}

double
both_change(const struct both *b)
{
	return b->at[NOW] - b->at[BASE];
}

void
why_split(double from, double to, const double *part, double *share, size_t n)
{
	double down = 0, up = 0, least;

	for (size_t i = 0; i < n; i++)
		*(part[i] < 0 ? &down : &up) += part[i];
	least = down < 0 ? from * exp(down) : from;
	for (size_t i = 0; i < n; i++)
		share[i] = part[i] < 0 ? (least - from) * part[i] / down :
		    up > 0             ? (to - least) * part[i] / up :
					 0;
}

static bool
is_same(const struct why_cause *a, const struct why_cause *b)
{
	return a->kind == b->kind && a->group == b->group &&
	    slice_eq(a->segment, b->segment) && slice_eq(a->idx, b->idx) &&
	    slice_eq(a->air, b->air) && slice_eq(a->opcode, b->opcode);
}

/* Amounts of rates add up; counts of the same thing are equal. */
static bool
adds_up(enum why_kind kind)
{
	return kind <= WHY_BY_WHOLE;
}

void
why_append(struct why *w, const struct why_cause *c)
{
	w->cause = mem_grow(w->cause, &w->cause_cap, w->ncauses,
	    sizeof(*w->cause));
	w->cause[w->ncauses++] = *c;
}

void
why_add(struct why *w, const struct why_cause *c)
{
	for (size_t i = 0; i < w->ncauses; i++) {
		struct why_cause *to = &w->cause[i];

		if (!is_same(to, c))
			continue;
		to->ms += c->ms;
		if (adds_up(c->kind)) {
			to->base += c->base;
			to->now += c->now;
		}
		return;
	}
	why_append(w, c);
}

void
why_free(struct why *w)
{
	for (size_t i = 0; i < w->n; i++) {
		free(w->group[i].time);
		free(w->group[i].air);
		free(w->group[i].opcode);
		free(w->group[i].proof);
		map_free(&w->group[i].airs);
		map_free(&w->group[i].opcodes);
		map_free(&w->group[i].proofs_by);
	}
	map_free(&w->names);
	free(w->group);
	free(w->cause);
}
