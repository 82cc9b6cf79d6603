/* SPDX-License-Identifier: MIT */
/* The metrics of a history, each with the series of all keys. */
#ifndef RENDER_RUNS_METRIC_H
#define RENDER_RUNS_METRIC_H

#include "ovp-render/sheet/history.h"

/* The series of one metric: by key, in the order of the report. */
struct runs_metric {
	const struct history *h;
	const struct history_series **series; /* owned: n of them */
	size_t n, cap;
	size_t id; /* index in the bench */
};

/*
 * Lists the metrics of a history, that of the proof times first; they live as
 * long as the history. Returns their number; the caller frees them.
 */
size_t runs_metrics(const struct history *, struct runs_metric **);
void runs_metrics_free(struct runs_metric *, size_t n);

#endif
