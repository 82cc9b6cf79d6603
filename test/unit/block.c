/* SPDX-License-Identifier: MIT */
/* Blocks of 16 bytes give what a loop over bytes gives. */
#include "base/block.h"
#include "unit.h"

static size_t
special(const char *p)
{
	size_t i = 0;

	while (i < 16 && p[i] >= 0x20 && (unsigned char)p[i] < 0x80 &&
	    p[i] != '"' && p[i] != '\\')
		i++;
	return i;
}

static size_t
no_digit(const char *p)
{
	size_t i = 0;

	while (i < 16 && p[i] >= '0' && p[i] <= '9')
		i++;
	return i;
}

static size_t
either(const char *p, char a, char b)
{
	size_t i = 0;

	while (i < 16 && p[i] != a && p[i] != b)
		i++;
	return i;
}

/* Each byte at each place among plain letters, and among digits. */
static void
check_byte(int byte, int place, const char *around)
{
	char a[17], b[17], copy[17] = "";

	memcpy(b, around, 16);
	b[16] = '"';
	memcpy(a, b, 17);
	a[place] = (char)byte;
	CHECK(block_special(a) == special(a));
	CHECK(block_no_digit(a) == no_digit(a));
	for (size_t n = 1; n <= 16; n++)
		CHECK(block_starts(a, b, n) == (memcmp(a, b, n) == 0));
	CHECK(block_either(a, (char)byte, '3') == either(a, (char)byte, '3'));
	block_copy(copy, a);
	CHECK(memcmp(a, copy, 16) == 0 && copy[16] == '\0');
}

/* Texts of every length, over blocks: found, compared, copied. */
static void
check_length(size_t n)
{
	char text[96] = "", other[96], copy[96];

	memset(text, 'x', n);
	memcpy(other, text, sizeof(text));
	other[n] = '"';
	CHECK(block_holds(other, n + 1, '"') && !block_holds(other, n, '"'));
	CHECK(block_find(other, '"', '\t') == other + n);
	CHECK(block_find(other, '\t', '"') == other + n);
	CHECK(n == 0 || block_same(other, text, n));
	CHECK(block_put(copy, other, n) == copy + n);
	CHECK(memcmp(copy, other, n) == 0);
	for (size_t i = 0; i < n; i++) {
		other[i] = 'y';
		CHECK(!block_same(other, text, n));
		other[i] = 'x';
	}
}

/* Each of 64 bytes is the one bit that it should be. */
static void
check_mask(void)
{
	char text[64];

	memset(text, 'x', sizeof(text));
	CHECK(block_mask(text, 'a', 'b') == 0);
	CHECK(block_mask(text, 'a', 'x') == UINT64_MAX);
	for (int i = 0; i < 64; i++) {
		text[i] = 'a';
		CHECK(block_mask(text, 'a', 'b') == (uint64_t)1 << i);
		CHECK(block_mask(text, 'b', 'a') == (uint64_t)1 << i);
		text[i] = 'x';
	}
}

/* Every length; a byte that differs in any place. */
static void
check_all(void)
{
	_Alignas(16) char known[160];
	char text[160 + 16];

	for (size_t i = 0; i < sizeof(known); i++)
		known[i] = (char)('a' + i % 26);
	memset(text, 0, sizeof(text));
	memcpy(text + 1, known, sizeof(known));
	for (size_t n = 16; n <= 144; n++) {
		CHECK(block_same_long(text + 1, known, n));
		for (size_t i = 0; i < sizeof(known); i++) {
			text[1 + i] = '!';
			CHECK(block_same_long(text + 1, known, n) == (i >= n));
			text[1 + i] = known[i];
		}
	}
}

int
main(void)
{
	check_mask();
	check_all();
	for (size_t n = 0; n < 60; n++)
		check_length(n);
	for (int byte = 0; byte < 256; byte++)
		for (int place = 0; place < 17; place++) {
			check_byte(byte, place, "abcdefghijklmnop");
			check_byte(byte, place, "0123456789012345");
			check_byte(byte, place,
			    "a\"b\\c\0d\x1f\x80"
			    "e\xff"
			    "f1/2");
		}
	return unit_end();
}
