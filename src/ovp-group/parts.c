/* SPDX-License-Identifier: MIT */
/* Parts of the time of a proof. */
#include <math.h>

#include "base/recent.h"
#include "domain/metrics.h"
#include "parts.h"

/* The names, set at their first use; the parts of a slot, PARTS at their end. */
static struct slice name[PARTS];
static unsigned char first[RECENT], next[PARTS];

static void
name_parts(void)
{
	for (unsigned p = EXECUTE_FIRST; p <= EXECUTE_LAST; p++)
		name[p] = metrics_with(ROLE_EXECUTE, p - EXECUTE_FIRST);
	for (unsigned p = BESIDE_FIRST; p <= BESIDE_LAST; p++)
		name[p] = metrics_with(ROLE_BESIDE, p - BESIDE_FIRST);
	name[TRACE_GEN] = metrics_named(ROLE_TRACE_GEN);
	name[STARK_PROVE] = metrics_named(ROLE_PROVE);
	name[METERED] = metrics_named(ROLE_METERED);
	name[TOTAL] = metrics_named(ROLE_TOTAL);
	name[HALO2_PROOF] = metrics_with(ROLE_TOTAL, 1);
	name[BLOB] = metrics_named(ROLE_BLOB);
	name[BLOB_TOTAL] = metrics_named(ROLE_BLOB_TOTAL);
	memset(first, PARTS, sizeof(first));
	for (unsigned p = 0; p < PARTS; p++) {
		unsigned char *slot = &first[recent_slot(name[p])];

		next[p] = *slot;
		*slot = (unsigned char)p;
	}
}

struct slice
part_name(enum part part)
{
	if (name[0].n == 0)
		name_parts();
	return name[part];
}

enum part
part_of(struct slice metric)
{
	unsigned p;

	if (name[0].n == 0)
		name_parts();
	for (p = first[recent_slot(metric)]; p < PARTS; p = next[p])
		if (slice_eq(metric, name[p]))
			break;
	return p;
}

void
parts_add(struct parts *p, enum part part, struct number n)
{
	p->has |= PART_BIT(part);
	if (isfinite(n.real))
		sum_add(&p->sum[part], n);
	else
		p->broken |= PART_BIT(part);
}

void
parts_merge(struct parts *p, unsigned set, struct parts *from)
{
	set &= from->has;
	p->has |= set;
	p->broken |= set & from->broken;
	for (enum part i = 0; i < PARTS; i++)
		if ((set & PART_BIT(i)) != 0)
			sum_merge(&p->sum[i], &from->sum[i]);
}

struct number
parts_sum(struct parts *p, unsigned set)
{
	struct sum sum = { 0 };
	struct number n;

	set &= p->has;
	for (enum part i = 0; i < PARTS; i++)
		if ((set & PART_BIT(i)) != 0)
			sum_merge(&sum, &p->sum[i]);
	n = sum_value(&sum);
	sum_free(&sum);
	return (p->broken & set) == 0 ? n : number_real(NAN);
}

unsigned
parts_execute(unsigned set)
{
	set &= PARTS_EXECUTE;
	return set & (~set + 1);
}

unsigned
parts_proof(const struct parts *p, enum version version)
{
	unsigned set = PART_BIT(TRACE_GEN) | PART_BIT(STARK_PROVE);
	unsigned execute = parts_execute(p->has);

	if (execute == 0 || (p->has & set) != set)
		return 0;
	if (version != VERSION_2_0)
		set |= p->has & (PARTS_BESIDE | PART_BIT(METERED));
	return set | execute;
}

void
parts_free(struct parts *p)
{
	for (enum part i = 0; i < PARTS; i++)
		sum_free(&p->sum[i]);
}
