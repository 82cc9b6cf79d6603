/* SPDX-License-Identifier: MIT */
/* The proof times of a bench as a GitHub table. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "md.h"
#include "remarks.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/times.h"
#include "spark.h"

static void
put_title(struct recout *o, struct slice metric)
{
	recout_char(o, ' ');
	times_put_title(o, metric, escape_md);
	recout_str(o, " |");
}

static void
head(struct report *m)
{
	const struct sheet *s = m->s;

	recout_str(m->o, "| proof time (s) |");
	for (size_t i = 0; i < s->ntimes; i++)
		put_title(m->o, s->times[i]);
	if (s->recent)
		recout_str(m->o, " recent runs |");
	recout_str(m->o, "\n| :-- |");
	for (size_t i = 0; i < s->ntimes; i++)
		recout_str(m->o, " --: |");
	if (s->recent)
		recout_str(m->o, " :-- |");
	recout_char(m->o, '\n');
	cut_head(&m->doc.cut, m->o);
}

static void
row(struct report *m, const struct row *any, const struct row *const *cell)
{
	double weight = md_weight(m, any);

	for (size_t i = 0; i < m->s->ntimes; i++)
		if (cell[i] != NULL)
			weight = fmax(weight, md_weight(m, cell[i]));
	recout_str(m->o, "| ");
	if (times_is_total(any))
		recout_str(m->o, "**total**");
	else
		md_key(m, any, 0);
	recout_str(m->o, times_remark(any));
	remarks_row(m->o, m->s, any);
	recout_str(m->o, " |");
	for (size_t i = 0; i < m->s->ntimes; i++) {
		recout_char(m->o, ' ');
		if (cell[i] != NULL)
			md_cell(m, cell[i], STAT_AVG, true, put_seconds);
		else
			recout_char(m->o, '-');
		recout_str(m->o, " |");
	}
	if (m->s->recent) {
		recout_char(m->o, ' ');
		if (cell[0] != NULL)
			spark_put_list(m->o, cell[0]->recent);
		recout_str(m->o, " |");
	}
	recout_char(m->o, '\n');
	cut_row(&m->doc.cut, m->o, weight);
}

void
md_times(struct report *m, size_t from, size_t end)
{
	const struct row **cell, *any;
	bool open = false;

	cell = mem_zalloc(m->s->ntimes + 1, sizeof(*cell));
	while ((any = times_next(m->s, &from, end, cell)) != NULL) {
		if (!open)
			head(m);
		open = true;
		row(m, any, cell);
	}
	if (open)
		md_table_close(m);
	free(cell);
}
