/* SPDX-License-Identifier: MIT */
/* Proof stages: which group belongs where, their order. */
#include "stages.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* `keygen' bounded by an end of the name or a `_': B15 of the reference. */
static bool
has_keygen(struct slice s)
{
	static const struct slice word = { "keygen", 6 };

	for (size_t i = 0; i + word.n <= s.n; i++) {
		if (memcmp(s.at + i, word.at, word.n) != 0)
			continue;
		if ((i == 0 || s.at[i - 1] == '_') &&
		    (i + word.n == s.n || s.at[i + word.n] == '_'))
			return true;
	}
	return false;
}

enum stage
stage_of(struct slice group)
{
	static const struct {
		const char	*prefix;
		enum stage	 stage;
	} row[] = {
		{ "leaf", STAGE_LEAF },
		{ "internal_for_leaf", STAGE_INTERNAL_FOR_LEAF },
		{ "internal", STAGE_INTERNAL },
		{ "root", STAGE_ROOT },
		{ "halo2_outer", STAGE_HALO2_OUTER },
		{ "halo2_wrapper", STAGE_HALO2_WRAPPER },
	};

	if (group.n == 0)
		return STAGE_NONE;
	if (has_keygen(group))
		return STAGE_KEYGEN;
	if (slice_starts(group, SLICE("def_"))) {
		group.at += 4;
		group.n -= 4;
	}
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++)
		if (slice_starts(group, slice_str(row[i].prefix)))
			return row[i].stage;
	return STAGE_APP;
}

/* The length of a run of digits, leading zeros left out; *at behind them. */
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
	enum stage x = stage_of(a), y = stage_of(b);

	if (all_a || all_b)
		return (int)all_b - (int)all_a;
	return x != y ? (x < y ? -1 : 1) : name_cmp(a, b);
}
