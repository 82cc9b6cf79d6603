/* SPDX-License-Identifier: MIT */
/* What not every system has, with what stands for it elsewhere. */
#ifndef OVP_SYSTEM_H
#define OVP_SYSTEM_H

#include <sys/stat.h>

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

/* The last c of n bytes, or NULL: memrchr(3). */
const char *system_last(const char *at, char c, size_t n);

/* Makes room in a pipe, where the system can; else nothing happens. */
void system_pipe_room(int fd, int bytes);

/* When a file was last written. */
struct timespec system_written(const struct stat *);

/*
 * Writes the text to size bytes, cut where they end: a byte that can't be seen
 * as an escape sequence of C, and a backslash as two when slashes is true.
 * (Systems have strnvis(3) with arguments in two orders.)
 */
void system_visible(char *to, const char *text, size_t size, bool slashes);

#endif
