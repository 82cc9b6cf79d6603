/* SPDX-License-Identifier: MIT */
/* The carried columns of each run. */
#include <stdlib.h>
#include <stdnoreturn.h>

#include "base/mem.h"
#include "origin.h"

void
origin_open(struct origin *o, const struct recin *in)
{
	size_t n;
	const struct slice *name = recin_columns(in, &n);

	*o = (struct origin){ 0 };
	carried_find(&o->columns, in);
	o->name = mem_zalloc(o->columns.n, sizeof(*o->name));
	for (size_t i = 0; i < o->columns.n; i++)
		o->name[i] = arena_copy(&o->arena, name[o->columns.at[i]]);
}

/* Makes room for the values of one more run. */
static void
add_run(struct origin *o, size_t run)
{
	size_t n = o->columns.n;

	while (o->runs <= run) {
		o->value = mem_resize(o->value, o->runs + 1,
		    n * sizeof(*o->value));
		for (size_t i = 0; i < n; i++)
			o->value[o->runs * n + i] = SLICE("");
		o->runs++;
	}
}

static noreturn void
fail_two(const struct recin *in, size_t column, const struct slice *record,
    struct slice before)
{
	struct slice bench = record[recin_column(in, "bench")];
	struct slice run = record[recin_column(in, "run")];

	recin_fail(in, column,
	    "'%.*s', but earlier '%.*s', in run %.*s of "
	    "'%.*s': number the runs differently (ovp-parse --run)",
	    SLICE_ARG(record[column]), SLICE_ARG(before), SLICE_ARG(run),
	    SLICE_ARG(bench));
}

void
origin_take_columns(struct origin *o, const struct recin *in, size_t run,
    const struct slice *record)
{
	size_t n = o->columns.n;

	add_run(o, run);
	for (size_t i = 0; i < n; i++) {
		struct slice text = record[o->columns.at[i]];
		struct slice *value = &o->value[run * n + i];

		if (text.n == 0 || slice_eq(text, *value))
			continue;
		if (value->n > 0)
			fail_two(in, o->columns.at[i], record, *value);
		*value = arena_copy(&o->arena, text);
	}
}

void
origin_write_names(const struct origin *o, struct recout *out)
{
	for (size_t i = 0; i < o->columns.n; i++)
		recout_field(out, o->name[i]);
}

void
origin_write(const struct origin *o, struct recout *out, size_t run)
{
	size_t n = o->columns.n;

	for (size_t i = 0; i < n; i++)
		recout_field(out,
		    run < o->runs ? o->value[run * n + i] : SLICE(""));
}

void
origin_free(struct origin *o)
{
	carried_free(&o->columns);
	free(o->name);
	free(o->value);
	arena_free(&o->arena);
}
