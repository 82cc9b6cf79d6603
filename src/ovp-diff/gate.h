/* SPDX-License-Identifier: MIT */
/* Gates: rules that a comparison must keep. */
#ifndef DIFF_GATE_H
#define DIFF_GATE_H

#include "judgement.h"
#include "junit.h"
#include "rule.h"

/*
 * Returns how many times the rules are broken, and warns each time with value,
 * baseline and limit. A rule that finds nothing to compare is broken. Each rule
 * becomes a case of the report.
 */
size_t gate_check(const struct rules *, const struct store *,
    const size_t *layout, const struct judgement *, struct junit *);

#endif
