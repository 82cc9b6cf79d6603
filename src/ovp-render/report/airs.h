/* SPDX-License-Identifier: MIT */
/* Tables of AIRs and segments. */
#ifndef RENDER_REPORT_AIRS_H
#define RENDER_REPORT_AIRS_H

#include "ovp-render/doc/tabular.h"
#include "ovp-render/sheet/airs.h"

/* What tables are written with: all of it borrowed. */
struct airs_report {
	enum tabular_format	 format;
	struct recout		*o;
	const struct screen	*screen;
	struct cut		*cut;
	size_t			*tables;	/* of a page */
	struct slice		 bench;		/* the same: its name */
	const struct airs	*airs;
};

/*
 * Writes the groups of a bench, from the first group at *at on: sentences on
 * what fewer rows would save, AIRs, segments. Moves *at behind them.
 */
void airs_put(const struct airs_report *, size_t bench, size_t *at);

#endif
