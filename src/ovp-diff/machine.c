/* SPDX-License-Identifier: MIT */
/* Effect of the machine's speed, and its removal from times and rates. */
#include "causes.h"
#include "domain/compared.h"
#include "machine.h"

void
machine_find(struct store *s, const size_t *layout, const struct judgement *all)
{
	size_t n = s->metrics.n;

	for (size_t from = 0, end; from < n; from = end) {
		size_t at = s->place[s->series[layout[from]].place].bench;
		struct bench *b = &s->bench[at];

		for (end = from; end < n &&
		     at == s->place[s->series[layout[end]].place].bench;
		     end++)
			;
		b->machine = b->other_prover ?
		    1 :
		    causes_machine(s, layout + from, end - from, all);
	}
}

double
machine_factor(const struct metric *m, double machine)
{
	if (m->class == METRIC_EXACT || machine == 0)
		return 1;
	if (m->better == METRIC_HIGHER)
		return machine;
	return metric_is_time(m) ? 1 / machine : 1;
}

bool
machine_take_out(struct store *s, const struct judgement *all)
{
	bool any = false;

	for (size_t i = 0; i < s->metrics.n; i++) {
		struct runs *now = &s->series[i].side[NOW];
		size_t bench = s->place[s->series[i].place].bench;
		double by = machine_factor(all[i].metric,
		    s->bench[bench].machine);

		if (by == 1)
			continue;
		any = true;
		for (size_t r = 0; r < now->n; r++)
			for (size_t k = STAT_COUNT + 1; k < STATS; k++)
				now->at[r].n[k] = number_real(
				    now->at[r].n[k].real * by);
	}
	return any;
}
