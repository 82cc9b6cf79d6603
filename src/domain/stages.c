/* SPDX-License-Identifier: MIT */
/* Proof stages: assignment and order of groups. */
#include "stages.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* How a stage's name is matched with a group's. */
enum match { MATCH_WORD, MATCH_PREFIX, MATCH_ANY, MATCH_EMPTY };

static const struct {
	struct slice name;
	const char *column;
	enum match match;
	bool in_total;
} row[] = {
#define ROW(stage, match, name, column, total)                                 \
	[STAGE_##stage] = { { name, sizeof(name) - 1 }, column, MATCH_##match, \
		total },
	STAGES(ROW)
#undef ROW
};

/* Whether `_' or an end of the name bounds the word: B15 of the reference. */
static bool
has_word(struct slice s, struct slice word)
{
	for (size_t i = 0; i + word.n <= s.n; i++) {
		if (s.at[i] != word.at[0] ||
		    memcmp(s.at + i, word.at, word.n) != 0)
			continue;
		if ((i == 0 || s.at[i - 1] == '_') &&
		    (i + word.n == s.n || s.at[i + word.n] == '_'))
			return true;
	}
	return false;
}

static bool
matches(enum stage stage, struct slice group)
{
	switch (row[stage].match) {
	case MATCH_WORD:
		return has_word(group, row[stage].name);
	case MATCH_PREFIX:
		if (slice_starts(group, SLICE("def_")))
			group = (struct slice){ group.at + 4, group.n - 4 };
		return slice_starts(group, row[stage].name);
	case MATCH_ANY:
		return group.n > 0;
	default:
		return group.n == 0;
	}
}

enum stage
stage_of(struct slice group)
{
	enum stage found = STAGE_NONE;

	/* The first row of the first kind of match. */
	for (enum stage s = 0; s < STAGE_COUNT; s++)
		if (row[s].match < row[found].match && matches(s, group))
			found = s;
	return found;
}

const char *
stage_column(enum stage stage)
{
	return row[stage].column;
}

bool
stage_in_total(enum stage stage)
{
	return row[stage].in_total;
}

/* The length of a run of digits without leading zeros; *at moves past those. */
static size_t
digits(struct slice s, size_t *at)
{
	size_t n = 0;

	while (*at < s.n && s.at[*at] == '0')
		(*at)++;
	while (*at + n < s.n && is_digit(s.at[*at + n]))
		n++;
	return n;
}

int
name_cmp(struct slice a, struct slice b)
{
	size_t i = 0, j = 0;

	while (i < a.n && j < b.n) {
		size_t m, n;
		int c;

		if (!is_digit(a.at[i]) || !is_digit(b.at[j])) {
			unsigned char x = (unsigned char)a.at[i++];
			unsigned char y = (unsigned char)b.at[j++];

			if (x != y)
				return x < y ? -1 : 1;
			continue;
		}
		m = digits(a, &i);
		n = digits(b, &j);
		if (m != n)
			return m < n ? -1 : 1;
		c = memcmp(a.at + i, b.at + j, m);
		if (c != 0)
			return c;
		i += m;
		j += n;
	}
	if ((i < a.n) != (j < b.n))
		return i < a.n ? 1 : -1;
	return slice_cmp(a, b);
}

int
stage_cmp(struct slice a, struct slice b)
{
	bool all_a = slice_eq(a, SLICE("*")), all_b = slice_eq(b, SLICE("*"));
	enum stage x, y;

	if (all_a || all_b)
		return (int)all_b - (int)all_a;
	if (slice_eq(a, b))
		return 0;
	x = stage_of(a);
	y = stage_of(b);
	return x != y ? (x < y ? -1 : 1) : name_cmp(a, b);
}

int
stage_keys_cmp(const struct slice *name, size_t n, const struct slice *a,
    const struct slice *b)
{
	int c = 0;

	for (size_t i = 0; i < n && c == 0; i++)
		if (a[i].at != b[i].at || a[i].n != b[i].n)
			c = (slice_eq(name[i], SLICE("group")) ?
				stage_cmp :
				name_cmp)(a[i], b[i]);
	return c;
}
