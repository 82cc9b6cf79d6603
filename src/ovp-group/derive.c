/* SPDX-License-Identifier: MIT */
/* Metrics derived from the parts that a prover reports. */
#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "derive.h"
#include "stream/labels.h"
#include "totals.h"

bool
derive_wants(struct slice metric)
{
	return part_of(metric) != PARTS;
}

static void
add(struct derive *d, size_t run, enum part part, struct slice labels,
    struct number n)
{
	size_t i = map_put(&d->labels, run, labels), old = d->cap;

	d->parts = mem_grow(d->parts, &d->cap, i, sizeof(*d->parts));
	if (d->cap > old)
		memset(d->parts + old, 0, (d->cap - old) * sizeof(*d->parts));
	parts_add(&d->parts[i], part, n);
}

/* The labels that a blob's total keeps: group, idx; false if one is missing. */
static bool
blob_labels(struct slice labels, struct buf *out)
{
	static const struct slice keep[] = { { "group", 5 }, { "idx", 3 } };
	struct slice value;

	for (size_t i = 0; i < 2; i++) {
		if (!labels_find(labels, keep[i], &value))
			return false;
		if (out->n > 0)
			buf_char(out, ',');
		buf_slice(out, keep[i]);
		buf_add(out, "=\"", 2);
		buf_slice(out, value);
		buf_char(out, '"');
	}
	return true;
}

void
derive_add(struct derive *d, size_t run, struct slice metric,
    struct slice labels, struct number n)
{
	enum part part = part_of(metric);
	struct buf kept = { 0 };

	if (part != BLOB)
		add(d, run, part, labels, n);
	else if (blob_labels(labels, &kept))
		add(d, run, part, buf_bytes(&kept), n);
	buf_free(&kept);
}

/* The parts that make up a set's own total; none if it already has one. */
static unsigned
total_of(const struct parts *p, enum version version)
{
	return (p->has & PART_BIT(TOTAL)) != 0 ? 0 : parts_proof(p, version);
}

void
derive_write(struct derive *d, enum version version, const struct parts_to *to)
{
	if (version != VERSION_2_0)
		totals_derive(&d->labels, d->parts, to);
	for (size_t i = 0; i < d->labels.n; i++) {
		const struct map_key *k = &d->labels.key[i];
		struct parts *p = &d->parts[i];
		unsigned set = total_of(p, version);

		if (set != 0)
			to->emit(to->ctx, k->parent, part_name(TOTAL), k->bytes,
			    parts_sum(p, set));
		if ((p->has & (PART_BIT(BLOB) | PART_BIT(BLOB_TOTAL))) ==
		    PART_BIT(BLOB))
			to->emit(to->ctx, k->parent, part_name(BLOB_TOTAL),
			    k->bytes, parts_sum(p, PART_BIT(BLOB)));
	}
}

void
derive_free(struct derive *d)
{
	for (size_t i = 0; i < d->labels.n; i++)
		parts_free(&d->parts[i]);
	map_free(&d->labels);
	free(d->parts);
}
