/* SPDX-License-Identifier: MIT */
/* Division of whole numbers. */
#ifndef OVP_QUOTIENT_H
#define OVP_QUOTIENT_H

#include <stdint.h>

#include "base/wide.h"

/* Returns the double nearest to m / d; neither is 0. */
double quotient(uint128 m, uint64_t d);

#endif
