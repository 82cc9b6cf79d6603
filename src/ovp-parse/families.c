/* SPDX-License-Identifier: MIT */
/* Metric families of Prometheus: HELP, TYPE and what they say of a name. */
#include <stdlib.h>

#include "base/mem.h"
#include "families.h"

size_t
families_put(struct families *f, struct slice name)
{
	size_t at = map_put(&f->names, 0, name);

	if (at == f->cap) {
		f->family = mem_grow(f->family, &f->cap, at,
		    sizeof(*f->family));
		memset(f->family + at, 0, (f->cap - at) * sizeof(*f->family));
	}
	return at;
}

bool
family_set_type(struct family *f, struct slice type)
{
	static const struct {
		const char *name;
		bool counter, observed;
	} known[] = {
		{ "counter", true, false },
		{ "gauge", false, false },
		{ "histogram", false, true },
		{ "summary", false, true },
		{ "untyped", false, false },
		{ "unknown", false, false },
		{ "info", false, false },
		{ "stateset", false, false },
		{ "gaugehistogram", false, true },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (slice_eq(type, slice_str(known[i].name))) {
			f->type = true;
			f->counter = known[i].counter;
			f->observed = known[i].observed;
			return true;
		}
	return false;
}

/* The family whose name is another's without its end, or NULL. */
static const struct family *
before(const struct families *f, size_t own, struct slice end, size_t *at)
{
	struct slice name = f->names.key[own].bytes;

	if (!slice_ends(name, end))
		return NULL;
	name.n -= end.n;
	*at = map_find(&f->names, 0, name);
	return *at == MAP_NONE ? NULL : &f->family[*at];
}

bool
families_is_counter(const struct families *f, size_t own)
{
	const struct family *of = &f->family[own];
	size_t at;

	if (!of->type)
		of = before(f, own, SLICE("_total"), &at);
	return of != NULL && of->counter;
}

bool
families_is_created(const struct families *f, size_t own)
{
	const struct family *of;
	size_t at;

	if (f->family[own].type)
		return false;
	of = before(f, own, SLICE("_created"), &at);
	return of != NULL && (of->counter || of->observed);
}

enum observation
families_observation(const struct families *f, size_t own, size_t *of)
{
	static const struct {
		struct slice end;
		enum observation part;
	} ends[] = {
		{ { "_sum", 4 }, OBSERVATION_SUM },
		{ { "_gsum", 5 }, OBSERVATION_SUM },
		{ { "_count", 6 }, OBSERVATION_COUNT },
		{ { "_gcount", 7 }, OBSERVATION_COUNT },
	};

	for (size_t i = 0;
	     !f->family[own].type && i < sizeof(ends) / sizeof(*ends); i++) {
		const struct family *to = before(f, own, ends[i].end, of);

		if (to != NULL && to->observed)
			return ends[i].part;
	}
	return OBSERVATION_NONE;
}

void
families_free(struct families *f)
{
	map_free(&f->names);
	free(f->family);
}
