/* SPDX-License-Identifier: MIT */
/* Maximum GPU memory of each module. */
#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "domain/metrics.h"
#include "domain/stages.h"
#include "memory.h"
#include "single.h"

static const char *const place_key[PLACES] = { "group", "segment", "idx",
	"phase" };

/* Compares places: among equal peaks the earliest proof counts. */
static int
place_cmp(const struct memory_most *m, const struct single *s)
{
	int c = 0;

	for (size_t i = 0; i < PLACES && c == 0; i++)
		c = (i == PLACE_GROUP ? stage_cmp : name_cmp)(
		    buf_bytes(&m->place[i]), single_label(s, place_key[i]));
	return c;
}

/* Joins all labels except these, as the reference names a place. */
static void
join_labels(struct buf *to, const struct single *s)
{
	bool first = true;

	to->n = 0;
	for (size_t i = 0; i < s->nlabels; i++) {
		if (slice_eq(s->label[i].key, SLICE("module")) ||
		    slice_eq(s->label[i].key, SLICE("block_number")))
			continue;
		if (!first)
			buf_char(to, '.');
		buf_slice(to, s->label[i].value);
		first = false;
	}
}

static void
add(struct memory_most *m, const struct single *s, struct number n)
{
	int c = m->known ? number_cmp(m->bytes, n) : -1;

	if (c > 0 || (c == 0 && place_cmp(m, s) <= 0))
		return;
	m->known = true;
	m->bytes = n;
	for (size_t i = 0; i < PLACES; i++) {
		m->place[i].n = 0;
		buf_slice(&m->place[i], single_label(s, place_key[i]));
	}
	join_labels(&m->labels, s);
}

static struct memory_module *
module_of(struct memory *m, const struct single *s)
{
	size_t bench = map_put(&m->benches, 0, s->bench);
	size_t known = m->modules.n;
	size_t i = map_put(&m->modules, bench, single_label(s, "module"));

	m->module = mem_grow(m->module, &m->cap, i, sizeof(*m->module));
	if (i == known)
		m->module[i] = (struct memory_module){
			.bench = bench,
			.name = m->modules.key[i].bytes,
		};
	return &m->module[i];
}

const struct memory_most *
memory_most(const struct memory_module *m)
{
	return m->peak.known ? &m->peak : &m->current;
}

static int
by_most(const void *a, const void *b)
{
	const struct memory_module *x = a, *y = b;
	int c = (x->bench > y->bench) - (x->bench < y->bench);

	if (c == 0)
		c = number_cmp(memory_most(y)->bytes, memory_most(x)->bytes);
	return c != 0 ? c : slice_cmp(x->name, y->name);
}

void
memory_read(struct memory *m, struct recin *in)
{
	size_t odd = 0;
	struct single s;

	*m = (struct memory){ .n = 0 };
	single_open(&s, in);
	while (single_next(&s)) {
		const struct metric *metric = metrics_find(s.metric);
		bool peak = metric_has(metric, ROLE_MEMORY_PEAK);
		struct memory_module *module;
		struct number n;

		if (!peak && !metric_has(metric, ROLE_MEMORY_CURRENT))
			continue;
		n = single_value(&s);
		if (!isfinite(n.real)) {
			odd++;
			continue;
		}
		single_labels(&s);
		module = module_of(m, &s);
		add(peak ? &module->peak : &module->current, &s, n);
	}
	if (odd > 0)
		warn("left out values that are not finite: %zu", odd);
	single_close(&s);
	m->n = m->modules.n;
	if (m->n > 0)
		qsort(m->module, m->n, sizeof(*m->module), by_most);
}

static void
free_most(struct memory_most *m)
{
	for (size_t i = 0; i < PLACES; i++)
		buf_free(&m->place[i]);
	buf_free(&m->labels);
}

void
memory_free(struct memory *m)
{
	for (size_t i = 0; i < m->n; i++) {
		free_most(&m->module[i].peak);
		free_most(&m->module[i].current);
	}
	free(m->module);
	map_free(&m->modules);
	map_free(&m->benches);
}
