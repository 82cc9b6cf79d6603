/* SPDX-License-Identifier: MIT */
/* Validation of the columns that hold numbers. */
#include <stdlib.h>

#include "base/block.h"
#include "base/mem.h"
#include "number/numparse.h"
#include "numbers.h"

/* Values that a field may have. */
enum rule {
	RULE_RUN,       /* a whole number from 1 */
	RULE_VALUE,     /* a number */
	RULE_COUNT,     /* a whole number, or empty */
	RULE_STATISTIC, /* a number, or empty */
	RULE_NONE,
};

struct numbers_column {
	size_t at;
	enum rule rule;
};

#define VALUES (STREAM_BIT(STREAM_SAMPLES) | STREAM_BIT(STREAM_GROUPED))
#define SUMS (STREAM_BIT(STREAM_STATISTICS) | STREAM_BIT(STREAM_COMPARISON))

#define JUDGED (STREAM_BIT(STREAM_COMPARISON) | STREAM_BIT(STREAM_CHANGES))

/* A column's rule in a kind of stream; in others its name means nothing. */
static enum rule
rule_of(struct slice name, enum stream_kind kind)
{
	static const struct {
		const char *name;
		enum rule rule;
		unsigned kinds;
	} known[] = {
		{ "run", RULE_RUN,
		    VALUES | STREAM_BIT(STREAM_STATISTICS) |
			STREAM_BIT(STREAM_CHANGES) },
		{ "value", RULE_VALUE, VALUES },
		{ "count", RULE_COUNT, SUMS },
		{ "sum", RULE_STATISTIC, SUMS },
		{ "min", RULE_STATISTIC, SUMS },
		{ "max", RULE_STATISTIC, SUMS },
		{ "avg", RULE_STATISTIC, SUMS },
		{ "stddev", RULE_STATISTIC, STREAM_BIT(STREAM_STATISTICS) },
		{ "runs", RULE_COUNT, STREAM_BIT(STREAM_COMPARISON) },
		{ "pct", RULE_STATISTIC, JUDGED },
		{ "p", RULE_STATISTIC, JUDGED },
		{ "mde", RULE_STATISTIC, STREAM_BIT(STREAM_COMPARISON) },
		{ "pct_low", RULE_STATISTIC, JUDGED },
		{ "pct_high", RULE_STATISTIC, JUDGED },
		{ "before", RULE_VALUE, STREAM_BIT(STREAM_CHANGES) },
		{ "now", RULE_VALUE, STREAM_BIT(STREAM_CHANGES) },
		{ "event", RULE_RUN, STREAM_BIT(STREAM_CHANGES) },
	};

	if (kind == STREAM_COMPARISON && slice_starts(name, SLICE("base_"))) {
		name.at += 5;
		name.n -= 5;
	}
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if ((known[i].kinds & STREAM_BIT(kind)) != 0 &&
		    slice_eq(name, slice_str(known[i].name)))
			return known[i].rule;
	return (STREAM_BIT(kind) & SUMS) != 0 && stream_is_percentile(name) ?
	    RULE_STATISTIC :
	    RULE_NONE;
}

void
numbers_open(struct numbers *numbers, const struct recin *in)
{
	size_t n;
	const struct slice *name = recin_columns(in, &n);

	*numbers = (struct numbers){ 0 };
	numbers->column = mem_zalloc(n, sizeof(*numbers->column));
	for (size_t i = 0; i < n; i++) {
		enum rule rule = rule_of(name[i], recin_kind(in));

		if (rule == RULE_NONE)
			continue;
		numbers->column[numbers->n++] = (struct numbers_column){
			.at = i,
			.rule = rule,
		};
	}
}

static const char *
wrong(enum rule rule, struct slice text)
{
	struct number n;
	uint64_t whole;

	switch (rule) {
	case RULE_RUN:
		return numparse_u64(text, &whole) && whole > 0 ?
		    NULL :
		    "is not a whole number from 1";
	case RULE_COUNT:
		return text.n == 0 || numparse_u64(text, &whole) ?
		    NULL :
		    "is not a whole number";
	default:
		return (text.n == 0 && rule == RULE_STATISTIC) ||
			numparse(text, &n) ?
		    NULL :
		    "is not a number";
	}
}

void
numbers_check(const struct numbers *numbers, const struct recin *in,
    const struct slice *record)
{
	for (size_t i = 0; i < numbers->n; i++) {
		size_t at = numbers->column[i].at;
		enum rule rule = numbers->column[i].rule;
		struct slice text = record[at];
		const char *what;

		/* Most are: 16 bytes of a field are readable. */
		if (rule != RULE_RUN && block_is_digits(text.at, text.n))
			continue;
		what = wrong(rule, text);
		if (what != NULL)
			recin_fail(in, at, "'%.*s' %s", SLICE_ARG(text), what);
	}
}

void
numbers_close(struct numbers *numbers)
{
	free(numbers->column);
}
