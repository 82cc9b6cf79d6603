/* SPDX-License-Identifier: MIT */
/* What not every system has, with what stands for it elsewhere. */
#ifndef OVP_SYSTEM_H
#define OVP_SYSTEM_H

#include <sys/stat.h>

#include <stddef.h>
#include <time.h>

/* The last c of n bytes, or NULL: memrchr(3). */
const char *system_last(const char *at, char c, size_t n);

/* Makes room in a pipe, where the system can; else nothing happens. */
void system_pipe_room(int fd, int bytes);

/* When a file was last written. */
struct timespec system_written(const struct stat *);

#endif
