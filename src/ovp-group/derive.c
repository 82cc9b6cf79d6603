/* SPDX-License-Identifier: MIT */
/* Metrics derived from the parts that a prover reports. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "derive.h"
#include "number/sum.h"
#include "stream/labels.h"

/* The three generations of execution first: the first that is there counts. */
enum part {
	EXECUTE_PREFLIGHT, EXECUTE_E3, EXECUTE, TRACE_GEN, STARK_PROVE,
	METERED, INITIAL_MEMORY, POSTFLIGHT, TOTAL, BLOB, BLOB_TOTAL, PARTS,
};

/* 15 bytes more can be read, as behind a record's fields. */
#define NAME(s)	{ s "\0\0\0\0\0\0\0\0\0\0\0\0\0\0", sizeof(s) - 1 }

static const struct slice part_name[PARTS] = {
	[EXECUTE_PREFLIGHT] = NAME("execute_preflight_time_ms"),
	[EXECUTE_E3] = NAME("execute_e3_time_ms"),
	[EXECUTE] = NAME("execute_time_ms"),
	[TRACE_GEN] = NAME("trace_gen_time_ms"),
	[STARK_PROVE] = NAME("stark_prove_excluding_trace_time_ms"),
	[METERED] = NAME("execute_metered_time_ms"),
	[INITIAL_MEMORY] = NAME("set_initial_memory_time_ms"),
	[POSTFLIGHT] = NAME("postflight_time_ms"),
	[TOTAL] = NAME("total_proof_time_ms"),
	[BLOB] = NAME("generate_blob_time_ms"),
	[BLOB_TOTAL] = NAME("generate_blob_total_time_ms"),
};

struct proof {
	unsigned	 has, broken;	/* sets of parts: seen; not finite */
	struct sum	 sum[PARTS];
};

static enum part
part_of(struct slice metric)
{
	unsigned p = 0;

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
	enum part execute = EXECUTE_PREFLIGHT;

	while (execute <= EXECUTE && (p->has & 1u << execute) == 0)
		execute++;
	if (execute > EXECUTE || (p->has & 1u << TOTAL) != 0)
		return false;
	parts |= 1u << execute;
	if ((p->has & parts) != parts)
		return false;
	if (version != VERSION_2_0)
		parts |= p->has & (1u << METERED | 1u << INITIAL_MEMORY |
		    1u << POSTFLIGHT);
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
