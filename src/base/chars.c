/* SPDX-License-Identifier: MIT */
/* UTF-8 decoding, display width and safe display of text. */
#include "chars.h"
#include "field.h"
#include "runner.h"

struct range {
	uint32_t first, last;
};

static bool
is_in(uint32_t c, const struct range *r, size_t n)
{
	for (size_t i = 0; i < n && r[i].first <= c; i++)
		if (c <= r[i].last)
			return true;
	return false;
}

#define IS_IN(c, table) is_in(c, table, sizeof(table) / sizeof((table)[0]))

uint32_t
char_next(struct slice *text)
{
	static const uint32_t least[] = { 0, 0x80, 0x800, 0x10000 };
	const unsigned char *p = (const unsigned char *)text->at;
	size_t more = p[0] < 0x80 ? 0 :
	    p[0] < 0xc2           ? 4 :
	    p[0] < 0xe0           ? 1 :
	    p[0] < 0xf0           ? 2 :
	    p[0] < 0xf5           ? 3 :
				    4;
	uint32_t c = p[0];
	size_t i = 1;

	if (more > 0 && more < 4) {
		c &= 0x3fu >> more;
		for (; i <= more && i < text->n && (p[i] & 0xc0) == 0x80; i++)
			c = c << 6 | (p[i] & 0x3f);
	}
	if (more == 4 || i <= more || c < least[more] || c > 0x10ffff ||
	    (c >= 0xd800 && c <= 0xdfff)) {
		c = CHAR_WRONG;
		i = 1;
	}
	text->at += i;
	text->n -= i;
	return c;
}

void
char_add(struct buf *b, uint32_t c)
{
	if (c < 0x80) {
		buf_char(b, (char)c);
		return;
	}
	if (c < 0x800) {
		buf_char(b, (char)(0xc0 | c >> 6));
	} else {
		if (c < 0x10000) {
			buf_char(b, (char)(0xe0 | c >> 12));
		} else {
			buf_char(b, (char)(0xf0 | c >> 18));
			buf_char(b, (char)(0x80 | (c >> 12 & 0x3f)));
		}
		buf_char(b, (char)(0x80 | (c >> 6 & 0x3f)));
	}
	buf_char(b, (char)(0x80 | (c & 0x3f)));
}

bool
char_is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

/*
 * Whether a character is invisible but can change how the text around it is
 * shown or compared: bidirectional controls, zero-width characters, tags.
 */
static bool
is_hidden(uint32_t c)
{
	static const struct range hidden[] = { { 0xad, 0xad }, { 0x34f, 0x34f },
		{ 0x61c, 0x61c }, { 0x115f, 0x1160 }, { 0x17b4, 0x17b5 },
		{ 0x180b, 0x180f }, { 0x200b, 0x200f }, { 0x2028, 0x202e },
		{ 0x2060, 0x206f }, { 0x3164, 0x3164 }, { 0xfe00, 0xfe0f },
		{ 0xfeff, 0xfeff }, { 0xffa0, 0xffa0 }, { 0xfff0, 0xfffb },
		{ 0xfffe, 0xffff }, { 0x1bca0, 0x1bca3 }, { 0x1d173, 0x1d17a },
		{ 0xe0000, 0xe0fff } };

	return c >= 0x80 && IS_IN(c, hidden);
}

/* Whether it is a mark on or around the character before it. */
static bool
is_combining(uint32_t c)
{
	static const struct range combining[] = { { 0x300, 0x36f },
		{ 0x483, 0x489 }, { 0x591, 0x5bd }, { 0x610, 0x61a },
		{ 0x64b, 0x65f }, { 0x6d6, 0x6dc }, { 0x900, 0x902 },
		{ 0x93c, 0x93c }, { 0x941, 0x948 }, { 0x94d, 0x94d },
		{ 0xe31, 0xe31 }, { 0xe34, 0xe3a }, { 0xe47, 0xe4e },
		{ 0x1ab0, 0x1aff }, { 0x1dc0, 0x1dff }, { 0x20d0, 0x20f0 },
		{ 0x302a, 0x302d }, { 0x3099, 0x309a }, { 0xfe20, 0xfe2f } };

	return c >= 0x300 && IS_IN(c, combining);
}

static bool
is_wide(uint32_t c)
{
	static const struct range wide[] = { { 0x1100, 0x115f },
		{ 0x231a, 0x231b }, { 0x2329, 0x232a }, { 0x23e9, 0x23ec },
		{ 0x23f0, 0x23f0 }, { 0x23f3, 0x23f3 }, { 0x25fd, 0x25fe },
		{ 0x2614, 0x2615 }, { 0x2648, 0x2653 }, { 0x267f, 0x267f },
		{ 0x2693, 0x2693 }, { 0x26a1, 0x26a1 }, { 0x26aa, 0x26ab },
		{ 0x26bd, 0x26be }, { 0x26c4, 0x26c5 }, { 0x26ce, 0x26ce },
		{ 0x26d4, 0x26d4 }, { 0x26ea, 0x26ea }, { 0x26f2, 0x26f3 },
		{ 0x26f5, 0x26f5 }, { 0x26fa, 0x26fa }, { 0x26fd, 0x26fd },
		{ 0x2705, 0x2705 }, { 0x270a, 0x270b }, { 0x2728, 0x2728 },
		{ 0x274c, 0x274c }, { 0x274e, 0x274e }, { 0x2753, 0x2755 },
		{ 0x2757, 0x2757 }, { 0x2795, 0x2797 }, { 0x27b0, 0x27b0 },
		{ 0x27bf, 0x27bf }, { 0x2b1b, 0x2b1c }, { 0x2b50, 0x2b50 },
		{ 0x2b55, 0x2b55 }, { 0x2e80, 0x303e }, { 0x3041, 0x4dbf },
		{ 0x4e00, 0xa4cf }, { 0xa960, 0xa97f }, { 0xac00, 0xd7a3 },
		{ 0xf900, 0xfaff }, { 0xfe30, 0xfe6f }, { 0xff00, 0xff60 },
		{ 0xffe0, 0xffe6 }, { 0x16fe0, 0x18aff }, { 0x1b000, 0x1b2ff },
		{ 0x1f004, 0x1f004 }, { 0x1f0cf, 0x1f0cf },
		{ 0x1f18e, 0x1f18e }, { 0x1f191, 0x1f19a },
		{ 0x1f200, 0x1f320 }, { 0x1f32d, 0x1f335 },
		{ 0x1f337, 0x1f37c }, { 0x1f37e, 0x1f393 },
		{ 0x1f3a0, 0x1f3ca }, { 0x1f3cf, 0x1f3d3 },
		{ 0x1f3e0, 0x1f3f0 }, { 0x1f3f4, 0x1f3f4 },
		{ 0x1f3f8, 0x1f43e }, { 0x1f440, 0x1f440 },
		{ 0x1f442, 0x1f4fc }, { 0x1f4ff, 0x1f53d },
		{ 0x1f54b, 0x1f54e }, { 0x1f550, 0x1f567 },
		{ 0x1f57a, 0x1f57a }, { 0x1f595, 0x1f596 },
		{ 0x1f5a4, 0x1f5a4 }, { 0x1f5fb, 0x1f64f },
		{ 0x1f680, 0x1f6c5 }, { 0x1f6cc, 0x1f6cc },
		{ 0x1f6d0, 0x1f6d2 }, { 0x1f6d5, 0x1f6df },
		{ 0x1f6eb, 0x1f6ec }, { 0x1f6f4, 0x1f6fc },
		{ 0x1f7e0, 0x1f7eb }, { 0x1f90c, 0x1f93a },
		{ 0x1f93c, 0x1f945 }, { 0x1f947, 0x1f9ff },
		{ 0x1fa70, 0x1faff }, { 0x20000, 0x3fffd } };

	return c >= 0x1100 && IS_IN(c, wide);
}

size_t
chars_width(struct slice text)
{
	size_t width = 0;

	while (text.n > 0) {
		uint32_t c = char_next(&text);

		if (is_wide(c))
			width += 2;
		else if (!is_combining(c))
			width++;
	}
	return width;
}

static bool
is_plain(struct slice field)
{
	for (size_t i = 0; i < field.n; i++) {
		unsigned char c = (unsigned char)field.at[i];

		if (c < 0x20 || c >= 0x7f || c == '\\')
			return false;
	}
	return true;
}

static void
add_shown(struct buf *out, struct slice raw)
{
	while (raw.n > 0) {
		uint32_t c = char_next(&raw);

		if (c < 0x20)
			char_add(out, 0x2400 + c);
		else if (c == 0x7f)
			char_add(out, 0x2421);
		else if (char_is_control(c) || is_hidden(c))
			buf_printf(out, "\\u{%X}", (unsigned)c);
		else
			char_add(out, c);
	}
}

struct slice
chars_shown(struct slice field, struct buf *scratch)
{
	struct buf raw = { 0 };

	if (is_plain(field))
		return field;
	if (!field_unescape(&raw, field)) {
		raw.n = 0;
		buf_slice(&raw, field);
	}
	scratch->n = 0;
	add_shown(scratch, buf_bytes(&raw));
	buf_free(&raw);
	return buf_bytes(scratch);
}

/* Whether .NET trims it off the beginning of a line. */
static bool
is_blank(uint32_t c)
{
	return c == ' ' || (c >= 0x09 && c <= 0x0d) || c == 0x85 || c == 0xa0 ||
	    c == 0x1680 || (c >= 0x2000 && c <= 0x200b) || c == 0x2028 ||
	    c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000 ||
	    c == 0xfeff;
}

void
chars_disarm(struct buf *b, struct slice text)
{
	unsigned state = 0;
	bool begins = true;

	while (text.n > 0) {
		struct slice rest = text;
		uint32_t c = char_next(&rest);

		if ((begins && slice_starts(text, SLICE("::"))) ||
		    runner_bracket(&state, text.at[0]))
			buf_char(b, '\\');
		begins = is_blank(c);
		buf_add(b, text.at, text.n - rest.n);
		text = rest;
	}
}
