/* SPDX-License-Identifier: MIT */
/* Lays out metrics files as their producer does. */
#include "layout.h"

#include "base/slice.h"

/* What stands between the parts of a file. */
struct layout_text {
	struct slice file, array_begin, array_name_end, entry;
	struct slice label, label_value, label_end, metric, value, entry_end;
	struct slice array_end, file_end;
};

#define TEXT(s)                    \
	{                          \
		(s), sizeof(s) - 1 \
	}

static const struct layout_text texts[] = {
	[LAYOUT_PRETTY] = {
		.file = TEXT("{"),
		.array_begin = TEXT("\n  \""),
		.array_name_end = TEXT("\": ["),
		.entry = TEXT("\n    {\n      \"labels\": ["),
		.label = TEXT("\n        [\n          \""),
		.label_value = TEXT("\",\n          \""),
		.label_end = TEXT("\"\n        ]"),
		.metric = TEXT("\n      ],\n      \"metric\": \""),
		.value = TEXT("\",\n      \"value\": \""),
		.entry_end = TEXT("\"\n    }"),
		.array_end = TEXT("\n  ]"),
		.file_end = TEXT("\n}"),
	},
	[LAYOUT_COMPACT] = {
		.file = TEXT("{"),
		.array_begin = TEXT("\""),
		.array_name_end = TEXT("\":["),
		.entry = TEXT("{\"labels\":["),
		.label = TEXT("[\""),
		.label_value = TEXT("\",\""),
		.label_end = TEXT("\"]"),
		.metric = TEXT("],\"metric\":\""),
		.value = TEXT("\",\"value\":\""),
		.entry_end = TEXT("\"}"),
		.array_end = TEXT("]"),
		.file_end = TEXT("}"),
	},
};

static inline char *
put(char *p, struct slice s)
{
	memcpy(p, s.at, s.n);
	return p + s.n;
}

/* Room enough in the wider of the layouts. */
static size_t
size_of(const struct entry *e)
{
	size_t n = 256 + strlen(e->metric) + strlen(e->value);
	int i;

	for (i = 0; i < e->nlabels; i++)
		n += 64 + strlen(e->label[i].key) + strlen(e->label[i].value);
	return n;
}

/* Returns the end of the text. */
static char *
put_entry(char *p, const struct entry *e, const struct layout_text *t)
{
	int i;

	p = put(p, t->entry);
	for (i = 0; i < e->nlabels; i++) {
		if (i > 0)
			*p++ = ',';
		p = put(p, t->label);
		p = put(p, slice_str(e->label[i].key));
		p = put(p, t->label_value);
		p = put(p, slice_str(e->label[i].value));
		p = put(p, t->label_end);
	}
	p = put(p, t->metric);
	p = put(p, slice_str(e->metric));
	p = put(p, t->value);
	p = put(p, slice_str(e->value));
	return put(p, t->entry_end);
}

static void
write_text(struct metrics_file *f, struct slice s)
{
	f->bytes += s.n;
	if (!f->dry)
		recout_slice(&f->out, s);
}

void
file_open(struct metrics_file *f, enum layout layout, uint64_t seed, bool dry)
{
	*f = (struct metrics_file){ .layout = layout, .dry = dry };
	f->shuffle.rng.state = seed;
	if (!dry)
		recout_open(&f->out);
	if (layout != LAYOUT_SHUFFLED)
		write_text(f, texts[layout].file);
}

void
file_array(struct metrics_file *f, const char *name)
{
	if (f->layout == LAYOUT_SHUFFLED) {
		shuffle_begin(&f->shuffle, name);
		return;
	}
	if (f->narrays++ > 0) {
		write_text(f, texts[f->layout].array_end);
		write_text(f, SLICE(","));
	}
	write_text(f, texts[f->layout].array_begin);
	write_text(f, slice_str(name));
	write_text(f, texts[f->layout].array_name_end);
	f->empty = true;
}

void
file_entry(struct metrics_file *f, const struct entry *e)
{
	size_t room = size_of(e), n;
	char *begin, *p;

	if (f->layout == LAYOUT_SHUFFLED) {
		shuffle_entry(&f->shuffle, e);
		return;
	}
	begin = f->dry ? buf_room(&f->scratch, room) :
			 recout_room(&f->out, room);
	p = begin;
	if (!f->empty)
		*p++ = ',';
	f->empty = false;
	n = (size_t)(put_entry(p, e, &texts[f->layout]) - begin);
	f->bytes += n;
	if (!f->dry) {
		f->out.n += n;
		recout_mark(&f->out);
	}
}

void
file_close(struct metrics_file *f)
{
	if (f->layout == LAYOUT_SHUFFLED) {
		shuffle_write(&f->shuffle, &f->out);
	} else {
		write_text(f, texts[f->layout].array_end);
		write_text(f, texts[f->layout].file_end);
	}
	if (!f->dry)
		recout_close(&f->out);
	buf_free(&f->scratch);
}
