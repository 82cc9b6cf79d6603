/* SPDX-License-Identifier: MIT */
/* Detection of commands that a CI runner reads from printed text. */
#ifndef OVP_RUNNER_H
#define OVP_RUNNER_H

#include <stdbool.h>

/*
 * Takes one more byte of a text and returns true if it is the bracket of
 * `##[name]', `##vso[' or `##teamcity[', which GitHub, Azure and TeamCity read
 * as commands. *state is 0 at the beginning of the text.
 */
bool runner_bracket(unsigned *state, char c);

#endif
