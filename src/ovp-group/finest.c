/* SPDX-License-Identifier: MIT */
/* The labels that a metric's records are written with by default. */
#include "base/block.h"
#include "domain/metrics.h"
#include "finest.h"

static void
set(struct finest *f, struct finest_metric *m, struct slice name)
{
	unsigned levels = metrics_find(name)->levels;

	m->name = arena_copy(&f->arena, name);
	m->shown[0] = m->shown[FINEST_KEYS - 1] = true;
	m->shown[1 + FINE_SEGMENT] = (levels & LEVEL_SEGMENT) != 0;
	m->shown[1 + FINE_IDX] = (levels & LEVEL_SEGMENT) != 0;
	m->shown[1 + FINE_AIR_NAME] = (levels & LEVEL_AIR) != 0;
	m->shown[1 + FINE_OPCODE] = (levels & LEVEL_OPCODE) != 0;
	m->shown[1 + FINE_REASON] = (levels & LEVEL_REASON) != 0;
}

const bool *
finest_shown(struct finest *f, struct slice metric)
{
	size_t i = metric.n;
	struct finest_metric *m;

	if (metric.n > 0)
		i += (unsigned char)metric.at[metric.n / 2] * (size_t)7;
	m = &f->recent[i % FINEST_RECENT];
	if (m->name.at == NULL || m->name.n != metric.n || (metric.n > 0 &&
	    !block_same(m->name.at, metric.at, metric.n)))
		set(f, m, metric);
	return m->shown;
}

void
finest_free(struct finest *f)
{
	arena_free(&f->arena);
}
