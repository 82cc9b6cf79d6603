/* SPDX-License-Identifier: MIT */
/* Checks buf.h. */
#include "base/buf.h"

#include "unit.h"

static void
appends(void)
{
	struct buf b = { 0 };

	CHECK(buf_bytes(&b).n == 0);
	buf_add(&b, NULL, 0);
	CHECK(b.n == 0 && b.at == NULL);
	buf_str(&b, "ab");
	buf_char(&b, '\0');
	buf_slice(&b, SLICE("cd"));
	buf_slice(&b, (struct slice){ NULL, 0 });
	buf_printf(&b, "%d-%s", 42, "x");
	CHECK(slice_eq(buf_bytes(&b), SLICE("ab\0cd42-x")));
	buf_free(&b);
	CHECK(b.at == NULL && b.n == 0 && b.cap == 0);
}

/* Every length around the sizes at which the buffer grows. */
static void
prints_any_length(void)
{
	struct buf b = { 0 };
	char text[300];
	int n;

	memset(text, 'y', sizeof(text));
	for (n = 0; n < (int)sizeof(text); n++) {
		buf_free(&b);
		buf_char(&b, '<');
		buf_printf(&b, "%.*s", n, text);
		buf_char(&b, '>');
		CHECK(b.n == (size_t)n + 2);
		CHECK(b.at[0] == '<' && b.at[b.n - 1] == '>');
		CHECK(memcmp(b.at + 1, text, (size_t)n) == 0);
	}
	buf_free(&b);
}

static void
grows_geometrically(void)
{
	struct buf b = { 0 };
	size_t i, cap = 0, moves = 0;

	for (i = 0; i < 1000000; i++) {
		buf_char(&b, (char)(i % 251));
		if (b.cap != cap)
			moves++;
		cap = b.cap;
	}
	CHECK(b.n == 1000000 && moves < 20);
	for (i = 0; i < b.n; i++)
		if (b.at[i] != (char)(i % 251))
			break;
	CHECK(i == b.n);
	buf_free(&b);
}

static void
room_is_not_used_by_itself(void)
{
	struct buf b = { 0 };
	char *p = buf_room(&b, 1000);

	CHECK(p == b.at && b.n == 0 && b.cap >= 1000);
	memset(p, 'z', 1000);
	CHECK(buf_room(&b, 1000) == p);
	b.n += 1000;
	CHECK(buf_room(&b, 0) == b.at + 1000);
	buf_free(&b);
}

int
main(void)
{
	appends();
	prints_any_length();
	grows_geometrically();
	room_is_not_used_by_itself();
	return unit_end();
}
