/* SPDX-License-Identifier: MIT */
/* Metrics derived from the parts that a prover reports. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "derive.h"
#include "domain/metrics.h"
#include "number/sum.h"
#include "stream/labels.h"

/* The generations of execution first: the first that is there counts. */
enum part {
	EXECUTE_FIRST, EXECUTE_LAST = EXECUTE_FIRST + 2, TRACE_GEN,
	STARK_PROVE, METERED, BESIDE_FIRST, BESIDE_LAST = BESIDE_FIRST + 1,
	TOTAL, BLOB, BLOB_TOTAL, PARTS,
};

/* Their names, once they have been asked for. */
static struct slice part_name[PARTS];

static void
name_parts(void)
{
	for (unsigned p = EXECUTE_FIRST; p <= EXECUTE_LAST; p++)
		part_name[p] = metrics_with(ROLE_EXECUTE, p - EXECUTE_FIRST);
	for (unsigned p = BESIDE_FIRST; p <= BESIDE_LAST; p++)
		part_name[p] = metrics_with(ROLE_BESIDE, p - BESIDE_FIRST);
	part_name[TRACE_GEN] = metrics_named(ROLE_TRACE_GEN);
	part_name[STARK_PROVE] = metrics_named(ROLE_PROVE);
	part_name[METERED] = metrics_named(ROLE_METERED);
	part_name[TOTAL] = metrics_named(ROLE_TOTAL);
	part_name[BLOB] = metrics_named(ROLE_BLOB);
	part_name[BLOB_TOTAL] = metrics_named(ROLE_BLOB_TOTAL);
}

struct proof {
	unsigned	 has, broken;	/* sets of parts: seen; not finite */
	struct sum	 sum[PARTS];
};

static enum part
part_of(struct slice metric)
{
	unsigned p = 0;

	if (part_name[0].n == 0)
		name_parts();
	while (p < PARTS && !slice_eq(metric, part_name[p]))
		p++;
	return p;
}

bool
derive_wants(struct slice metric)
{
	return metric.n >= 15 && metric.n <= 35 && part_of(metric) != PARTS;
}

static void
add(struct derive *d, size_t run, enum part part, struct slice labels,
    struct number n)
{
	size_t i = map_put(&d->labels, run, labels), old = d->cap;

	d->proof = mem_grow(d->proof, &d->cap, i, sizeof(*d->proof));
	if (d->cap > old)
		memset(d->proof + old, 0, (d->cap - old) * sizeof(*d->proof));
	d->proof[i].has |= 1u << part;
	if (isfinite(n.real))
		sum_add(&d->proof[i].sum[part], n);
	else
		d->proof[i].broken |= 1u << part;
}

/* The labels that a blob's total keeps: group, idx. False if one is missing. */
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

/* The sum of the parts in a set; one that is not finite leaves none. */
static struct number
sum_of(struct proof *p, unsigned set)
{
	struct sum sum = { 0 };
	struct number n;

	for (enum part i = 0; i < PARTS; i++)
		if ((set & 1u << i) != 0)
			sum_merge(&sum, &p->sum[i]);
	n = sum_value(&sum);
	sum_free(&sum);
	return (p->broken & set) == 0 ? n : number_real(NAN);
}

static bool
total_time(struct proof *p, enum version version, struct number *total)
{
	unsigned parts = 1u << TRACE_GEN | 1u << STARK_PROVE;
	enum part execute = EXECUTE_FIRST;

	while (execute <= EXECUTE_LAST && (p->has & 1u << execute) == 0)
		execute++;
	if (execute > EXECUTE_LAST || (p->has & 1u << TOTAL) != 0)
		return false;
	parts |= 1u << execute;
	if ((p->has & parts) != parts)
		return false;
	if (version != VERSION_2_0)
		parts |= p->has & (1u << METERED | 1u << BESIDE_FIRST |
		    1u << BESIDE_LAST);
	*total = sum_of(p, parts);
	return true;
}

void
derive_write(struct derive *d, enum version version, void (*emit)(void *,
    size_t, struct slice, struct slice, struct number), void *ctx)
{
	for (size_t i = 0; i < d->labels.n; i++) {
		const struct map_key *k = &d->labels.key[i];
		struct proof *p = &d->proof[i];
		struct number n;

		if (total_time(p, version, &n))
			emit(ctx, k->parent, part_name[TOTAL], k->bytes, n);
		if ((p->has & (1u << BLOB | 1u << BLOB_TOTAL)) == 1u << BLOB)
			emit(ctx, k->parent, part_name[BLOB_TOTAL],
			    k->bytes, sum_of(p, 1u << BLOB));
	}
}

void
derive_free(struct derive *d)
{
	for (size_t i = 0; i < d->labels.n; i++)
		for (unsigned p = 0; p < PARTS; p++)
			sum_free(&d->proof[i].sum[p]);
	map_free(&d->labels);
	free(d->proof);
}
