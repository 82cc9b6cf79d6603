/* SPDX-License-Identifier: MIT */
/* The results of other benchmark harnesses as samples. */
#ifndef PARSE_HARNESS_H
#define PARSE_HARNESS_H

#include "inputs.h"
#include "samples.h"
#include "source.h"

/*
 * Each reads a file of one program to its end, and fails, with the place, on
 * what that program does not write:
 * harness_github	github-action-benchmark's data.js, or its JSON: a bench
 *			a suite, a run an entry, with commit and date
 * harness_hyperfine	hyperfine --export-json: a bench a command, a run a time
 * harness_criterion	Criterion.rs' estimates.json, and what cargo criterion
 *			--message-format=json prints
 * harness_google	Google Benchmark's --benchmark_format=json: a run a
 *			repetition
 */
void harness_github(struct source *, struct samples *, const struct input *);
void harness_hyperfine(struct source *, struct samples *,
    const struct input *);
void harness_criterion(struct source *, struct samples *,
    const struct input *);
void harness_google(struct source *, struct samples *, const struct input *);

#endif
