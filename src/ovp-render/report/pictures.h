/* SPDX-License-Identifier: MIT */
/* Single values for pictures, from --samples. */
#ifndef RENDER_PICTURES_H
#define RENDER_PICTURES_H

#include "report.h"

/* Reads them; does nothing without a file. */
void pictures_read(struct report *);

/* Frees them; warns when a page had nothing to draw. */
void pictures_close(struct report *);

#endif
