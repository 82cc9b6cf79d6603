/* SPDX-License-Identifier: MIT */
/* The layout of a metrics file. */
#ifndef PARSE_DOCUMENT_H
#define PARSE_DOCUMENT_H

#include "inputs.h"
#include "samples.h"
#include "source.h"

/*
 * Reads a metrics file to its end, writes its entries as samples. Fails, with
 * the place, on the first thing that is wrong.
 */
void document_read(struct source *, struct samples *,
    const struct input *);

/* The same, by the jsmn lane alone: slower, and what is right. */
void document_read_jsmn(struct source *, struct samples *,
    const struct input *);

#endif
