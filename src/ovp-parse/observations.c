/* SPDX-License-Identifier: MIT */
/* Means of histograms and summaries. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "number/number.h"
#include "number/numfmt.h"
#include "observations.h"

struct observed {
	bool known[OBSERVATION_COUNT + 1];
	double value[OBSERVATION_COUNT + 1];
};

static struct observed *
series(struct observations *o, size_t family, struct slice labels)
{
	size_t at = map_put(&o->series, family, labels);

	if (at == o->cap) {
		o->observed = mem_grow(o->observed, &o->cap, at,
		    sizeof(*o->observed));
		memset(o->observed + at, 0,
		    (o->cap - at) * sizeof(*o->observed));
	}
	return &o->observed[at];
}

size_t
observations_mean(struct observations *o, size_t family, struct slice labels,
    enum observation part, struct slice value, char *out)
{
	struct observed *s = series(o, family, labels);
	double sum, count;
	struct number n;

	s->known[part] = numparse(value, &n);
	s->value[part] = n.real;
	if (!s->known[OBSERVATION_SUM] || !s->known[OBSERVATION_COUNT])
		return 0;
	sum = s->value[OBSERVATION_SUM];
	count = s->value[OBSERVATION_COUNT];
	*s = (struct observed){ 0 };
	if (!isfinite(sum) || !isfinite(count) || count <= 0)
		return 0;
	return numfmt(out, number_real(sum / count));
}

void
observations_free(struct observations *o)
{
	map_free(&o->series);
	free(o->observed);
}
