/* SPDX-License-Identifier: MIT */
/* Versions of the reference. */
#ifndef OVP_VERSION_H
#define OVP_VERSION_H

/* OpenVM's own program, whose rules and layout differ between these. */
enum version { VERSION_2_0, VERSION_2_1 };

/*
 * Parses the argument of --compat; NULL, no argument, is the newest version.
 * Fails on any other text.
 */
enum version version_parse(const char *text);

#endif
