/* SPDX-License-Identifier: MIT */
/* Commands to a CI runner, which reads them out of what is printed. */
#ifndef OVP_RUNNER_H
#define OVP_RUNNER_H

#include <stdbool.h>

/*
 * GitHub, Azure and TeamCity take `##[name]', `##vso[' and `##teamcity[' for
 * commands. Takes one more byte of a text; true where it is such a bracket.
 * *state is 0 at the text's beginning.
 */
bool runner_bracket(unsigned *state, char c);

#endif
