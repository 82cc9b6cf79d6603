/* SPDX-License-Identifier: MIT */
/* Sliding window over the bytes of a file. */
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/mem.h"
#include "base/system.h"
#include "lines.h"
#include "source.h"

/* This window fits the second-level cache. */
enum { WINDOW = 512 * 1024 };

enum { MESSAGE = 1000 };

void
source_open(struct source *s, const char *path)
{
	struct stat st;

	*s = (struct source){ .name = path, .fd = STDIN_FILENO, .begin = -1 };
	if (strcmp(path, "-") == 0) {
		s->name = "standard input";
		diag_waits("a metrics file");
	} else {
		s->fd = open(path, O_RDONLY | O_CLOEXEC);
	}
	if (s->fd < 0 || fstat(s->fd, &st) != 0)
		fail("%s: %s", s->name, strerror(errno));
	if (S_ISREG(st.st_mode))
		s->begin = lseek(s->fd, 0, SEEK_CUR);
	else if (S_ISFIFO(st.st_mode))
		/* For fewer, larger reads; the system may refuse. */
		system_pipe_room(s->fd, WINDOW);
	if (s->begin >= 0 && mapping_open(&s->mapping, s->fd, s->begin)) {
		s->at = s->mapping.text;
	} else {
		s->cap = WINDOW;
		s->at = s->buffer = mem_zalloc(s->cap + SOURCE_BEYOND, 1);
	}
	progress_begin(&s->progress, s->name,
	    s->begin < 0 ? -1 : st.st_size - s->begin);
}

/* Counts the lines of n bytes that begin at an offset. */
static void
count_lines(struct source *s, const char *at, size_t n, uint64_t offset)
{
	const char *last = system_last(at, '\n', n);

	s->lines += lines_count(at, n);
	if (last != NULL)
		s->line = offset + (uint64_t)(last - at) + 1;
}

/* Drops the window's bytes before an offset. */
static void
slide(struct source *s, uint64_t keep)
{
	size_t gone = (size_t)(keep - s->base);

	if (gone == 0)
		return;
	/* Lines of a file that can be read again are counted on an error. */
	if (s->begin < 0)
		count_lines(s, s->at, gone, s->base);
	s->n -= gone;
	if (s->buffer != NULL)
		memmove(s->buffer, s->buffer + gone, s->n);
	else
		s->at += gone;
	s->base = keep;
}

/* Moves the end of the window over the mapped pages. */
static size_t
map_more(struct source *s)
{
	uint64_t end = s->base + s->n, left = s->mapping.n - end;
	size_t more = SOURCE_LIMIT - s->n;

	if (more > WINDOW)
		more = WINDOW;
	if (more > left)
		more = (size_t)left;
	mapping_release(&s->mapping, s->base);
	return more;
}

/* Reads more bytes after the window. */
static size_t
read_more(struct source *s)
{
	ssize_t got;

	if (s->n == s->cap) {
		s->cap *= 2;
		s->at = s->buffer = mem_resize(s->buffer,
		    s->cap + SOURCE_BEYOND, 1);
	}
	do
		got = read(s->fd, s->buffer + s->n, s->cap - s->n);
	while (got < 0 && errno == EINTR);
	if (got < 0) {
		progress_end(&s->progress);
		fail("%s: %s", s->name, strerror(errno));
	}
	memset(s->buffer + s->n + got, 0, SOURCE_BEYOND);
	return (size_t)got;
}

static void
check_intact(struct source *s)
{
	if (s->mapping.text == NULL || mapping_intact(&s->mapping))
		return;
	progress_end(&s->progress);
	fail("%s: the file changed while it was read: read it again after it "
	     "is written",
	    s->name);
}

bool
source_more(struct source *s, uint64_t keep)
{
	size_t got;

	if (s->ended)
		return false;
	slide(s, keep);
	if (s->n == SOURCE_LIMIT)
		source_fail(s, keep, "an entry or a name exceeds 64 MiB");
	got = s->buffer != NULL ? read_more(s) : map_more(s);
	s->n += got;
	s->ended = got == 0;
	if (s->ended)
		check_intact(s);
	progress_step(&s->progress, s->base + s->n);
	return got > 0;
}

struct slice
source_rest(const struct source *s, uint64_t from)
{
	if (s->mapping.text == NULL)
		return (struct slice){ NULL, 0 };
	return (struct slice){ s->mapping.text + from,
		(size_t)(s->mapping.n - from) };
}

void
source_jump(struct source *s, uint64_t to)
{
	s->at = s->mapping.text + to;
	s->base = to;
	s->n = 0;
	mapping_release(&s->mapping, to);
	progress_step(&s->progress, to);
}

/* Counts the lines before the window, if slide() did not. */
static void
count_again(struct source *s)
{
	char block[16 * 1024];
	uint64_t done = 0;

	while (s->begin >= 0 && done < s->base) {
		size_t want = s->base - done < sizeof(block) ?
		    (size_t)(s->base - done) :
		    sizeof(block);
		ssize_t got = pread(s->fd, block, want,
		    (off_t)(s->begin + (int64_t)done));

		/* If the file has shrunk, the place is a guess. */
		if (got <= 0)
			break;
		count_lines(s, block, (size_t)got, done);
		done += (uint64_t)got;
	}
}

void
source_warn(struct source *s, const char *fmt, ...)
{
	char message[MESSAGE];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(message, sizeof(message), fmt, ap);
	va_end(ap);
	progress_end(&s->progress);
	warn("%s: %s", s->name, message);
}

void
source_fail(struct source *s, uint64_t offset, const char *fmt, ...)
{
	char message[MESSAGE];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(message, sizeof(message), fmt, ap);
	va_end(ap);
	check_intact(s);
	progress_end(&s->progress);
	count_again(s);
	count_lines(s, s->at, (size_t)(offset - s->base), s->base);
	fail("%s:%llu:%llu: %s", s->name, (unsigned long long)s->lines + 1,
	    (unsigned long long)(offset - s->line) + 1, message);
}

void
source_close(struct source *s)
{
	progress_end(&s->progress);
	if (s->fd != STDIN_FILENO)
		close(s->fd);
	free(s->buffer);
	mapping_close(&s->mapping);
	*s = (struct source){ 0 };
}
