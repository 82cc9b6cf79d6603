/* SPDX-License-Identifier: MIT */
/* Text to number. */
#ifndef OVP_NUMPARSE_H
#define OVP_NUMPARSE_H

#include <stdbool.h>
#include <stdint.h>

#include "number.h"
#include "slice.h"

/*
 * Reads what Rust's f64::from_str reads: an optional sign, then digits with at
 * most one point and an optional exponent, or inf, infinity, nan in any case.
 * No blanks, no hexadecimal. Returns false, leaving *n alone, for other text.
 * Locale-free; time linear in the text; text of any length.
 */
bool numparse(struct slice, struct number *n);

/* Reads what Rust's u64::from_str reads: digits, perhaps behind a '+'. */
bool numparse_u64(struct slice, uint64_t *);

#endif
