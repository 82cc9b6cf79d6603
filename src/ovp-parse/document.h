/* SPDX-License-Identifier: MIT */
/* Reading of a metrics file in JSON. */
#ifndef PARSE_DOCUMENT_H
#define PARSE_DOCUMENT_H

#include "inputs.h"
#include "samples.h"
#include "source.h"

/*
 * Reads a metrics file to its end and writes its entries as samples. Fails with
 * the place of the first error.
 */
void document_read(struct source *, struct samples *, const struct input *);

/* Does the same with this many threads, each with parts of this many bytes. */
void document_read_parts(struct source *, struct samples *,
    const struct input *, size_t threads, size_t part);

/* Does the same on the slow lane alone, which defines what is right. */
void document_read_jsmn(struct source *, struct samples *,
    const struct input *);

#endif
