/* SPDX-License-Identifier: MIT */
/* The results of other benchmark harnesses as samples. */
#ifndef PARSE_HARNESS_H
#define PARSE_HARNESS_H

#include "inputs.h"
#include "samples.h"
#include "source.h"

/*
 * Each reads a file of one program to its end, and fails with the place of the
 * first thing that the program does not write:
 * harness_github	data.js of github-action-benchmark, or its JSON: a suite
 *			is a bench, an entry a run with commit and date
 * harness_hyperfine	hyperfine --export-json: a command is a bench, a time a
 *			run
 * harness_criterion	estimates.json of Criterion.rs, or the output of cargo
 *			criterion --message-format=json
 * harness_google	Google Benchmark with --benchmark_format=json: a
 *			repetition is a run
 */
void harness_github(struct source *, struct samples *, const struct input *);
void harness_hyperfine(struct source *, struct samples *, const struct input *);
void harness_criterion(struct source *, struct samples *, const struct input *);
void harness_google(struct source *, struct samples *, const struct input *);

#endif
