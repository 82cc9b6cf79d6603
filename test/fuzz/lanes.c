/* SPDX-License-Identifier: MIT */
/* Fuzzes the lanes of ovp-parse: both read the same in what the fast takes. */
#include <sys/mman.h>

#include <unistd.h>

#include "../../src/ovp-parse/document.h"
#include "../../src/ovp-parse/fast.h"
#include "fuzz.h"

/* What stands around labels, metric and value, for each layout. */
static const char *const layout[LAYOUTS][7] = {
	{ "\n    {\n      \"labels\": [", "\n        [\n          \"",
	    "\",\n          \"", "\"\n        ]",
	    "\n      ],\n"
	    "      \"metric\": \"",
	    "\",\n      \"value\": \"", "\"\n    }" },
	{ "{\"labels\":[", "[\"", "\",\"", "\"]", "],\"metric\":\"",
	    "\",\"value\":\"", "\"}" },
};

static void
put(struct buf *text, const char *before, struct slice *data)
{
	struct slice s = fuzz_take(data);

	buf_str(text, before);
	buf_slice(text, s);
}

/* Entries in the producer's layout, but of strings that may hold anything. */
static void
make_entries(struct buf *text, struct slice data, const char *const *piece)
{
	while (data.n > 0) {
		struct slice control = fuzz_take(&data);
		size_t nlabels = control.n % 20;

		buf_str(text, text->n > 0 ? "," : "");
		buf_str(text, piece[0]);
		for (size_t i = 0; i < nlabels; i++) {
			buf_str(text, i > 0 ? "," : "");
			put(text, piece[1], &data);
			put(text, piece[2], &data);
			buf_str(text, piece[3]);
		}
		put(text,
		    nlabels == 0 && piece[0][0] == '\n' ?
			"],\n      \"metric\": \"" :
			piece[4],
		    &data);
		put(text, piece[5], &data);
		buf_str(text, piece[6]);
	}
}

/* One byte anywhere is another one. */
static void
change_byte(struct buf *text, struct slice how)
{
	if (how.n > 2 && text->n > 0)
		text->at[((size_t)(unsigned char)how.at[0] << 8 |
			     (unsigned char)how.at[1]) %
		    text->n] = how.at[2];
}

/* The record stream of a text's entries; by the jsmn lane if parts is 0. */
static void
read_entries(struct samples *out, struct slice bench, enum kind kind,
    struct slice text, size_t parts)
{
	const struct input in = { .bench = bench };
	struct source source;
	char path[32];
	int fd = memfd_create("fuzz", 0);

	dprintf(fd, "{\"%s\":[", kind_name[kind]);
	CHECK(write(fd, text.at, text.n) == (ssize_t)text.n);
	dprintf(fd, "]}");
	snprintf(path, sizeof(path), "/dev/fd/%d", fd);
	source_open(&source, path);
	if (parts == 0)
		document_read_jsmn(&source, out, &in);
	else
		document_read_parts(&source, out, &in, 3, parts);
	source_close(&source);
	close(fd);
}

/* The next input begins with run 1 again. */
static void
forget(struct samples *s)
{
	map_free(&s->benches);
	free(s->runs);
	s->runs = NULL;
	s->cap = 0;
}

/* What ovp-parse writes of a text's entries, in a new file. */
static int
written(struct slice bench, enum kind kind, struct slice text, bool trim,
    size_t parts)
{
	struct needs needs = { .trim = trim };
	struct samples samples;
	int fd = memfd_create("fuzz", 0);

	dup2(fd, STDOUT_FILENO);
	samples_open(&samples, 1, NULL, 0, trim ? &needs : NULL);
	read_entries(&samples, bench, kind, text, parts);
	samples_close(&samples);
	/* No new file may have this number. */
	dup2(STDERR_FILENO, STDOUT_FILENO);
	needs_free(&needs);
	return fd;
}

static void
compare_files(int a, int b)
{
	off_t n = lseek(a, 0, SEEK_END);
	char *at = malloc(2 * (size_t)n);

	CHECK(lseek(b, 0, SEEK_END) == n);
	CHECK(pread(a, at, (size_t)n, 0) == n);
	CHECK(pread(b, at + n, (size_t)n, 0) == n);
	CHECK(memcmp(at, at + n, (size_t)n) == 0);
	free(at);
	close(a);
	close(b);
}

/* Three threads and one read the same in the entries, many times over. */
static void
compare_parts(struct slice bench, enum kind kind, struct slice entries,
    bool trim)
{
	struct buf text = { 0 };

	while (text.n < (size_t)8 * 1024) {
		buf_str(&text, text.n > 0 ? "," : "");
		buf_slice(&text, entries);
	}
	compare_files(written(bench, kind, buf_bytes(&text), trim, 0),
	    written(bench, kind, buf_bytes(&text), trim, 700));
	buf_free(&text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static struct samples fast_out, slow_out;
	static struct fast fast;
	struct slice data = { (const char *)bytes, size }, how, bench;
	struct buf text = { 0 };
	enum kind kind;
	size_t n, taken;
	char *exact;

	if (fast_out.out.at == NULL) {
		recout_open(&fast_out.out);
		recout_open(&slow_out.out);
	}
	fast_out.out.n = fast_out.out.whole = 0;
	slow_out.out.n = slow_out.out.whole = 0;
	how = fuzz_take(&data);
	bench = fuzz_take(&data);
	kind = how.n / LAYOUTS % KINDS;
	samples_bench(&fast_out, bench, true);
	make_entries(&text, data, layout[how.n % LAYOUTS]);
	change_byte(&text, how);
	/* No byte more can be read than is promised. */
	n = text.n;
	exact = calloc(n + FAST_BEYOND, 1);
	if (n > 0)
		memcpy(exact, text.at, n);
	taken = fast_entries(&fast, &fast_out, kind, exact, n, n, true);
	CHECK(taken <= n);
	if (taken > 0)
		read_entries(&slow_out, bench, kind,
		    (struct slice){ exact, taken }, 0);
	CHECK(slow_out.out.n == fast_out.out.n);
	CHECK(memcmp(slow_out.out.at, fast_out.out.at, fast_out.out.n) == 0);
	forget(&fast_out);
	forget(&slow_out);
	if (taken > 0 && how.n / LAYOUTS / KINDS % 4 == 0)
		compare_parts(bench, kind, (struct slice){ exact, taken },
		    how.n / LAYOUTS / KINDS % 8 == 0);
	free(exact);
	buf_free(&text);
	return 0;
}
