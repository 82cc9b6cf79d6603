/* SPDX-License-Identifier: MIT */
/* A whole program as a fuzz target: main is called in this process. */
#ifndef FUZZ_WHOLE_H
#define FUZZ_WHOLE_H

#include <sys/mman.h>

#include <dlfcn.h>
#include <fcntl.h>
#include <sanitizer/allocator_interface.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "domain/metrics.h"

/* The program's main, which its file renames. */
int tool_main(int argc, char **argv);

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/*
 * The data is a byte that chooses the command line, then the bytes of standard
 * input and of up to two files, parted by blank lines. In a command line the
 * words @1 and @2 stand for the files' names.
 */
enum { WHOLE_FILES = 3, WHOLE_WORDS = 12 };

/* Lives at fixed numbers; what a run leaves open lies above. */
enum {
	WHOLE_FD = 100,
	WHOLE_OUT = WHOLE_FD + WHOLE_FILES,
	WHOLE_ERR,
	WHOLE_ABOVE
};

static jmp_buf whole_end;
static volatile int whole_running;
static int whole_status;

/* What a run allocated, as far as there is room: fail() leaves it behind. */
enum { WHOLE_LOG = 1 << 18 };
static const volatile void *whole_log[WHOLE_LOG];
static size_t whole_logged;

#define WHOLE_CHECK(expr)                                             \
	do {                                                          \
		if (!(expr)) {                                        \
			dprintf(2, "%s:%d: not so: %s (status %d)\n", \
			    __FILE__, __LINE__, #expr, whole_status); \
			abort();                                      \
		}                                                     \
	} while (0)

/* The options as they were before the first run. */
#define WHOLE_OPTS_AGAIN()                \
	do {                              \
		static struct opts first; \
		static bool kept;         \
		if (!kept)                \
			first = opts;     \
		kept = true;              \
		opts = first;             \
	} while (0)

/* fail() ends the run, not the fuzzer. */
void
exit(int status)
{
	void (*real)(int);

	if (whole_running) {
		whole_status = status;
		longjmp(whole_end, 1);
	}
	*(void **)&real = dlsym(RTLD_NEXT, "exit");
	real(status);
	abort();
}

static void
whole_on_malloc(const volatile void *p, size_t n)
{
	(void)n;
	if (whole_running && whole_logged < WHOLE_LOG)
		whole_log[whole_logged++] = p;
}

/* There is no hook without its other half. */
static void
whole_on_free(const volatile void *p)
{
	(void)p;
}

static void
whole_free(void)
{
	while (whole_logged > 0) {
		const volatile void *p = whole_log[--whole_logged];

		if (__sanitizer_get_ownership(p))
			free((void *)(uintptr_t)p);
	}
}

static void
whole_file(int fd)
{
	int made = memfd_create("fuzz", 0);

	dup2(made, fd);
	close(made);
}

int LLVMFuzzerInitialize(int *argc, char ***argv);

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	static char buffer[1 << 16];

	(void)argc;
	(void)argv;
	for (int fd = WHOLE_FD; fd < WHOLE_ABOVE; fd++)
		whole_file(fd);
	/* The sanitizers' reports go past it, to descriptor 2. */
	stderr = fdopen(WHOLE_ERR, "w");
	setvbuf(stderr, buffer, _IOFBF, sizeof(buffer));
	__sanitizer_install_malloc_and_free_hooks(whole_on_malloc,
	    whole_on_free);
	return 0;
}

static void
whole_write(int fd, const uint8_t *at, size_t n)
{
	WHOLE_CHECK(ftruncate(fd, 0) == 0);
	lseek(fd, 0, SEEK_SET);
	WHOLE_CHECK(write(fd, at, n) == (ssize_t)n);
	lseek(fd, 0, SEEK_SET);
}

/* Cuts the data at blank lines into the files. */
static void
whole_cut(const uint8_t *at, size_t n)
{
	for (int f = 0; f < WHOLE_FILES; f++) {
		const uint8_t *blank = f + 1 < WHOLE_FILES && n > 0 ?
		    memmem(at, n, "\n\n", 2) :
		    NULL;
		size_t part = blank == NULL ? n : (size_t)(blank - at) + 1;

		whole_write(WHOLE_FD + f, at, part);
		at += part + (blank != NULL);
		n -= part + (blank != NULL);
	}
}

/* Standard input is a file, or a pipe when what comes fits one. */
static void
whole_stdin(int piped)
{
	off_t n = lseek(WHOLE_FD, 0, SEEK_END);
	void *at;
	int fd[2];

	lseek(WHOLE_FD, 0, SEEK_SET);
	if (!piped || n == 0 || n > 60000) {
		dup2(WHOLE_FD, 0);
		return;
	}
	WHOLE_CHECK(pipe(fd) == 0);
	at = mmap(NULL, (size_t)n, PROT_READ, MAP_SHARED, WHOLE_FD, 0);
	WHOLE_CHECK(write(fd[1], at, (size_t)n) == n);
	munmap(at, (size_t)n);
	dup2(fd[0], 0);
	close(fd[0]);
	close(fd[1]);
}

/* The output of a run: its bytes, to be unmapped. */
static char *
whole_output(int fd, size_t *n)
{
	off_t size = lseek(fd, 0, SEEK_END);

	*n = (size_t)size;
	return size == 0 ? NULL : mmap(NULL, *n, PROT_READ, MAP_PRIVATE, fd, 0);
}

/* A failure marks its output; success leaves whole lines. */
static void
whole_check_output(void)
{
	size_t n, last;
	char *at = whole_output(WHOLE_OUT, &n);

	WHOLE_CHECK(whole_status == 0 || whole_status == 2 ||
	    (whole_status == 1 && TOOL_HAS_GATES));
	if (whole_status != 2) {
		WHOLE_CHECK(n == 0 || at[n - 1] == '\n');
	} else if (n > 0) {
		WHOLE_CHECK(at[n - 1] == '\n');
		for (last = n - 1; last > 0 && at[last - 1] != '\n'; last--)
			;
		WHOLE_CHECK(
		    n - last > 8 && memcmp(at + last, "!error\t", 7) == 0);
	}
	WHOLE_CHECK(n == 0 || memchr(at, '\0', n) == NULL);
	if (n > 0)
		munmap(at, n);
}

/* Messages are printable, and a failure has one, unless it was told of one. */
static void
whole_check_messages(bool told)
{
	size_t n;
	char *at;

	fflush(stderr);
	at = whole_output(WHOLE_ERR, &n);
	WHOLE_CHECK(whole_status != 2 || n > 0 || told);
	for (size_t i = 0; i < n; i++)
		WHOLE_CHECK(at[i] == '\n' || (at[i] >= ' ' && at[i] <= '~'));
	if (n > 0)
		munmap(at, n);
}

static void
whole_run(const char *const command[][WHOLE_WORDS], size_t ncommands,
    const uint8_t *data, size_t n)
{
	static char file[WHOLE_FILES][32];
	char *argv[WHOLE_WORDS + 1] = { NULL };
	int argc = 0;

	if (n == 0)
		return;
	whole_cut(data + 1, n - 1);
	whole_stdin(*data / ncommands % 2 == 1);
	whole_write(WHOLE_OUT, data, 0);
	whole_write(WHOLE_ERR, data, 0);
	dup2(WHOLE_OUT, 1);
	for (; argc < WHOLE_WORDS && command[*data % ncommands][argc] != NULL;
	     argc++) {
		argv[argc] =
		    (char *)(uintptr_t)command[*data % ncommands][argc];
		if (argv[argc][0] == '@') {
			int f = argv[argc][1] - '0';

			snprintf(file[f], sizeof(file[f]), "/dev/fd/%d",
			    WHOLE_FD + f);
			argv[argc] = file[f];
		}
	}
	optind = 0;
	whole_logged = 0;
	whole_running = 1;
	if (setjmp(whole_end) == 0)
		whole_status = tool_main(argc, argv);
	whole_running = 0;
	whole_check_output();
	whole_check_messages(memmem(data, n, "!error\t", 7) != NULL);
	if (whole_status == 2) {
		/* What the library keeps beyond a failure. */
		metrics_unload();
		whole_free();
	}
	close_range(WHOLE_ABOVE, ~0u, 0);
}

#endif
