/* SPDX-License-Identifier: MIT */
/* Fuzzes label syntax: any labels come back, any bytes do no harm. */
#include "base/field.h"
#include "fuzz.h"
#include "stream/labels.h"

/* A part as it was before labels_add(). */
static void
check_part(struct slice part, struct slice raw)
{
	struct buf plain = { 0 }, back = { 0 };

	CHECK(field_unescape(&back, labels_plain(part, &plain)));
	CHECK(slice_eq(buf_bytes(&back), raw));
	buf_free(&plain);
	buf_free(&back);
}

/* The data's parts as keys and values in turn. */
static void
round_trip(struct slice data)
{
	struct slice rest = data, got, found;
	struct buf field = { 0 };
	struct label l;

	while (rest.n > 0) {
		struct slice key = fuzz_take(&rest);

		if (field.n > 0)
			buf_char(&field, ',');
		labels_add(&field, key, fuzz_take(&rest));
	}
	CHECK(field.n == 0 ||
	    (memchr(field.at, '\t', field.n) == NULL &&
		memchr(field.at, '\n', field.n) == NULL));
	got = buf_bytes(&field);
	while (data.n > 0) {
		struct slice key = fuzz_take(&data);

		CHECK(labels_next(&got, &l) == 1);
		check_part(l.key, key);
		check_part(l.value, fuzz_take(&data));
		CHECK(!labels_is_name(key) ||
		    labels_find(buf_bytes(&field), key, &found));
	}
	CHECK(labels_next(&got, &l) == 0);
	buf_free(&field);
}

/* Any bytes as a field: the parts lie in it, one behind the other. */
static void
walk(struct slice field)
{
	struct slice rest = field, found, first = { NULL, 0 }, value;
	struct buf plain = { 0 };
	struct label l;

	while (labels_next(&rest, &l) == 1) {
		CHECK(l.key.at >= field.at && l.value.at > l.key.at + l.key.n);
		CHECK(rest.at > l.value.at + l.value.n);
		CHECK(rest.at + rest.n == field.at + field.n);
		CHECK(labels_plain(l.value, &plain).n <= l.value.n);
		if (first.at == NULL && l.key.n > 0) {
			first = l.key;
			value = l.value;
		}
	}
	if (first.at != NULL && labels_is_name(first)) {
		CHECK(labels_find(field, first, &found));
		CHECK(found.at == value.at && found.n == value.n);
	}
	buf_free(&plain);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct slice all = { (const char *)data, n };
	struct buf back = { 0 }, again = { 0 };

	if (n == 0)
		return 0;
	round_trip(all);
	walk(all);
	field_escape(&again, all);
	CHECK(field_unescape(&back, buf_bytes(&again)));
	CHECK(slice_eq(buf_bytes(&back), all));
	back.n = 0;
	field_unescape(&back, all);
	buf_free(&back);
	buf_free(&again);
	return 0;
}
