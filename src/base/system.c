/* SPDX-License-Identifier: MIT */
/* Wrappers of functions that some systems do not have. */
#include <fcntl.h>
#include <string.h>

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

struct timespec
system_written(const struct stat *st)
{
#ifdef __APPLE__
	return st->st_mtimespec;
#else
	return st->st_mtim;
#endif
}
