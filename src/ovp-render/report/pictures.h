/* SPDX-License-Identifier: MIT */
/* Single values for pictures, of --samples. */
#ifndef RENDER_PICTURES_H
#define RENDER_PICTURES_H

#include "report.h"

/* Reads them; without a file there are none. */
void pictures_read(struct report *);

/* Frees them; warns when a page had nothing to draw. */
void pictures_close(struct report *);

#endif
