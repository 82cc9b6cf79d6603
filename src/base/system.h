/* SPDX-License-Identifier: MIT */
/* Wrappers of functions that some systems do not have. */
#ifndef OVP_SYSTEM_H
#define OVP_SYSTEM_H

#include <sys/stat.h>

#include <stddef.h>
#include <time.h>

/* Returns the last c of n bytes, or NULL: memrchr(3). */
const char *system_last(const char *at, char c, size_t n);

/* Enlarges a pipe if the system can; otherwise does nothing. */
void system_pipe_room(int fd, int bytes);

/* Returns the number of processors that this process may use, or 1. */
size_t system_processors(void);

/* Returns a file's time of modification. */
struct timespec system_written(const struct stat *);

#endif
