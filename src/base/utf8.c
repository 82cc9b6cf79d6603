/* SPDX-License-Identifier: MIT */
/* Incremental UTF-8 validation. */
#include "utf8.h"

static bool
first(struct utf8 *u, unsigned char c)
{
	*u = (struct utf8){ 0, 0x80, 0xbf };
	if (c < 0x80)
		return true;
	if (c < 0xc2 || c > 0xf4)
		return false;
	u->left = c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;
	/* Bounds of the second byte exclude overlong forms and surrogates. */
	if (c == 0xe0)
		u->low = 0xa0;
	else if (c == 0xed)
		u->high = 0x9f;
	else if (c == 0xf0)
		u->low = 0x90;
	else if (c == 0xf4)
		u->high = 0x8f;
	return true;
}

bool
utf8_step(struct utf8 *u, unsigned char c)
{
	if (u->left == 0)
		return first(u, c);
	if (c < u->low || c > u->high)
		return false;
	*u = (struct utf8){ (unsigned char)(u->left - 1), 0x80, 0xbf };
	return true;
}

const char *
utf8_blame(const char *from, const char *at)
{
	const char *p = at;

	while (p > from && at - p < 3) {
		struct utf8 u = { 0 };
		unsigned char c = (unsigned char)*--p;

		if (c >= 0x80 && c < 0xc0)
			continue;
		/* Whole characters before the byte are valid. */
		return first(&u, c) && u.left >= at - p ? p : at;
	}
	return at;
}

bool
utf8_valid(struct slice s)
{
	struct utf8 u = { 0 };

	for (size_t i = 0; i < s.n; i++)
		if (!utf8_step(&u, (unsigned char)s.at[i]))
			return false;
	return u.left == 0;
}

int
utf8_put(char *out, uint32_t c)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xe0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3f));
		out[2] = (char)(0x80 | (c & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3f));
	out[2] = (char)(0x80 | (c >> 6 & 0x3f));
	out[3] = (char)(0x80 | (c & 0x3f));
	return 4;
}
