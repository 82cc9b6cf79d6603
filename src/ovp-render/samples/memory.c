/* SPDX-License-Identifier: MIT */
/* Maximum GPU memory of each module. */
#include "heading.h"
#include "memory.h"
#include "ovp-render/doc/cut.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/doc/link.h"
#include "ovp-render/format/format.h"

struct report {
	const struct opts *opts;
	struct recout *o;
	struct cut cut;
	struct memory memory;
};

static struct number
gibibytes(struct number bytes)
{
	return number_real(bytes.real / 0x1p30);
}

static void
put_head(struct report *r, size_t bench)
{
	bool compat = r->opts->compat;

	if (!compat || r->memory.benches.n > 1)
		heading_put(r->o, r->memory.benches.key[bench].bytes);
	if (compat)
		recout_str(r->o, "## GPU Memory Usage\n\n");
	/* One picture shows all benches. */
	if (r->opts->nlinks > 0 && bench == r->memory.module[0].bench) {
		recout_printf(r->o, "![GPU %s](",
		    compat ? "Memory Usage" : "memory");
		link_put(r->o, slice_str(r->opts->links[0]));
		recout_str(r->o, ")\n\n");
	}
	recout_str(r->o,
	    compat ? "| Module | Max (GB) | Max At |\n| --- | ---: | --- |\n" :
		     "| module | max (GiB) | group | proof | phase |\n"
		     "| :-- | --: | :-- | --: | :-- |\n");
	cut_head(&r->cut, r->o);
}

static void
put_place(struct recout *o, const struct memory_most *most)
{
	recout_char(o, ' ');
	escape_md(o, buf_bytes(&most->place[PLACE_GROUP]));
	recout_str(o, " | ");
	escape_md(o, buf_bytes(&most->place[PLACE_SEGMENT]));
	if (most->place[PLACE_SEGMENT].n > 0 && most->place[PLACE_IDX].n > 0)
		recout_char(o, '.');
	escape_md(o, buf_bytes(&most->place[PLACE_IDX]));
	recout_str(o, " | ");
	escape_md(o, buf_bytes(&most->place[PLACE_PHASE]));
	recout_str(o, " |");
}

static void
put_row(struct report *r, const struct memory_module *module)
{
	const struct memory_most *most = memory_most(module);

	recout_str(r->o, "| ");
	if (module->name.n > 0)
		escape_md(r->o, module->name);
	else
		recout_str(r->o, "(no module)");
	recout_str(r->o, " | ");
	if (r->opts->compat) {
		put_seconds(r->o, gibibytes(most->bytes));
		recout_str(r->o, " | ");
		escape_md(r->o, buf_bytes(&most->labels));
		recout_str(r->o, " |");
	} else {
		put_value(r->o, gibibytes(most->bytes));
		recout_str(r->o, " |");
		put_place(r->o, most);
	}
	recout_char(r->o, '\n');
	cut_row(&r->cut, r->o, most->bytes.real);
}

void
render_memory(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct report r = { .opts = opts,
		.o = o,
		.cut = { .max = opts->max_bytes } };
	const struct memory_module *module;

	memory_read(&r.memory, in);
	module = r.memory.module;
	if (r.memory.n == 0 && !opts->compat)
		recout_str(o,
		    "No GPU memory: the input has neither "
		    "`gpu_mem.local_peak_bytes` nor "
		    "`gpu_mem.current_bytes`.\n");
	for (size_t i = 0; i < r.memory.n; i++) {
		if (i == 0 || module[i].bench != module[i - 1].bench)
			put_head(&r, module[i].bench);
		put_row(&r, &module[i]);
		if (i + 1 == r.memory.n ||
		    module[i].bench != module[i + 1].bench) {
			recout_char(o, '\n');
			cut_tail(&r.cut, o);
		}
	}
	cut_fit(&r.cut, o);
	memory_free(&r.memory);
}
