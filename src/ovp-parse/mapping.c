/* SPDX-License-Identifier: MIT */
/* Mapping of a regular file, whose pages are released after use. */
#include <sys/mman.h>

#include <signal.h>
#include <unistd.h>

#include "base/system.h"
#include "mapping.h"

/* Pages are released in pieces of this size, to save system calls. */
enum { PIECE = 2 * 1024 * 1024 };

/* The pages for which SIGBUS is handled. */
static struct {
	char *from, *to;
	volatile sig_atomic_t gone;
} mapped;

static size_t
page_size(void)
{
	return (size_t)sysconf(_SC_PAGESIZE);
}

/*
 * Maps zeros over pages that the file has lost, so that the failed load can be
 * repeated. Only loads of this program cause the signal, so no library's lock
 * is held.
 */
static void
on_sigbus(int signal, siginfo_t *info, void *context)
{
	char *at = info->si_addr;

	(void)context;
	/* A signal of kill(2) has no address. */
	if (info->si_code > 0 && at >= mapped.from && at < mapped.to) {
		size_t page = page_size();

		at -= (size_t)(at - mapped.from) % page;
		if (mmap(at, (size_t)(mapped.to - at), PROT_READ,
			MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1,
			0) != MAP_FAILED) {
			mapped.gone = 1;
			return;
		}
	}
	/* Another cause: the signal ends the process when this returns. */
	(void)sigaction(signal, &(struct sigaction){ .sa_handler = SIG_DFL },
	    NULL);
	(void)raise(signal);
}

bool
mapping_open(struct mapping *m, int fd, int64_t begin)
{
	struct sigaction action = { .sa_sigaction = on_sigbus,
		.sa_flags = SA_SIGINFO };
	size_t page = page_size(), skip = (size_t)begin % page;

	*m = (struct mapping){ .fd = fd };
	if (fstat(fd, &m->before) != 0 || m->before.st_size <= begin)
		return false;
	m->n = (uint64_t)(m->before.st_size - begin);
	m->length = ((size_t)m->n + skip + page - 1) / page * page + page;
	/* The file is mapped over zeros, so that a page of them follows it. */
	m->pages = mmap(NULL, m->length, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS,
	    -1, 0);
	if (m->pages == MAP_FAILED)
		return false;
	if (mmap(m->pages, (size_t)m->n + skip, PROT_READ,
		MAP_PRIVATE | MAP_FIXED, fd,
		(off_t)((size_t)begin - skip)) == MAP_FAILED) {
		munmap(m->pages, m->length);
		return false;
	}
	mapped.from = m->pages;
	mapped.to = m->pages + m->length;
	mapped.gone = 0;
	sigemptyset(&action.sa_mask);
	(void)sigaction(SIGBUS, &action, NULL);
	m->text = m->pages + skip;
	return true;
}

void
mapping_release(struct mapping *m, uint64_t before)
{
	size_t end = (size_t)(m->text - m->pages) + (size_t)before;

	if (end - m->given < PIECE)
		return;
	end -= end % page_size();
	(void)madvise(m->pages + m->given, end - m->given, MADV_DONTNEED);
	m->given = end;
}

bool
mapping_intact(const struct mapping *m)
{
	struct timespec before = system_written(&m->before), at;
	struct stat now;

	if (mapped.gone || fstat(m->fd, &now) != 0)
		return false;
	at = system_written(&now);
	return now.st_size == m->before.st_size && at.tv_sec == before.tv_sec &&
	    at.tv_nsec == before.tv_nsec;
}

void
mapping_close(struct mapping *m)
{
	if (m->text != NULL)
		munmap(m->pages, m->length);
	*m = (struct mapping){ 0 };
}
