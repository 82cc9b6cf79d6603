/* SPDX-License-Identifier: MIT */
/* Wrappers of functions that some systems do not have. */
#include <fcntl.h>
#include <sched.h>
#include <string.h>
#include <unistd.h>

#include "system.h"

const char *
system_last(const char *at, char c, size_t n)
{
#ifdef __linux__
	return n == 0 ? NULL : memrchr(at, c, n);
#else
	while (n > 0)
		if (at[--n] == c)
			return at + n;
	return NULL;
#endif
}

void
system_pipe_room(int fd, int bytes)
{
#ifdef F_SETPIPE_SZ
	(void)fcntl(fd, F_SETPIPE_SZ, bytes);
#else
	(void)fd;
	(void)bytes;
#endif
}

size_t
system_processors(void)
{
#ifdef __linux__
	cpu_set_t set;

	if (sched_getaffinity(0, sizeof(set), &set) == 0)
		return (size_t)CPU_COUNT(&set);
#endif
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	return n > 0 ? (size_t)n : 1;
}

struct timespec
system_written(const struct stat *st)
{
#ifdef __APPLE__
	return st->st_mtimespec;
#else
	return st->st_mtim;
#endif
}
