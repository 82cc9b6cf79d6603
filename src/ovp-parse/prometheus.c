/* SPDX-License-Identifier: MIT */
/* The layout of Prometheus' text format. */
#include <stdlib.h>

#include "base/diag.h"
#include "base/map.h"
#include "base/mem.h"
#include "prometheus.h"
#include "promline.h"

/* What was said of a metric's name so far. */
struct family {
	bool	help, type, sample;
	bool	counter;
};

struct prometheus {
	struct source	*source;
	struct samples	*samples;
	struct entry	 entry;
	struct fault	 wrong;
	struct map	 names;
	struct family	*family;	/* by the index of its name */
	size_t		 cap;
	uint64_t	 line, next;	/* offsets of a line, behind its LF */
};

/* Whether there is one more line. */
static bool
next_line(struct prometheus *p, struct slice *line)
{
	struct source *s = p->source;
	size_t seen = 0;

	p->line = p->next;
	do {
		const char *at = s->at + (p->line - s->base);
		size_t n = (size_t)(s->base + s->n - p->line);
		const char *lf = n == seen ? NULL :
		    memchr(at + seen, '\n', n - seen);

		if (lf != NULL) {
			*line = (struct slice){ at, (size_t)(lf - at) };
			p->next += line->n + 1;
			return true;
		}
		seen = n;
	} while (source_more(s, p->line));
	if (seen > 0)
		source_fail(s, p->line + seen,
		    "the last line has no LF: the text was cut");
	return false;
}

/* The family of the entry's metric. */
static struct family *
family(struct prometheus *p)
{
	size_t at = map_put(&p->names, 0, p->entry.metric);

	if (at == p->cap) {
		p->family = mem_grow(p->family, &p->cap, at,
		    sizeof(*p->family));
		memset(p->family + at, 0, (p->cap - at) * sizeof(*p->family));
	}
	return &p->family[at];
}

static void
help(struct prometheus *p)
{
	struct family *f = family(p);

	if (f->help)
		source_fail(p->source, p->line, "a second HELP of '%.*s'",
		    SLICE_ARG(p->entry.metric));
	f->help = true;
}

/* Those of the format, then those that only OpenMetrics has. */
static bool
is_type(struct slice type)
{
	static const char *const known[] = {
		"counter", "gauge", "histogram", "summary", "untyped",
		"unknown", "info", "stateset", "gaugehistogram",
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (slice_eq(type, slice_str(known[i])))
			return true;
	return false;
}

static void
type(struct prometheus *p, struct slice name)
{
	struct family *f = family(p);
	struct slice metric = p->entry.metric;

	if (!is_type(name))
		source_fail(p->source, p->line, "'%.*s' has the type '%.*s', "
		    "which is none of counter, gauge, histogram, summary, "
		    "untyped", SLICE_ARG(metric), SLICE_ARG(name));
	if (f->type)
		source_fail(p->source, p->line, "a second TYPE of '%.*s'",
		    SLICE_ARG(metric));
	if (f->sample)
		source_fail(p->source, p->line, "the TYPE of '%.*s' behind its "
		    "first sample", SLICE_ARG(metric));
	f->type = true;
	f->counter = slice_eq(name, SLICE("counter"));
}

/* OpenMetrics gives a counter's type without the end of its name. */
static bool
is_counter(const struct prometheus *p, const struct family *f,
    struct slice metric)
{
	struct slice total = SLICE("_total");
	size_t at;

	if (f->type || !slice_ends(metric, total))
		return f->counter;
	metric.n -= total.n;
	at = map_find(&p->names, 0, metric);
	return at != MAP_NONE && p->family[at].counter;
}

/* The labels are sorted: the writer did that. */
static void
check_keys(struct prometheus *p)
{
	const struct entry *e = &p->entry;

	for (size_t i = 1; i < e->nlabels; i++)
		if (slice_eq(e->label[i - 1].key, e->label[i].key))
			source_fail(p->source, p->line, "the label '%.*s' for "
			    "the second time", SLICE_ARG(e->label[i].key));
}

static void
sample(struct prometheus *p)
{
	struct family *f = family(p);
	bool counter = is_counter(p, f, p->entry.metric);

	f->sample = true;
	if (!samples_write(p->samples, counter ? KIND_COUNTER : KIND_GAUGE,
	    &p->entry))
		source_fail(p->source, p->line,
		    "a sample whose record is longer than 64 MiB");
	check_keys(p);
}

static void
read_line(struct prometheus *p, struct slice line)
{
	struct fault *wrong = &p->wrong;
	struct slice word;

	switch (promline_read(&p->entry, line, &word, wrong)) {
	case PROMLINE_COMMENT:
		break;
	case PROMLINE_HELP:
		help(p);
		break;
	case PROMLINE_TYPE:
		type(p, word);
		break;
	case PROMLINE_SAMPLE:
		sample(p);
		break;
	case PROMLINE_BAD:
		source_fail(p->source, p->line +
		    (uint64_t)(wrong->at - line.at), "%s", wrong->what);
	}
}

void
prometheus_read(struct source *source, struct samples *samples)
{
	struct prometheus p = { .source = source, .samples = samples };
	struct slice line;

	if (!source_more(source, 0))
		fail("%s: empty, without even a comment: whatever writes it "
		    "died before its end", source->name);
	while (next_line(&p, &line))
		read_line(&p, line);
	if (p.names.n == 0)
		source_warn(source, "no metrics: is it in Prometheus' text "
		    "format?");
	map_free(&p.names);
	free(p.family);
	entry_free(&p.entry);
}
