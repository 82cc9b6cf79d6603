/* SPDX-License-Identifier: MIT */
/* Entries of a large file, read by several threads at once. */
#include <pthread.h>
#include <stdlib.h>

#include "ahead.h"
#include "base/mem.h"
#include "fast.h"

enum {
	/* Parts of a thread that may be done before the first is written. */
	PARTS_EACH = 2,
	/* Fewer parts are not worth the start of the threads. */
	PARTS_LEAST = 4,
	THREADS_MOST = 8,
	/* A part, and all of them together, in bytes of the file. */
	PART_MOST = 1024 * 1024,
	PARTS_MOST = 8 * 1024 * 1024,
};

#define NOWHERE UINT64_MAX

/* A part's records. */
struct part {
	uint64_t begin, end; /* of its entries; begin: NOWHERE if unknown */
	struct recout out;   /* held */
	bool done;
};

struct worker {
	pthread_t thread;
	struct ahead *ahead;
	struct fast fast;
	struct needs needs;
};

struct ahead {
	struct source *source;
	struct samples *samples;
	uint64_t again; /* not before this offset; after failures, later */
	uint64_t pause;
	struct worker *worker; /* owned: nworkers */
	size_t nworkers;
	struct part *part; /* owned: part i of a text is i modulo nparts */
	size_t nparts, size;
	pthread_mutex_t metrics; /* for needs_of() */

	pthread_mutex_t lock; /* for the rest, and for part[].done */
	pthread_cond_t work, done;
	bool quit;
	size_t busy; /* threads that have a part */
	/* The text: its parts from next up to end may be taken. */
	struct slice text;
	uint64_t offset; /* of the text in the file */
	enum kind kind;
	struct samples like; /* as all its records are */
	size_t next, end;
};

/* Fills a part with the records of the entries that end in it. */
static void
fill(struct worker *w, struct part *part, size_t i)
{
	const struct ahead *a = w->ahead;
	size_t from = i * a->size, until = from + a->size;
	const char *text = a->text.at, *begin = text;
	struct samples samples = a->like;

	part->begin = NOWHERE;
	if (until > a->text.n)
		until = a->text.n;
	/* A boundary is where the part before ends at the earliest. */
	if (i > 0)
		begin = fast_boundary(text + from - 1, until - from + 1, text);
	if (begin == NULL)
		return;
	from = (size_t)(begin - text);
	samples.out = part->out;
	if (samples.needs != NULL)
		samples.needs = &w->needs;
	part->begin = a->offset + from;
	part->end = part->begin +
	    fast_entries(&w->fast, &samples, a->kind, begin, a->text.n - from,
		until - from, false);
	part->out = samples.out;
}

static void *
work(void *arg)
{
	struct worker *w = arg;
	struct ahead *a = w->ahead;

	pthread_mutex_lock(&a->lock);
	while (!a->quit) {
		size_t i = a->next;

		if (i == a->end) {
			pthread_cond_wait(&a->work, &a->lock);
			continue;
		}
		a->next++;
		a->busy++;
		pthread_mutex_unlock(&a->lock);
		fill(w, &a->part[i % a->nparts], i);
		pthread_mutex_lock(&a->lock);
		a->part[i % a->nparts].done = true;
		a->busy--;
		pthread_cond_signal(&a->done);
	}
	pthread_mutex_unlock(&a->lock);
	return NULL;
}

size_t
ahead_part(size_t threads)
{
	size_t n = threads > THREADS_MOST ? THREADS_MOST : threads;
	size_t part = PARTS_MOST / (PARTS_EACH * n);

	return part > PART_MOST ? PART_MOST : part;
}

/* Starts as many threads as the system allows. */
static void
start(struct ahead *a, size_t threads)
{
	for (; a->nworkers < threads; a->nworkers++) {
		struct worker *w = &a->worker[a->nworkers];

		w->ahead = a;
		if (pthread_create(&w->thread, NULL, work, w) != 0)
			break;
	}
}

struct ahead *
ahead_open(struct source *source, struct samples *samples, size_t threads,
    size_t part)
{
	struct ahead *a;

	if (threads < 2 || source_rest(source, 0).n / part < PARTS_LEAST)
		return NULL;
	if (threads > THREADS_MOST)
		threads = THREADS_MOST;
	a = mem_zalloc(1, sizeof(*a));
	a->source = source;
	a->samples = samples;
	a->size = part;
	a->nparts = PARTS_EACH * threads;
	a->part = mem_zalloc(a->nparts, sizeof(*a->part));
	for (size_t i = 0; i < a->nparts; i++)
		recout_hold(&a->part[i].out);
	pthread_mutex_init(&a->metrics, NULL);
	pthread_mutex_init(&a->lock, NULL);
	pthread_cond_init(&a->work, NULL);
	pthread_cond_init(&a->done, NULL);
	a->worker = mem_zalloc(threads, sizeof(*a->worker));
	start(a, threads);
	return a;
}

/* Gives a text to the threads; returns the number of its parts. */
static size_t
begin(struct ahead *a, enum kind kind, uint64_t from, struct slice text)
{
	size_t total = (text.n + a->size - 1) / a->size;

	pthread_mutex_lock(&a->lock);
	a->text = text;
	a->offset = from;
	a->kind = kind;
	a->like = *a->samples;
	for (size_t i = 0; i < a->nworkers && a->like.needs != NULL; i++) {
		a->worker[i].needs = *a->like.needs;
		a->worker[i].needs.shared = &a->metrics;
	}
	a->next = 0;
	a->end = total < a->nparts ? total : a->nparts;
	pthread_cond_broadcast(&a->work);
	pthread_mutex_unlock(&a->lock);
	return total;
}

/* Writes a part that begins where the last one ended; returns where it ends. */
static uint64_t
take(struct ahead *a, struct part *part, uint64_t at)
{
	pthread_mutex_lock(&a->lock);
	while (!part->done)
		pthread_cond_wait(&a->done, &a->lock);
	pthread_mutex_unlock(&a->lock);
	if (part->begin != at)
		return at;
	recout_take(&a->samples->out, &part->out);
	source_jump(a->source, part->end);
	return part->end;
}

/* Lets the threads take one part more, in the place of one that is written. */
static void
go_on(struct ahead *a, struct part *part, size_t total)
{
	pthread_mutex_lock(&a->lock);
	part->done = false;
	if (a->end < total) {
		a->end++;
		pthread_cond_signal(&a->work);
	}
	pthread_mutex_unlock(&a->lock);
}

/* Waits until no thread has a part, and drops the parts that are not taken. */
static void
stop(struct ahead *a)
{
	pthread_mutex_lock(&a->lock);
	a->end = a->next;
	while (a->busy > 0)
		pthread_cond_wait(&a->done, &a->lock);
	for (size_t i = 0; i < a->nparts; i++) {
		a->part[i].done = false;
		a->part[i].out.n = a->part[i].out.whole = 0;
	}
	pthread_mutex_unlock(&a->lock);
}

/* If little was taken, the next time comes later, so that little is lost. */
static void
adjust(struct ahead *a, size_t parts, uint64_t at)
{
	if (parts >= a->nparts)
		a->pause = 0;
	else if (a->pause == 0)
		a->pause = a->nparts * a->size;
	else if (a->pause < SOURCE_LIMIT)
		a->pause *= 2;
	a->again = at + a->pause;
}

uint64_t
ahead_entries(struct ahead *a, enum kind kind, uint64_t from)
{
	struct slice text = source_rest(a->source, from);
	uint64_t at = from, until;
	size_t total, i = 0;

	if (a->nworkers < 2 || from < a->again || a->samples->first ||
	    text.n / a->size < PARTS_LEAST)
		return from;
	total = begin(a, kind, from, text);
	do {
		struct part *part = &a->part[i % a->nparts];

		at = take(a, part, at);
		go_on(a, part, total);
		until = from + ++i * a->size;
	} while (i < total && at >= until);
	stop(a);
	adjust(a, i, at);
	return at;
}

void
ahead_close(struct ahead *a)
{
	if (a == NULL)
		return;
	pthread_mutex_lock(&a->lock);
	a->quit = true;
	pthread_cond_broadcast(&a->work);
	pthread_mutex_unlock(&a->lock);
	for (size_t i = 0; i < a->nworkers; i++)
		pthread_join(a->worker[i].thread, NULL);
	for (size_t i = 0; i < a->nparts; i++)
		recout_free(&a->part[i].out);
	pthread_cond_destroy(&a->done);
	pthread_cond_destroy(&a->work);
	pthread_mutex_destroy(&a->lock);
	pthread_mutex_destroy(&a->metrics);
	free(a->part);
	free(a->worker);
	free(a);
}
