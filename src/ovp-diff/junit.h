/* SPDX-License-Identifier: MIT */
/* Gates as a test report in the format of JUnit. */
#ifndef DIFF_JUNIT_H
#define DIFF_JUNIT_H

#include "base/buf.h"

/*
 * The report of one run: a suite `gates' with a case for each rule. Nothing in
 * it depends on the clock.
 */
struct junit {
	const char *path; /* NULL: no report is written */
	struct buf cases;
	size_t tests, failures;
};

/*
 * Empties the file, so that an older report does not remain if the program
 * fails. Fails if it can't be written.
 */
void junit_open(struct junit *, const char *path);

/*
 * Adds a rule and the lines about what broke it; without lines, it holds. Does
 * nothing without a path.
 */
void junit_case(struct junit *, const char *rule, struct slice broken_by);

/* Writes the report. Fails if it can't be written. */
void junit_close(struct junit *);

#endif
