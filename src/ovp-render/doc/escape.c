/* SPDX-License-Identifier: MIT */
/* Escapes of names in each format. */
#include "base/chars.h"
#include "base/field.h"
#include "base/runner.h"
#include "escape.h"
#include "number/numparse.h"
#include "stream/labels.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_alnum(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_hex(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'f');
}

static bool
has(struct slice s, size_t at, const char *what)
{
	size_t n = strlen(what);

	return s.n - at >= n && strncasecmp(s.at + at, what, n) == 0;
}

/* Whether GitHub would see a commit: 7 to 40 hex digits with a letter. */
static bool
has_commit(struct slice s)
{
	size_t run = 0;
	bool letter = false;

	for (size_t i = 0; i <= s.n; i++) {
		if (i < s.n && is_hex(s.at[i])) {
			run++;
			letter = letter || !is_digit(s.at[i]);
			continue;
		}
		if (run >= 7 && letter)
			return true;
		run = 0;
		letter = false;
	}
	return false;
}

/* Whether it would begin a list at the start of a line or an item. */
static bool
begins_list(struct slice s)
{
	size_t n = 0;

	while (n < s.n && is_digit(s.at[n]))
		n++;
	return s.n > 0 &&
	    (s.at[0] == '-' ||
		(n > 0 && n < s.n && strchr(".)", s.at[n]) != NULL));
}

/* Whether Markdown and GitHub show the text unchanged in any place. */
static bool
is_words(struct slice s)
{
	if (begins_list(s))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.at[i];
		bool first = i == 0, last = i + 1 == s.n;

		if (is_alnum(c)) {
			/* An address; the name of an issue or advisory. */
			if (has(s, i, "www.") || has(s, i, "gh-") ||
			    has(s, i, "cve-") || has(s, i, "ghsa-"))
				return false;
		} else if (c == ' ') {
			if (first || last || s.at[i + 1] == ' ')
				return false;
		} else if (c == '_') {
			/* Inside a word it is not emphasis. */
			if (first || last || !is_alnum(s.at[i - 1]) ||
			    !is_alnum(s.at[i + 1]))
				return false;
		} else if ((unsigned char)c < 0x80 &&
		    strchr(".,/()-", c) == NULL) {
			return false;
		}
	}
	return !has_commit(s);
}

static bool
fits_span(struct slice s)
{
	bool blanks = true;
	unsigned runner = 0;

	for (size_t i = 0; i < s.n; i++) {
		/* A bar ends a cell even in a span; so may a backslash. */
		if (strchr("`|\\", s.at[i]) != NULL)
			return false;
		/* CI runners may read a printed report for commands. */
		if (runner_bracket(&runner, s.at[i]))
			return false;
		blanks = blanks && s.at[i] == ' ';
	}
	/* Markdown removes one blank if both ends have one. */
	return !blanks && !(s.at[0] == ' ' && s.at[s.n - 1] == ' ');
}

static void
put_entities(struct recout *o, struct slice s)
{
	recout_str(o, "<code>");
	for (size_t i = 0; i < s.n; i++) {
		char c = s.at[i];

		/* GitHub would link an e-mail address between two tags. */
		if (c == '@')
			recout_str(o, "<!-- -->");
		if (is_alnum(c) || c == '-' || (unsigned char)c >= 0x80)
			recout_char(o, c);
		else
			recout_printf(o, "&#%d;", c);
	}
	recout_str(o, "</code>");
}

void
escape_md_code(struct recout *o, struct slice field, size_t length)
{
	struct buf scratch = { 0 };
	struct slice s = chars_shown(field, &scratch);

	if (s.n == 0)
		;
	else if (!fits_span(s))
		put_entities(o, s);
	else
		recout_printf(o, "`%.*s%*s`", (int)s.n, s.at,
		    (int)(s.n < length ? length - s.n : 0), "");
	buf_free(&scratch);
}

void
escape_md(struct recout *o, struct slice field)
{
	struct buf scratch = { 0 };
	struct slice s = chars_shown(field, &scratch);

	if (is_words(s))
		recout_slice(o, s);
	else
		escape_md_code(o, field, 0);
	buf_free(&scratch);
}

void
escape_xml(struct recout *o, struct slice field)
{
	struct buf scratch = { 0 };
	struct slice s = chars_shown(field, &scratch);

	for (size_t i = 0; i < s.n; i++) {
		if (strchr("&<>\"'", s.at[i]) != NULL)
			recout_printf(o, "&#%d;", s.at[i]);
		else
			recout_char(o, s.at[i]);
	}
	buf_free(&scratch);
}

struct slice
escape_shown(struct slice field, struct buf *scratch)
{
	struct buf shown = { 0 };

	scratch->n = 0;
	chars_disarm(scratch, chars_shown(field, &shown));
	buf_free(&shown);
	return buf_bytes(scratch);
}

void
escape_text(struct recout *o, struct slice field)
{
	struct buf scratch = { 0 };

	recout_slice(o, escape_shown(field, &scratch));
	buf_free(&scratch);
}

/* The field without the stream's escapes, in *scratch if it has any. */
static struct slice
plain(struct slice field, struct buf *scratch)
{
	if (field.n == 0 || memchr(field.at, '\\', field.n) == NULL)
		return field;
	return field_unescape(scratch, field) ? buf_bytes(scratch) : field;
}

/* Whether text needs no escape, neither in the stream nor in JSON. */
static bool
is_plain_ascii(struct slice s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.at[i] < 0x20 || s.at[i] > 0x7e || s.at[i] == '"' ||
		    s.at[i] == '\\')
			return false;
	return true;
}

static void
put_json(struct recout *o, struct slice field)
{
	struct buf scratch = { 0 }, text = { 0 };
	struct slice s = plain(field, &scratch);

	while (s.n > 0) {
		uint32_t c = char_next(&s);

		if (c == '"' || c == '\\')
			buf_printf(&text, "\\%c", (int)c);
		else if (char_is_control(c))
			buf_printf(&text, "\\u%04x", (unsigned)c);
		else
			char_add(&text, c);
	}
	recout_slice(o, buf_bytes(&text));
	buf_free(&text);
	buf_free(&scratch);
}

void
escape_json(struct recout *o, struct slice field)
{
	recout_char(o, '"');
	if (is_plain_ascii(field))
		recout_slice(o, field);
	else
		put_json(o, field);
	recout_char(o, '"');
}

/* Starts of formulas in spreadsheets: OWASP, CSV Injection. */
static bool
is_formula(struct slice s)
{
	struct number n;

	return s.n > 0 && strchr("=+-@\t\r\n", s.at[0]) != NULL &&
	    !numparse(s, &n);
}

void
escape_csv(struct recout *o, struct slice field, bool raw)
{
	struct buf scratch = { 0 };
	struct slice s = plain(field, &scratch);
	bool formula = !raw && is_formula(s);
	bool quoted = s.n > 0 && (s.at[0] == ' ' || s.at[s.n - 1] == ' ');

	for (size_t i = 0; i < s.n; i++)
		quoted = quoted || strchr("\",\r\n", s.at[i]) != NULL;
	if (quoted)
		recout_char(o, '"');
	if (formula)
		recout_char(o, '\'');
	for (size_t i = 0; i < s.n; i++) {
		if (s.at[i] == '"')
			recout_char(o, '"');
		recout_char(o, s.at[i]);
	}
	if (quoted)
		recout_char(o, '"');
	buf_free(&scratch);
}
