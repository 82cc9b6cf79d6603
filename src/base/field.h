/* SPDX-License-Identifier: MIT */
/* Escapes of a stream's fields (ovp-stream(5)). */
#ifndef OVP_FIELD_H
#define OVP_FIELD_H

#include <stdbool.h>

#include "buf.h"
#include "slice.h"

/* Appends raw bytes escaped for a field: \\ \t \n \r. */
void field_escape(struct buf *out, struct slice raw);

/* Appends a field's raw bytes. Returns false on an unknown escape. */
bool field_unescape(struct buf *out, struct slice field);

/* Returns a field's raw bytes: the field itself, or bytes in the empty *raw. */
struct slice field_raw(struct slice field, struct buf *raw);

#endif
