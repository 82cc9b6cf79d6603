/* SPDX-License-Identifier: MIT */
/* Markdown in the reference's layout. */
#ifndef RENDER_COMPAT_H
#define RENDER_COMPAT_H

#include "report.h"

/* Writes all benches as a version of the reference does (--compat). */
void md_compat(struct report *, enum version);

#endif
