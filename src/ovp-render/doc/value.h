/* SPDX-License-Identifier: MIT */
/* A number that may be unknown. */
#ifndef RENDER_VALUE_H
#define RENDER_VALUE_H

#include "number/number.h"

struct value {
	struct number n;
	bool known; /* the field was not empty */
};

#endif
