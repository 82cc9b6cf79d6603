/* SPDX-License-Identifier: MIT */
/* The fast lane: entries in the prover's own layouts. */
#include "base/block.h"
#include "fast.h"

#define ALWAYS_INLINE static inline __attribute__((always_inline))

/* A text that must follow, with room for whole blocks to be compared. */
struct piece {
	char text[64];
	size_t n;
};

/* Larger entries take the slow lane, which enforces the limits. */
enum { FAST_LONGEST = 64 * 1024 };

#define PIECE(s)                 \
	{                        \
		s, sizeof(s) - 1 \
	}

/* The fixed text around the variable parts of an entry. */
struct layout {
	struct piece begin;   /* up to the first key */
	struct piece between; /* key and value */
	struct piece next;    /* a value and the next key */
	struct piece last;    /* the last value and the metric */
	struct piece bare;    /* no label: up to the metric */
	struct piece value;   /* the metric and the value */
	struct piece end;     /* after the value */
};

static const struct layout pretty = {
	PIECE("\n    {\n      \"labels\": [\n        [\n          \""),
	PIECE("\",\n          \""),
	PIECE("\"\n        ],\n        [\n          \""),
	PIECE("\"\n        ]\n      ],\n      \"metric\": \""),
	PIECE("\n    {\n      \"labels\": [],\n      \"metric\": \""),
	PIECE("\",\n      \"value\": \""),
	PIECE("\"\n    }"),
};

static const struct layout compact = {
	PIECE("{\"labels\":[[\""),
	PIECE("\",\""),
	PIECE("\"],[\""),
	PIECE("\"]],\"metric\":\""),
	PIECE("{\"labels\":[],\"metric\":\""),
	PIECE("\",\"value\":\""),
	PIECE("\"}"),
};

/*
 * Passes a piece; NULL if another text is there. No bounds are checked, here
 * and below: nothing matches the zeros after the text.
 */
ALWAYS_INLINE const char *
pass(const char *p, const struct piece *piece)
{
	return block_same(p, piece->text, piece->n) ? p + piece->n : NULL;
}

/* A string from p to its quote; false at an escape or a special byte. */
ALWAYS_INLINE bool
string(const char *p, struct slice *s)
{
	size_t n = 0, i;

	do {
		i = block_special(p + n);
		n += i;
	} while (i == 16);
	*s = (struct slice){ p, n };
	return p[n] == '"';
}

/* Digits of a number that is certainly below 2^64. */
ALWAYS_INLINE bool
counter(const char *p, struct slice *s)
{
	size_t n = block_no_digit(p);

	if (n == 16)
		n += block_no_digit(p + 16);
	*s = (struct slice){ p, n };
	return n > 0 && n < 20 && p[n] == '"';
}

/* Digits with at most one point and an optional minus. */
static bool
gauge(const char *p, struct slice *s)
{
	size_t n = *p == '-', digits = 0, points = 0;

	for (; (p[n] >= '0' && p[n] <= '9') || p[n] == '.'; n++) {
		points += p[n] == '.';
		digits += p[n] != '.';
	}
	*s = (struct slice){ p, n };
	return digits > 0 && points < 2 && p[n] == '"';
}

/* The sequence of keys that goes on at p, or NULL. */
ALWAYS_INLINE struct shape *
longer(const struct shape *shape, const char *p)
{
	struct shape *s = shape->child;

	while (s != NULL && !phrase_is(&s->before, p))
		s = s->next;
	return s;
}

/* longer() of a key that no entry had there before. */
static struct shape *
add_key(struct shapes *shapes, struct shape *shape, const char *p,
    const struct layout *l)
{
	const char *key = pass(p, shape->nlabels == 0 ? &l->begin : &l->next);

	if (key == NULL)
		return NULL;
	return shapes_add(shapes, shape, p, key,
	    (struct slice){ l->between.text, l->between.n });
}

/* The ending of an entry whose last label ends at p, or NULL. */
static struct ending *
find_ending(struct shapes *shapes, struct shape *shape, const char *p,
    const struct layout *l, struct needs *needs)
{
	const char *at = pass(p, shape->nlabels == 0 ? &l->bare : &l->last);
	const char *value;
	struct slice metric;

	if (at == NULL || !string(at, &metric))
		return NULL;
	value = pass(at + metric.n, &l->value);
	if (value == NULL)
		return NULL;
	return shapes_end(shapes, shape,
	    (struct slice){ p, (size_t)(value - p) }, metric, needs);
}

/* The same, if it is that which followed the last time, as most do. */
ALWAYS_INLINE struct ending *
ending(struct shape *shape, const char *p)
{
	struct ending *e = shape->last;

	if (e == NULL || (e = e->follow) == NULL || e->shape != shape ||
	    !phrase_is(&e->before, p))
		return NULL;
	shape->last = e;
	return e;
}

/* An entry; returns where it ends, or NULL. */
ALWAYS_INLINE const char *
entry(struct fast *f, struct shapes *shapes, enum kind kind, const char *text,
    const struct layout *l, struct needs *needs)
{
	struct shape *shape = &shapes->root, *s;
	const char *p = text;
	size_t n = 0;

	while ((s = longer(shape, p)) != NULL ||
	    ((f->ending = ending(shape, p)) == NULL &&
		(s = add_key(shapes, shape, p, l)) != NULL)) {
		shape = s;
		if (!string(p + s->before.n, &f->label[n]))
			return NULL;
		p = f->label[n].at + f->label[n].n;
		n++;
	}
	if (f->ending == NULL)
		f->ending = find_ending(shapes, shape, p, l, needs);
	if (f->ending == NULL)
		return NULL;
	p += f->ending->before.n;
	if (!(kind == KIND_COUNTER ? counter(p, &f->value) :
				     gauge(p, &f->value)))
		return NULL;
	return pass(p + f->value.n, &l->end);
}

/* Puts n labels; returns where they end. */
ALWAYS_INLINE char *
put_labels(const struct fast *f, char *to, const struct kept *kept, size_t n)
{
	char *from = to;

	for (size_t i = 0; i < n; i++) {
		const struct shape *key = kept[i].key;
		struct slice value = f->label[kept[i].label];

		to = block_put(to, key->shown, key->nshown);
		to = block_put(to, value.at, value.n);
		*to++ = '"';
		*to++ = ',';
	}
	return to == from ? to : to - 1;
}

/* Puts the columns before the labels; returns where these begin. */
ALWAYS_INLINE char *
put_columns(const struct fast *f, char *to, struct slice prefix)
{
	struct slice metric = f->ending->metric;

	to = block_put(to, prefix.at, prefix.n);
	to = block_put(to, metric.at, metric.n);
	*to++ = '\t';
	to = block_put(to, f->value.at, f->value.n);
	*to++ = '\t';
	return to;
}

/* What is to be done with an entry's record. */
enum need {
	NEED_NONE,
	NEED_WRITE,
	NEED_OTHER, /* another thread must take the entry */
};

/*
 * Says whether an entry's record is needed; sets the labels that it keeps.
 * There is room for all of them at `to'.
 */
static enum need
needed(struct fast *f, struct samples *out, enum kind kind, char *to)
{
	struct ending *e = f->ending;
	struct kept labels[SHAPE_LABELS];
	struct slice all = { to, 0 };
	bool known = true;
	size_t n;

	if (out->needs->wanted.nlabels > 0) {
		n = shape_labels(e->shape, NEEDS_ALL, labels);
		all.n = (size_t)(put_labels(f, to, labels, n) - to);
	}
	if (!samples_needs(out, &e->needs, kind, f->value, all))
		return NEED_NONE;
	if (e->settled)
		return NEED_WRITE;
	if (e->needs.labels != NEEDS_ALL)
		known = shape_is_known(e->shape, out->needs);
	if (!known && out->needs->shared != NULL)
		return NEED_OTHER;
	e->nkept = shape_labels(e->shape, known ? e->needs.labels : NEEDS_ALL,
	    e->kept);
	e->settled = known;
	e->needed = known && e->needs.taken && out->needs->wanted.nlabels == 0;
	return NEED_WRITE;
}

/* Whether needed() would say that a record is written and change nothing. */
ALWAYS_INLINE bool
is_needed(const struct fast *f, const struct samples *out)
{
	return f->ending->needed && !out->first && !wanted_is_zero(f->value);
}

/* Writes the record of an entry that took n bytes; false: NEED_OTHER. */
ALWAYS_INLINE bool
record(struct fast *f, struct samples *out, enum kind kind, size_t n)
{
	struct slice prefix = buf_bytes(&out->prefix[kind]);
	struct slice carried = buf_bytes(&out->carried);
	enum need need;
	char *to,
	    *start = recout_room(&out->out, prefix.n + n + carried.n + 64);

	to = put_columns(f, start, prefix);
	if (out->needs != NULL && !is_needed(f, out) &&
	    (need = needed(f, out, kind, to)) != NEED_WRITE)
		return need == NEED_NONE;
	to = put_labels(f, to, f->ending->kept, f->ending->nkept);
	if (carried.n > 0)
		to = block_put(to, carried.at, carried.n);
	*to++ = '\n';
	out->out.n += (size_t)(to - start);
	recout_mark(&out->out);
	return true;
}

ALWAYS_INLINE size_t
entries(struct fast *f, struct samples *out, enum kind kind, const char *text,
    size_t n, size_t until, bool first, const struct layout *l,
    struct shapes *shapes)
{
	const char *end = text;

	for (; (first || *end == ',') && end < text + until; first = false) {
		const char *p = entry(f, shapes, kind, end + !first, l,
		    out->needs);

		if (p == NULL || p > text + n || p - end > FAST_LONGEST ||
		    !record(f, out, kind, (size_t)(p - end)))
			break;
		end = p;
	}
	return (size_t)(end - text);
}

size_t
fast_entries(struct fast *f, struct samples *out, enum kind kind,
    const char *text, size_t n, size_t until, bool first)
{
	return text[!first] == '\n' ? entries(f, out, kind, text, n, until,
					  first, &pretty, &f->shapes[0]) :
				      entries(f, out, kind, text, n, until,
					  first, &compact, &f->shapes[1]);
}

const char *
fast_boundary(const char *text, size_t n, const char *like)
{
	static const struct piece between[LAYOUTS] = {
		PIECE("},\n    {\n      \"labels\": ["),
		PIECE("},{\"labels\":["),
	};
	const struct piece *b = &between[like[1] != '\n'];
	const char *at = memmem(text, n, b->text, b->n);

	return at == NULL ? NULL : at + 1;
}
