/* SPDX-License-Identifier: MIT */
/* Functions that writers share. */
#include "doc_writer.h"

void
doc_nothing(struct doc *d)
{
	(void)d;
}

struct slice
doc_title(const struct doc *d, const struct doc_column *c)
{
	return (struct slice){ d->table.text.at + c->at, c->n };
}

struct slice
doc_caption(const struct doc *d)
{
	return (struct slice){ d->table.text.at, d->table.caption };
}
