/* SPDX-License-Identifier: MIT */
/* What a metric's records have and are for. */
#include "base/block.h"
#include "base/recent.h"
#include "derive.h"
#include "domain/reads.h"
#include "finest.h"

static void
set(struct finest_metric *m, struct slice name)
{
	const struct metric *known = metrics_find(name);
	unsigned fine = reads_fine(known);

	m->name.n = 0;
	buf_slice(&m->name, name);
	buf_room(&m->name, 16);
	m->all = reads_all(known);
	m->part = derive_wants(name);
	m->shown[0] = m->shown[FINEST_KEYS - 1] = true;
	for (unsigned i = 0; i < FINES; i++)
		m->shown[1 + i] = (fine & 1u << i) != 0;
}

const struct finest_metric *
finest_of(struct finest *f, struct slice metric)
{
	struct finest_metric *m = &f->recent[recent_slot(metric)];

	if (!m->shown[0] || m->name.n != metric.n ||
	    (metric.n > 0 && !block_same(m->name.at, metric.at, metric.n)))
		set(m, metric);
	return m;
}

void
finest_free(struct finest *f)
{
	for (size_t i = 0; i < RECENT; i++)
		buf_free(&f->recent[i].name);
}
