/* SPDX-License-Identifier: MIT */
/* Commands to a CI runner, which reads them out of what is printed. */
#ifndef OVP_RUNNER_H
#define OVP_RUNNER_H

#include <stdbool.h>

#include "buf.h"
#include "slice.h"

/*
 * GitHub, Azure and TeamCity take `##[name]', `##vso[' and `##teamcity[' for
 * commands. Takes one more byte of a text; true where it is such a bracket.
 * *state is 0 at the text's beginning.
 */
bool runner_bracket(unsigned *state, char c);

/*
 * Appends a text for people so that no runner finds a command in it: a
 * backslash stands before such a bracket, and before a `::' that begins the
 * text or follows a blank, since GitHub reads `::name::' at the beginning of a
 * line.
 */
void runner_disarm(struct buf *, struct slice text);

#endif
