/* SPDX-License-Identifier: MIT */
/* Proof times of a bench by group. */
#include "domain/metrics.h"
#include "stream/recout.h"
#include "domain/stages.h"
#include "times.h"

const struct row *
times_next(const struct sheet *s, size_t *from, size_t end,
    const struct row **cell)
{
	const struct row *found = NULL;

	while (*from < end && found == NULL) {
		size_t to = sheet_group_end(s, *from, end);

		for (size_t i = 0; i < s->ntimes; i++)
			cell[i] = NULL;
		for (size_t i = *from; i < to; i++) {
			const struct row *r = &s->row[i];

			if (r->time == 0)
				continue;
			cell[r->time - 1] = r;
			found = r;
		}
		*from = to;
	}
	return found;
}

bool
times_is_total(const struct row *r)
{
	return slice_eq(r->key[0], SLICE("*"));
}

const char *
times_remark(const struct row *r)
{
	return stage_in_total(stage_of(r->key[0])) ? "" : " (not in the total)";
}

bool
times_is_serial(struct slice metric)
{
	return metric_has(metrics_find(metric), ROLE_SECONDS);
}

struct slice
times_provers(struct slice metric)
{
	const char *at = memchr(metric.at, '@', metric.n);

	if (at == NULL)
		return (struct slice){ "", 0 };
	return (
	    struct slice){ at + 1, metric.n - (size_t)(at + 1 - metric.at) };
}

void
times_put_title(struct recout *o, struct slice metric,
    void (*put)(struct recout *, struct slice))
{
	struct slice provers = times_provers(metric);

	if (times_is_serial(metric)) {
		recout_str(o, "serial");
	} else if (provers.n == 0) {
		recout_str(o, "parallel");
	} else {
		put(o, provers);
		recout_str(o, " provers");
	}
}
