/* SPDX-License-Identifier: MIT */
/* Reading of a text in Prometheus' exposition format. */
#include "base/buf.h"
#include "domain/metrics.h"
#include "number/numfmt.h"
#include "number/numparse.h"
#include "beginning.h"
#include "families.h"
#include "observations.h"
#include "prometheus.h"
#include "promline.h"

struct prometheus {
	struct source *source;
	struct samples *samples;
	struct entry entry;
	struct fault wrong;
	struct families families;
	struct observations observations;
	struct buf bound;    /* name of a bucket or quantile */
	bool ended;          /* by `# EOF' */
	uint64_t line, next; /* offsets of a line and the next one */
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
	if (seen == 0)
		return false;
	*line = (struct slice){ s->at + (p->line - s->base), seen };
	if (!slice_eq(*line, SLICE("# EOF")))
		source_fail(s, p->line + seen,
		    "the last line has no LF: the text was cut");
	p->next += seen;
	return true;
}

/* The family of the entry's metric. */
static struct family *
family(struct prometheus *p)
{
	size_t at = families_put(&p->families, p->entry.metric);

	return &p->families.family[at];
}

static void
help(struct prometheus *p)
{
	struct family *f = family(p);

	if (f->help)
		source_fail(p->source, p->line, "duplicate HELP of '%.*s'",
		    SLICE_ARG(p->entry.metric));
	f->help = true;
}

static void
type(struct prometheus *p, struct slice name)
{
	struct family *f = family(p);
	struct slice metric = p->entry.metric;
	bool again = f->type;

	if (!family_set_type(f, name))
		source_fail(p->source, p->line,
		    "'%.*s' has the unknown type "
		    "'%.*s' (expected counter, gauge, histogram, summary or "
		    "untyped)",
		    SLICE_ARG(metric), SLICE_ARG(name));
	if (again)
		source_fail(p->source, p->line, "duplicate TYPE of '%.*s'",
		    SLICE_ARG(metric));
	if (f->sample)
		source_fail(p->source, p->line,
		    "the TYPE of '%.*s' comes "
		    "after its first sample",
		    SLICE_ARG(metric));
}

static struct slice
label_value(const struct entry *e, struct slice key)
{
	for (size_t i = 0; i < e->nlabels; i++)
		if (slice_eq(e->label[i].key, key))
			return e->label[i].value;
	return (struct slice){ NULL, 0 };
}

/*
 * Buckets overlap and quantiles cannot be added up, so each is a metric of its
 * own: NAME:le:BOUND, NAME:quantile:Q. False if the entry is neither.
 */
static bool
name_bound(struct prometheus *p, size_t own)
{
	struct families *f = &p->families;
	struct entry *e = &p->entry;
	struct slice bucket = SLICE("_bucket"), name = e->metric;
	const char *what = "quantile";
	struct slice bound = label_value(e, SLICE("quantile"));

	if (f->family[own].type && !f->family[own].observed)
		return false;
	if (bound.at == NULL) {
		bound = label_value(e, SLICE("le"));
		if (bound.at == NULL || !slice_ends(name, bucket))
			return false;
		what = "le";
		name.n -= bucket.n;
		own = families_put(f, name);
	}
	f->family[own].observed = true;
	p->bound.n = 0;
	buf_printf(&p->bound, "%.*s:%s:%.*s", SLICE_ARG(name), what,
	    SLICE_ARG(bound));
	e->metric = buf_bytes(&p->bound);
	return true;
}

/* The writer has sorted the labels. */
static void
check_keys(struct prometheus *p)
{
	const struct entry *e = &p->entry;

	for (size_t i = 1; i < e->nlabels; i++)
		if (slice_eq(e->label[i - 1].key, e->label[i].key))
			source_fail(p->source, p->line,
			    "duplicate label "
			    "'%.*s'",
			    SLICE_ARG(e->label[i].key));
}

static void
write_sample(struct prometheus *p, bool counter)
{
	if (!samples_write(p->samples, counter ? KIND_COUNTER : KIND_GAUGE,
		&p->entry))
		source_fail(p->source, p->line,
		    "the record of a sample exceeds 64 MiB");
}

/* Writes the mean of a series once its sum and its count are known. */
static void
write_mean(struct prometheus *p, enum observation part, size_t of)
{
	struct entry *e = &p->entry;
	char text[NUMFMT_MAX];

	e->value.n = observations_mean(&p->observations, of,
	    buf_bytes(&p->samples->labels), part, e->value, text);
	if (e->value.n == 0)
		return;
	e->value.at = text;
	e->metric = p->families.names.key[of].bytes;
	write_sample(p, false);
}

static void
sample(struct prometheus *p)
{
	struct families *f = &p->families;
	size_t own = families_put(f, p->entry.metric), of = 0;
	bool counter = families_is_counter(f, own);
	enum observation part = families_observation(f, own, &of);

	f->family[own].sample = true;
	if (families_is_created(f, own))
		return;
	if (name_bound(p, own) || part == OBSERVATION_COUNT) {
		uint64_t n;

		counter = numparse_u64(p->entry.value, &n) &&
		    label_value(&p->entry, SLICE("quantile")).at == NULL;
	} else if (counter) {
		p->entry.metric = metrics_counted(p->entry.metric);
	}
	write_sample(p, counter);
	check_keys(p);
	if (part != OBSERVATION_NONE)
		write_mean(p, part, of);
}

static void
read_line(struct prometheus *p, struct slice line)
{
	struct fault *wrong = &p->wrong;
	struct slice word;

	if (p->ended && line.n > 0)
		source_fail(p->source, p->line,
		    "text after '# EOF', which "
		    "ends OpenMetrics: name each file separately");
	switch (promline_read(&p->entry, line, &word, wrong)) {
	case PROMLINE_COMMENT:
		break;
	case PROMLINE_EOF:
		p->ended = true;
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
		source_fail(p->source,
		    p->line + (uint64_t)(wrong->at - line.at), "%s",
		    wrong->what);
	}
}

void
prometheus_read(struct source *source, struct samples *samples,
    const struct input *in)
{
	struct prometheus p = { .source = source, .samples = samples };
	struct slice line;

	beginning_prometheus(source);
	samples_bench(samples, in->bench, true);
	while (next_line(&p, &line))
		read_line(&p, line);
	if (p.families.names.n == 0)
		source_warn(source,
		    "no metrics found: check that it is in "
		    "Prometheus' text format");
	families_free(&p.families);
	observations_free(&p.observations);
	buf_free(&p.bound);
	entry_free(&p.entry);
}
