/* SPDX-License-Identifier: MIT */
/* Tables as CSV (RFC 4180), with nothing around them. */
#include "doc_writer.h"
#include "escape.h"

static void
name(struct recout *o, struct slice field)
{
	escape_csv(o, field, false);
}

static void
raw(struct recout *o, struct slice field)
{
	escape_csv(o, field, true);
}

/* Each title and cell ends with a comma, which the last one loses here. */
static void
row_end(struct doc *d)
{
	d->o->n--;
	recout_str(d->o, "\r\n");
}

static void
cell_end(struct doc *d)
{
	recout_char(d->o, ',');
}

static void
table(struct doc *d)
{
	for (size_t i = 0; i < d->table.n; i++) {
		if (d->table.column[i].hidden)
			continue;
		recout_slice(d->o, doc_title(d, &d->table.column[i]));
		cell_end(d);
	}
	row_end(d);
}

#define TABLES                                                       \
	.medium = DOC_CSV, .table = table, .table_end = doc_nothing, \
	.row = doc_nothing, .row_end = row_end, .cell = doc_nothing, \
	.cell_end = cell_end

const struct doc_writer doc_csv = { TABLES, .voice = { name, name } };
const struct doc_writer doc_csv_raw = { TABLES, .voice = { raw, raw } };
