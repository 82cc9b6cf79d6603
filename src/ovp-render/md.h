/* SPDX-License-Identifier: MIT */
/* The reference's layout of the report. */
#ifndef RENDER_MD_H
#define RENDER_MD_H

#include "md_table.h"

/* All benches as the reference writes them (--compat). */
void md_compat(struct md *);

/* The tables of one bench's proof times. */
void md_times(struct md *, size_t from, size_t end);

#endif
