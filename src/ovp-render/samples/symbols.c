/* SPDX-License-Identifier: MIT */
/* The names of a guest program's functions, by offset. */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/diag.h"
#include "number/numparse.h"
#include "symbols.h"

enum { BLOCK = 64 * 1024 };

void
symbols_read(struct symbols *s, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? -1 : 1;

	while (n > 0 || (n < 0 && errno == EINTR && fd >= 0)) {
		n = read(fd, buf_room(&s->bytes, BLOCK), BLOCK);
		if (n > 0)
			s->bytes.n += (size_t)n;
	}
	if (n < 0)
		fail("%s: %s", path, strerror(errno));
	close(fd);
}

bool
symbols_find(struct symbols *s, struct slice offset, struct slice *name)
{
	const char *at = s->bytes.at, *end;
	uint64_t i;

	s->asked++;
	if (!numparse_u64(offset, &i) || i >= s->bytes.n || at[i] == '\0' ||
	    (i > 0 && at[i - 1] != '\0')) {
		s->missed++;
		return false;
	}
	end = memchr(at + i, '\0', s->bytes.n - i);
	name->at = at + i;
	name->n = end != NULL ? (size_t)(end - name->at) : s->bytes.n - i;
	return true;
}

struct slice
symbols_without_hash(struct slice name)
{
	const char *hash = name.at + name.n - 19;

	if (name.n < 20 || memcmp(hash, "::h", 3) != 0)
		return name;
	for (size_t i = 3; i < 19; i++)
		if (strchr("0123456789abcdef", hash[i]) == NULL)
			return name;
	return (struct slice){ name.at, name.n - 19 };
}

void
symbols_free(struct symbols *s)
{
	buf_free(&s->bytes);
}
