/* SPDX-License-Identifier: MIT */
/* Writes numbers into entries. */
#include "values.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { VALUE_TEXT = 48 };

void
put_whole(struct metrics_file *f, struct entry at, const char *metric,
    uint64_t value)
{
	char text[VALUE_TEXT];

	snprintf(text, sizeof(text), "%" PRIu64, value);
	at.metric = metric;
	at.value = text;
	file_entry(f, &at);
}

/* Takes the zeros at the end off a text with decimals, the point as well. */
static void
trim(char *text)
{
	size_t n = strlen(text);

	while (text[n - 1] == '0')
		n--;
	if (text[n - 1] == '.')
		n--;
	text[n] = '\0';
}

void
put_ms(struct metrics_file *f, struct entry at, const char *metric, uint64_t us)
{
	char text[VALUE_TEXT];

	snprintf(text, sizeof(text), "%" PRIu64 ".%03u", us / 1000,
	    (unsigned)(us % 1000));
	trim(text);
	at.metric = metric;
	at.value = text;
	file_entry(f, &at);
}

void
put_rate(struct metrics_file *f, struct entry at, const char *metric,
    uint64_t count, uint64_t us)
{
	uint64_t whole = count / us, rest = count % us;
	/* Doubles are 2^-47 apart from 32 to 64, 2^-44 from 256 to 512. */
	int decimals = whole < 64 ? 14 : 13, i, n;
	char text[VALUE_TEXT];

	n = snprintf(text, sizeof(text), "%" PRIu64 ".", whole);
	for (i = 0; i < decimals; i++) {
		rest *= 10;
		text[n++] = (char)('0' + rest / us);
		rest %= us;
	}
	text[n] = '\0';
	trim(text);
	at.metric = metric;
	at.value = text;
	file_entry(f, &at);
}
