/* SPDX-License-Identifier: MIT */
/* What fuzzers of single parts share: a check. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/slice.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

#define CHECK(expr)                                                      \
	do {                                                             \
		if (!(expr)) {                                           \
			fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, \
			    __LINE__, #expr);                            \
			abort();                                         \
		}                                                        \
	} while (0)

/* Takes the bytes before the next NUL off the data. */
static inline struct slice
fuzz_take(struct slice *data)
{
	const char *nul = data->n > 0 ? memchr(data->at, '\0', data->n) : NULL;
	struct slice s = { data->at,
		nul == NULL ? data->n : (size_t)(nul - data->at) };

	if (s.n > 0 || nul != NULL) {
		data->at += s.n + (nul != NULL);
		data->n -= s.n + (nul != NULL);
	}
	return s;
}

#endif
