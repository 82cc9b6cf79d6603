/* SPDX-License-Identifier: MIT */
/* Blocks of 16 bytes: SSE2, NEON, or plain C (also with -DOVP_NO_SIMD). */
#ifndef OVP_BLOCK_H
#define OVP_BLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/*
 * Contracts, for p at any address with 16 readable bytes:
 * block_special	returns the index of the first byte that is special in
 *			a JSON string (a quote, a backslash, below 0x20, above
 *			0x7f), or 16
 * block_no_digit	returns the index of the first byte that is not a digit,
 *			or 16
 * block_starts		says whether the first n bytes, 1 to 16, equal those at
 *			q
 * block_same_long	says whether the first n bytes, 16 at least, equal those
 *			at q, which is a multiple of 16
 * block_either		returns the index of the first byte that is a or b, or
 *			16
 * block_mask		returns a bit for each of 64 bytes that is a or b, the
 *			first byte lowest
 * block_copy		copies 16 bytes; both addresses may be unaligned
 */

#if defined(__SSE2__) && !defined(OVP_NO_SIMD)
#include <emmintrin.h>

static inline __m128i
block_load(const char *p)
{
	return _mm_loadu_si128((const void *)p);
}

/* The index of the first byte that is not 0; bit 16 stops the search. */
static inline size_t
block_first(__m128i found)
{
	return (size_t)__builtin_ctz(
	    (unsigned)_mm_movemask_epi8(found) | 0x10000u);
}

static inline size_t
block_special(const char *p)
{
	__m128i v = block_load(p);

	/* As signed bytes, those above 0x7f are also below 0x20. */
	return block_first(_mm_or_si128(_mm_cmplt_epi8(v, _mm_set1_epi8(0x20)),
	    _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('"')),
		_mm_cmpeq_epi8(v, _mm_set1_epi8('\\')))));
}

static inline size_t
block_no_digit(const char *p)
{
	__m128i v = block_load(p);

	return block_first(_mm_or_si128(_mm_cmplt_epi8(v, _mm_set1_epi8('0')),
	    _mm_cmpgt_epi8(v, _mm_set1_epi8('9'))));
}

static inline bool
block_starts(const char *p, const char *q, size_t n)
{
	unsigned same = (unsigned)_mm_movemask_epi8(
	    _mm_cmpeq_epi8(block_load(p), block_load(q)));

	return ~same << (32 - n) == 0;
}

/* The bytes that are equal. */
static inline __m128i
block_eq(const char *p, const char *q)
{
	return _mm_cmpeq_epi8(block_load(p), block_load(q));
}

/* Without a branch for each block; the last two blocks may overlap. */
static inline bool
block_same_long(const char *p, const char *q, size_t n)
{
	__m128i same = block_eq(p + n - 16, q + n - 16);

	if (n - 48 <= 32) {
		same = _mm_and_si128(same, block_eq(p, q));
		same = _mm_and_si128(same, block_eq(p + 16, q + 16));
		same = _mm_and_si128(same, block_eq(p + 32, q + 32));
		same = _mm_and_si128(same, block_eq(p + n - 32, q + n - 32));
	} else {
		for (size_t i = 0; i + 16 < n; i += 16)
			same = _mm_and_si128(same, block_eq(p + i, q + i));
	}
	return _mm_movemask_epi8(same) == 0xffff;
}

static inline size_t
block_either(const char *p, char a, char b)
{
	__m128i v = block_load(p);

	return block_first(_mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8(a)),
	    _mm_cmpeq_epi8(v, _mm_set1_epi8(b))));
}

/* block_mask() of 16 bytes. */
static inline uint64_t
block_bits(const char *p, __m128i a, __m128i b)
{
	__m128i v = block_load(p);

	return (unsigned)_mm_movemask_epi8(
	    _mm_or_si128(_mm_cmpeq_epi8(v, a), _mm_cmpeq_epi8(v, b)));
}

static inline uint64_t
block_mask(const char *p, char a, char b)
{
	__m128i x = _mm_set1_epi8(a), y = _mm_set1_epi8(b);

	return block_bits(p, x, y) | block_bits(p + 16, x, y) << 16 |
	    block_bits(p + 32, x, y) << 32 | block_bits(p + 48, x, y) << 48;
}

static inline void
block_copy(char *to, const char *from)
{
	_mm_storeu_si128((void *)to, block_load(from));
}

#elif defined(__ARM_NEON) && defined(__aarch64__) && !defined(OVP_NO_SIMD)
#include <arm_neon.h>

/* The index of the first byte that is not 0, from four bits for each byte. */
static inline size_t
block_first(uint8x16_t found)
{
	uint64_t bits = vget_lane_u64(
	    vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(found), 4)),
	    0);

	return bits == 0 ? 16 : (size_t)__builtin_ctzll(bits) / 4;
}

static inline uint8x16_t
block_load(const char *p)
{
	return vld1q_u8((const uint8_t *)p);
}

static inline size_t
block_special(const char *p)
{
	uint8x16_t v = block_load(p);

	return block_first(
	    vorrq_u8(vcltq_s8(vreinterpretq_s8_u8(v), vdupq_n_s8(0x20)),
		vorrq_u8(vceqq_u8(v, vdupq_n_u8('"')),
		    vceqq_u8(v, vdupq_n_u8('\\')))));
}

static inline size_t
block_no_digit(const char *p)
{
	uint8x16_t v = block_load(p);

	return block_first(vorrq_u8(vcltq_u8(v, vdupq_n_u8('0')),
	    vcgtq_u8(v, vdupq_n_u8('9'))));
}

static inline bool
block_starts(const char *p, const char *q, size_t n)
{
	return block_first(vmvnq_u8(vceqq_u8(block_load(p), block_load(q)))) >=
	    n;
}

/* Without a branch for each block; the last two blocks may overlap. */
static inline bool
block_same_long(const char *p, const char *q, size_t n)
{
	uint8x16_t same = vceqq_u8(block_load(p + n - 16),
	    block_load(q + n - 16));

	for (size_t i = 0; i + 16 < n; i += 16)
		same = vandq_u8(same,
		    vceqq_u8(block_load(p + i), block_load(q + i)));
	return vminvq_u8(same) == 255;
}

static inline size_t
block_either(const char *p, char a, char b)
{
	uint8x16_t v = block_load(p);

	return block_first(vorrq_u8(vceqq_u8(v, vdupq_n_u8((uint8_t)a)),
	    vceqq_u8(v, vdupq_n_u8((uint8_t)b))));
}

/* 16 bytes of 0 or 255, each to the bit of its place in its half. */
static inline uint8x16_t
block_bits(const char *p, uint8x16_t a, uint8x16_t b)
{
	static const uint8_t bit[16] = { 1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4,
		8, 16, 32, 64, 128 };
	uint8x16_t v = block_load(p);

	return vandq_u8(vorrq_u8(vceqq_u8(v, a), vceqq_u8(v, b)),
	    vld1q_u8(bit));
}

static inline uint64_t
block_mask(const char *p, char a, char b)
{
	uint8x16_t x = vdupq_n_u8((uint8_t)a), y = vdupq_n_u8((uint8_t)b);
	/* Three sums of neighbours join the eight bits of a byte. */
	uint8x16_t low = vpaddq_u8(block_bits(p, x, y),
	    block_bits(p + 16, x, y));
	uint8x16_t high = vpaddq_u8(block_bits(p + 32, x, y),
	    block_bits(p + 48, x, y));

	low = vpaddq_u8(low, high);
	return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(low, low)), 0);
}

static inline void
block_copy(char *to, const char *from)
{
	vst1q_u8((uint8_t *)to, block_load(from));
}

#else

static inline size_t
block_special(const char *p)
{
	size_t i = 0;

	while (i < 16 && p[i] >= 0x20 && (unsigned char)p[i] < 0x80 &&
	    p[i] != '"' && p[i] != '\\')
		i++;
	return i;
}

static inline size_t
block_no_digit(const char *p)
{
	size_t i = 0;

	while (i < 16 && p[i] >= '0' && p[i] <= '9')
		i++;
	return i;
}

static inline bool
block_starts(const char *p, const char *q, size_t n)
{
	return memcmp(p, q, n) == 0;
}

static inline bool
block_same_long(const char *p, const char *q, size_t n)
{
	return memcmp(p, q, n) == 0;
}

static inline size_t
block_either(const char *p, char a, char b)
{
	size_t i = 0;

	while (i < 16 && p[i] != a && p[i] != b)
		i++;
	return i;
}

static inline uint64_t
block_mask(const char *p, char a, char b)
{
	uint64_t mask = 0;

	for (int i = 0; i < 64; i++)
		mask |= (uint64_t)(p[i] == a || p[i] == b) << i;
	return mask;
}

static inline void
block_copy(char *to, const char *from)
{
	memcpy(to, from, 16);
}

#endif

/* Returns the first a or b from p on; there must be one. */
static inline const char *
block_find(const char *p, char a, char b)
{
	size_t i;

	while ((i = block_either(p, a, b)) == 16)
		p += 16;
	return p + i;
}

/* Compares n >= 1 bytes; their last blocks must be readable. */
static inline bool
block_same(const char *p, const char *q, size_t n)
{
	for (; n > 16; p += 16, q += 16, n -= 16)
		if (!block_starts(p, q, 16))
			return false;
	return block_starts(p, q, n);
}

/* Says whether the n bytes are digits, 1 to 16; 16 must be readable. */
static inline bool
block_is_digits(const char *p, size_t n)
{
	return n - 1 < 16 && block_no_digit(p) >= n;
}

/* Says whether n bytes contain c; the last block must be readable. */
static inline bool
block_holds(const char *p, size_t n, char c)
{
	for (; n > 16; p += 16, n -= 16)
		if (block_either(p, c, c) < 16)
			return true;
	return block_either(p, c, c) < n;
}

/* Copies n bytes in blocks; reads and writes up to 31 more. Returns the end. */
static inline char *
block_put(char *to, const char *from, size_t n)
{
	for (size_t i = 0; i < n; i += 32) {
		block_copy(to + i, from + i);
		block_copy(to + i + 16, from + i + 16);
	}
	return to + n;
}

#endif
