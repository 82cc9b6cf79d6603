/* SPDX-License-Identifier: MIT */
/* Scanner of names, words and quoted texts in a line. */
#include <stdarg.h>
#include <stdio.h>

#include "base/utf8.h"
#include "words.h"

bool
words_bad(struct words *w, const char *at, const char *fmt, ...)
{
	va_list ap;

	w->wrong->at = at;
	va_start(ap, fmt);
	vsnprintf(w->wrong->what, sizeof(w->wrong->what), fmt, ap);
	va_end(ap);
	return false;
}

bool
words_expected(struct words *w, const char *what)
{
	unsigned char c;

	if (w->at == w->end)
		return words_bad(w, w->at, "expected %s, found the line's end",
		    what);
	c = (unsigned char)*w->at;
	if (c == '\r')
		return words_bad(w, w->at,
		    "expected %s, found a carriage "
		    "return: lines end with LF alone (dos2unix)",
		    what);
	if (c > 0x20 && c < 0x7f)
		return words_bad(w, w->at, "expected %s, found '%c'", what, c);
	return words_bad(w, w->at, "expected %s, found byte 0x%02x", what, c);
}

void
words_blanks(struct words *w)
{
	while (words_at(w, ' ') || words_at(w, '\t'))
		w->at++;
}

bool
words_take(struct words *w, char c)
{
	if (!words_at(w, c))
		return false;
	w->at++;
	return true;
}

struct slice
words_word(struct words *w)
{
	const char *from = w->at;

	while (w->at < w->end && strchr(" \t\r", *w->at) == NULL)
		w->at++;
	return (struct slice){ from, (size_t)(w->at - from) };
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

struct slice
words_name(struct words *w, bool colons)
{
	const char *from = w->at;

	while (w->at < w->end &&
	    (is_letter(*w->at) || (colons && *w->at == ':') ||
		(w->at > from && *w->at >= '0' && *w->at <= '9')))
		w->at++;
	return (struct slice){ from, (size_t)(w->at - from) };
}

/* Reports the first byte that is not UTF-8. */
static bool
words_not_utf8(struct words *w, const char *from)
{
	const char *at = utf8_blame(from, w->at);

	return words_bad(w, at,
	    "expected UTF-8, found byte 0x%02x "
	    "(iconv -f LATIN1 -t UTF-8)",
	    (unsigned char)*at);
}

/* Goes to the quote that ends a text. */
static bool
find_end(struct words *w, bool *escapes)
{
	const char *from = w->at - 1;
	struct utf8 utf8 = { 0 };
	bool escape = false;

	for (; w->at < w->end; w->at++) {
		if (escape && strchr("\\\"n", *w->at) == NULL)
			return words_expected(w,
			    "a backslash, '\"' or 'n' "
			    "after a backslash");
		if (!utf8_step(&utf8, (unsigned char)*w->at))
			return words_not_utf8(w, from);
		if (!escape && *w->at == '"')
			return true;
		escape = !escape && *w->at == '\\';
		*escapes = *escapes || escape;
	}
	return words_bad(w, from, "the closing quote is missing");
}

bool
words_quoted(struct words *w, struct slice *text)
{
	const char *p, *from = ++w->at;
	bool escapes = false;
	char *to;

	if (!find_end(w, &escapes))
		return false;
	*text = (struct slice){ from, (size_t)(w->at++ - from) };
	if (!escapes)
		return true;
	text->at = to = buf_room(w->decoded, text->n);
	for (p = from; p < w->at - 1; p++) {
		if (*p == '\\')
			*to++ = *++p == 'n' ? '\n' : *p;
		else
			*to++ = *p;
	}
	text->n = (size_t)(to - text->at);
	w->decoded->n += text->n;
	return true;
}
