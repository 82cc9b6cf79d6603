/* SPDX-License-Identifier: MIT */
/* Fuzzes the escapes of each format: nothing ends early, all comes back. */
#include "base/field.h"
#include "../../src/ovp-parse/json.h"
#include "../../src/ovp-parse/unquote.h"
#include "base/chars.h"
#include "ovp-render/doc/escape.h"
#include "fuzz.h"
#include "number/numparse.h"
#include "stream/labels.h"

typedef void put(struct recout *, struct slice);

static struct slice
put_with(struct recout *o, put *escape, struct slice field)
{
	o->n = 0;
	escape(o, field);
	return (struct slice){ o->at, o->n };
}

static void
put_code(struct recout *o, struct slice field)
{
	escape_md_code(o, field, 20);
}

static void
put_csv(struct recout *o, struct slice field)
{
	escape_csv(o, field, true);
}

/* On one line, printable, without what may end a cell, a tag or a string. */
static void
check_none_of(struct slice text, const char *bad)
{
	CHECK(utf8_valid(text));
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.at[i];

		CHECK(c >= ' ' && c != 0x7f && strchr(bad, c) == NULL);
	}
}

/* Undoes the entities &#N; of a text. */
static void
check_entities(struct slice text, struct slice shown)
{
	struct buf back = { 0 };

	for (size_t i = 0; i < text.n; i++) {
		char *stop;

		if (text.at[i] != '&') {
			buf_char(&back, text.at[i]);
			continue;
		}
		CHECK(text.n - i > 3 && text.at[i + 1] == '#');
		buf_char(&back, (char)strtol(text.at + i + 2, &stop, 10));
		CHECK(*stop == ';');
		i = (size_t)(stop - text.at);
	}
	CHECK(slice_eq(buf_bytes(&back), shown));
	buf_free(&back);
}

static void
check_json(struct slice text, struct slice raw)
{
	struct buf room = { 0 };
	struct json j;

	json_init(&j);
	CHECK(json_run(&j, text.at, text.n) != JSON_BAD);
	CHECK(json_end(&j) == JSON_END);
	json_free(&j);
	check_none_of(text, "");
	if (utf8_valid(raw))
		CHECK(slice_eq(
		    unquote((struct slice){ text.at + 1, text.n - 2 }, &room),
		    raw));
	buf_free(&room);
}

static void
check_csv(struct slice text, struct slice raw)
{
	struct buf back = { 0 };

	if (text.n == 0 || text.at[0] != '"') {
		CHECK(slice_eq(text, raw));
		for (size_t i = 0; i < text.n; i++)
			CHECK(strchr("\",\r\n", text.at[i]) == NULL);
		return;
	}
	for (size_t i = 1; i + 1 < text.n; i++) {
		if (text.at[i] == '"')
			CHECK(text.at[++i] == '"' && i + 1 < text.n);
		buf_char(&back, text.at[i]);
	}
	CHECK(text.at[text.n - 1] == '"');
	CHECK(slice_eq(buf_bytes(&back), raw));
	buf_free(&back);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct slice field = { (const char *)data, n }, shown, raw = field;
	struct buf scratch = { 0 }, plain = { 0 };
	static struct recout o;
	struct number number;

	if (n > 0 &&
	    (memchr(data, 0, n) || memchr(data, '\n', n) ||
		memchr(data, '\t', n) || memchr(data, '\r', n)))
		return 0;
	if (o.at == NULL)
		recout_open(&o);
	shown = chars_shown(field, &scratch);
	if (field_unescape(&plain, field))
		raw = buf_bytes(&plain);
	check_none_of(shown, "");
	check_none_of(put_with(&o, escape_text, field), "");
	check_none_of(put_with(&o, escape_md, field), "|");
	check_none_of(put_with(&o, put_code, field), "|");
	check_none_of(put_with(&o, escape_xml, field), "<>\"'");
	check_entities((struct slice){ o.at, o.n }, shown);
	check_json(put_with(&o, escape_json, field), raw);
	check_csv(put_with(&o, put_csv, field), raw);
	o.n = 0;
	escape_csv(&o, field, false);
	CHECK(o.n == 0 || memchr("=+-@", o.at[0], 4) == NULL ||
	    numparse((struct slice){ o.at, o.n }, &number));
	buf_free(&scratch);
	buf_free(&plain);
	return 0;
}
