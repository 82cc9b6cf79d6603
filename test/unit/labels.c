/* SPDX-License-Identifier: MIT */
/* Unit test of labels: reading, writing, both kinds of escapes. */
#include "base/field.h"
#include "stream/labels.h"
#include "unit.h"

static bool
eq(struct slice s, const char *text)
{
	return slice_eq(s, slice_str(text));
}

static void
plain_labels(void)
{
	struct slice rest = SLICE(
	    "group=\"app_proof\",air_id=\"0\",\"a.b\"=\"\"");
	struct label l;

	CHECK(labels_next(&rest, &l) == 1);
	CHECK(eq(l.key, "group") && eq(l.value, "app_proof"));
	CHECK(labels_next(&rest, &l) == 1);
	CHECK(eq(l.key, "air_id") && eq(l.value, "0"));
	CHECK(labels_next(&rest, &l) == 1);
	CHECK(eq(l.key, "a.b") && eq(l.value, ""));
	CHECK(labels_next(&rest, &l) == 0);
}

/* What labels_add writes, labels_next and labels_plain read back. */
static void
round_trip(const char *key, const char *value, const char *field)
{
	struct buf text = { 0 }, plain = { 0 }, raw = { 0 };
	struct slice rest;
	struct label l;

	labels_add(&text, SLICE("first"), SLICE("x"));
	buf_char(&text, ',');
	labels_add(&text, slice_str(key), slice_str(value));
	rest = buf_bytes(&text);
	CHECK(labels_next(&rest, &l) == 1);
	CHECK(labels_next(&rest, &l) == 1);
	CHECK(rest.n == 0);
	CHECK(eq(labels_plain(l.value, &plain), field));
	plain.n = 0;
	CHECK(field_unescape(&raw, labels_plain(l.value, &plain)));
	CHECK(eq(buf_bytes(&raw), value));
	raw.n = plain.n = 0;
	CHECK(field_unescape(&raw, labels_plain(l.key, &plain)));
	CHECK(eq(buf_bytes(&raw), key));
	buf_free(&text);
	buf_free(&plain);
	buf_free(&raw);
}

static void
escapes(void)
{
	struct buf out = { 0 };

	round_trip("k", "plain", "plain");
	round_trip("k", "a\"b", "a\"b");
	round_trip("k", "a\\b", "a\\\\b");
	round_trip("k", "ends\\", "ends\\\\");
	round_trip("k", "\\\"", "\\\\\"");
	round_trip("k", "\\\\\\", "\\\\\\\\\\\\");
	round_trip("k", "tab\tlf\ncr\r", "tab\\tlf\\ncr\\r");
	round_trip("k", "\\n is no LF", "\\\\n is no LF");
	round_trip("a b\"c\\", ",x=\"y\",", ",x=\"y\",");
	round_trip("", "empty key", "empty key");
	labels_add(&out, SLICE("k"), SLICE("a\"b\\c\nd"));
	CHECK(eq(buf_bytes(&out), "k=\"a\\\\\"b\\\\\\\\c\\nd\""));
	buf_free(&out);
}

static void
refused(void)
{
	static const char *const bad[] = {
		"group",
		"group=",
		"group=x",
		"group=\"x",
		"=\"x\"",
		"1=\"x\"",
		"a=\"b\"c=\"d\"",
		"a=\"b\",",
		",a=\"b\"",
		"a=\"b\\\\\"",
		"a =\"b\"",
		"\"a=\"b\"",
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct slice rest = slice_str(bad[i]);
		struct label l;
		int got;

		while ((got = labels_next(&rest, &l)) == 1)
			;
		CHECK(got == -1);
	}
}

static void
find(void)
{
	struct slice labels = SLICE("a=\"x,phase=\",b=\"1\",b=\"2\"");
	struct slice value;

	CHECK(labels_find(labels, SLICE("b"), &value) && eq(value, "1"));
	CHECK(!labels_find(labels, SLICE("phase"), &value));
	CHECK(!labels_find(SLICE(""), SLICE("a"), &value));
}

static void
unescape(void)
{
	struct buf out = { 0 };

	CHECK(!field_unescape(&out, SLICE("a\\q")));
	out.n = 0;
	CHECK(!field_unescape(&out, SLICE("a\\")));
	buf_free(&out);
}

int
main(void)
{
	plain_labels();
	escapes();
	refused();
	find();
	unescape();
	return unit_end();
}
