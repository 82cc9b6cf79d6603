/* SPDX-License-Identifier: MIT */
/* Which records pass: selection by metric, label, zero. */
#include <stdlib.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/field.h"
#include "base/glob.h"
#include "base/mem.h"
#include "number/numparse.h"
#include "stream/labels.h"
#include "wanted.h"

void
wanted_metric(struct wanted *s, const char *text)
{
	globs_add(&s->metrics, text);
}

void
wanted_label(struct wanted *s, const char *text)
{
	const char *equals = strchr(text, '=');

	if (equals == NULL || equals == text)
		fail("-l: '%s' is not KEY=GLOB", text);
	s->label = mem_grow(s->label, &s->labels_cap, s->nlabels,
	    sizeof(*s->label));
	s->label[s->nlabels++] = (struct label_rule){
		{ text, (size_t)(equals - text) },
		equals + 1,
	};
}

void
wanted_free(struct wanted *s)
{
	globs_free(&s->metrics);
	free(s->label);
}

bool
wanted_drops_zero(const struct wanted *s, struct slice kind,
    const struct metric *metric, struct slice value)
{
	struct number n;

	return s->zeros != ZEROS_KEPT && slice_eq(kind, SLICE("counter")) &&
	    numparse(value, &n) && n.real == 0 &&
	    (s->zeros == ZEROS_DROPPED || metric->zero == ZERO_DROP);
}

static bool
label_matches(const struct label_rule *rule, struct slice labels)
{
	struct slice value = { "", 0 };
	struct buf plain = { 0 }, raw = { 0 };
	bool match;

	if (!labels_find(labels, rule->key, &value))
		return rule->glob[0] == '\0';
	match = glob_match(rule->glob,
	    field_raw(labels_plain(value, &plain), &raw));
	buf_free(&plain);
	buf_free(&raw);
	return match;
}

bool
wanted_matches(const struct wanted *s, struct slice metric, struct slice labels)
{
	struct buf raw = { 0 };
	bool take = s->metrics.n == 0 ||
	    globs_first(&s->metrics, field_raw(metric, &raw)) != GLOBS_NONE;

	buf_free(&raw);
	for (size_t i = 0; i < s->nlabels && take; i++)
		take = label_matches(&s->label[i], labels);
	return take;
}
