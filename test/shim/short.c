/* SPDX-License-Identifier: MIT */
/* Preloaded: read(2) and write(2) do less than asked, or nothing (EINTR). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <unistd.h>

/* 0, or how many bytes this call may do at most: 1, 2, 3, 5, 8 ... 1597. */
static size_t
most(void)
{
	static size_t a = 1, b = 1, calls;
	size_t c = a + b;

	if (++calls % 3 == 0)
		return 0;
	a = b;
	b = c;
	if (c > 2000)
		a = b = 1;
	return a;
}

ssize_t
read(int fd, void *p, size_t n)
{
	static ssize_t (*real)(int, void *, size_t);
	size_t m = most();

	if (real == NULL)
		*(void **)&real = dlsym(RTLD_NEXT, "read");
	if (m == 0) {
		errno = EINTR;
		return -1;
	}
	return real(fd, p, n < m ? n : m);
}

ssize_t
write(int fd, const void *p, size_t n)
{
	static ssize_t (*real)(int, const void *, size_t);
	size_t m = most();

	if (real == NULL)
		*(void **)&real = dlsym(RTLD_NEXT, "write");
	if (m == 0) {
		errno = EINTR;
		return -1;
	}
	return real(fd, p, n < m ? n : m);
}
