/* SPDX-License-Identifier: MIT */
/* Entries of a large file, read by several threads at once. */
#include <pthread.h>
#include <stdlib.h>

#include "ahead.h"
#include "base/mem.h"
#include "base/system.h"
#include "fast.h"

enum {
	/* Fewer parts are not worth the start of the threads. */
	PARTS_LEAST = 4,
	THREADS_MOST = 9,
	/* A part, and those of all threads together, in bytes of the file. */
	PART_MOST = 1024 * 1024,
	PARTS_MOST = 4 * 1024 * 1024,
};

#define NOWHERE UINT64_MAX

struct worker {
	struct ahead *ahead;
	pthread_t thread;
	pthread_cond_t turn; /* its part is the next one to be written */
	struct fast fast;
	struct needs needs;

	/* The records of its part, and where its entries begin and end. */
	struct recout out;   /* held */
	uint64_t begin, end; /* begin: NOWHERE if unknown */
};

struct ahead {
	struct source *source;
	struct samples *samples;
	uint64_t again; /* not before this offset; after failures, later */
	uint64_t pause;
	struct worker *worker; /* owned: nworkers, up to `threads' */
	size_t nworkers, threads, size;
	pthread_mutex_t metrics; /* for needs_of() */

	pthread_mutex_t lock; /* for the rest */
	pthread_cond_t work, over;
	bool quit;
	size_t busy; /* threads that have a part */
	/* The text: its parts from next up to end may be taken. */
	struct slice text;
	uint64_t offset; /* of the text in the file */
	enum kind kind;
	struct samples like; /* as all its records are */
	size_t next, end;
	/* Its parts before `turn' are written, their entries end at `at'. */
	size_t turn;
	uint64_t at;
	struct worker **has; /* owned: part i is with i modulo nworkers */
};

/* Fills the buffer with the records of the entries that end in a part. */
static void
fill(struct worker *w, size_t i)
{
	const struct ahead *a = w->ahead;
	size_t from = i * a->size, until = from + a->size;
	const char *text = a->text.at, *begin = text;
	struct samples samples = a->like;

	w->begin = NOWHERE;
	if (until > a->text.n)
		until = a->text.n;
	/* A boundary is where the part before ends at the earliest. */
	if (i > 0)
		begin = fast_boundary(text + from - 1, until - from + 1, text);
	if (begin == NULL)
		return;
	from = (size_t)(begin - text);
	samples.out = w->out;
	if (samples.needs != NULL)
		samples.needs = &w->needs;
	w->begin = a->offset + from;
	w->end = w->begin +
	    fast_entries(&w->fast, &samples, a->kind, begin, a->text.n - from,
		until - from, false);
	w->out = samples.out;
}

/*
 * Writes a part, in its turn, if it begins where the one before it has ended.
 * Unless it is complete, it is the last one. Holds the lock, but for writing.
 */
static void
put(struct worker *w, size_t i)
{
	struct ahead *a = w->ahead;
	uint64_t until = a->offset + (i + 1) * a->size;

	while (a->turn != i)
		pthread_cond_wait(&w->turn, &a->lock);
	if (w->begin == a->at) {
		pthread_mutex_unlock(&a->lock);
		recout_take(&a->samples->out, &w->out);
		source_jump(a->source, w->end);
		pthread_mutex_lock(&a->lock);
		a->at = w->end;
	}
	if (w->begin == NOWHERE || a->at != w->end || a->at < until)
		a->end = a->next;
	w->out.n = w->out.whole = 0;
}

/* Gives the turn to the next part, or ends the text after the last one. */
static void
pass_on(struct ahead *a)
{
	struct worker *next;

	a->busy--;
	a->turn++;
	next = a->has[a->turn % a->nworkers];
	if (a->busy == 0 && a->next == a->end)
		pthread_cond_signal(&a->over);
	else if (a->turn < a->next)
		pthread_cond_signal(&next->turn);
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
		a->has[i % a->nworkers] = w;
		pthread_mutex_unlock(&a->lock);
		fill(w, i);
		pthread_mutex_lock(&a->lock);
		put(w, i);
		pass_on(a);
	}
	pthread_mutex_unlock(&a->lock);
	return NULL;
}

size_t
ahead_threads(void)
{
	size_t n = system_processors();

	return n == 1 ? 1 : n < THREADS_MOST ? n + 1 : THREADS_MOST;
}

size_t
ahead_part(size_t threads)
{
	return PARTS_MOST / threads > PART_MOST ? PART_MOST :
						  PARTS_MOST / threads;
}

/* Starts as many threads as the system allows; one is of no use. */
static bool
start(struct ahead *a)
{
	for (; a->nworkers < a->threads; a->nworkers++) {
		struct worker *w = &a->worker[a->nworkers];

		w->ahead = a;
		pthread_cond_init(&w->turn, NULL);
		recout_hold(&w->out);
		if (pthread_create(&w->thread, NULL, work, w) != 0) {
			recout_free(&w->out);
			a->threads = a->nworkers;
			break;
		}
	}
	return a->threads > 1;
}

struct ahead *
ahead_open(struct source *source, struct samples *samples, size_t threads,
    size_t part)
{
	struct ahead *a;

	if (threads < 2 || source_rest(source, 0).n / part < PARTS_LEAST)
		return NULL;
	a = mem_zalloc(1, sizeof(*a));
	a->source = source;
	a->samples = samples;
	a->threads = threads;
	a->size = part;
	pthread_mutex_init(&a->metrics, NULL);
	pthread_mutex_init(&a->lock, NULL);
	pthread_cond_init(&a->work, NULL);
	pthread_cond_init(&a->over, NULL);
	a->worker = mem_zalloc(threads, sizeof(*a->worker));
	a->has = mem_zalloc(threads, sizeof(struct worker *));
	return a;
}

/* Gives a text, of more than one part, to the threads. */
static void
begin(struct ahead *a, enum kind kind, uint64_t from, struct slice text)
{
	a->text = text;
	a->offset = a->at = from;
	a->kind = kind;
	a->like = *a->samples;
	for (size_t i = 0; i < a->nworkers && a->like.needs != NULL; i++) {
		a->worker[i].needs = *a->like.needs;
		a->worker[i].needs.shared = &a->metrics;
	}
	a->next = a->turn = 0;
	a->end = (text.n + a->size - 1) / a->size;
	pthread_cond_broadcast(&a->work);
}

/* If little was taken, the next time comes later, so that little is lost. */
static void
adjust(struct ahead *a)
{
	if (a->turn > 2 * a->nworkers)
		a->pause = 0;
	else if (a->pause == 0)
		a->pause = 2 * a->nworkers * a->size;
	else if (a->pause < SOURCE_LIMIT)
		a->pause *= 2;
	a->again = a->at + a->pause;
}

uint64_t
ahead_entries(struct ahead *a, enum kind kind, uint64_t from)
{
	struct slice text = source_rest(a->source, from);

	if (from < a->again ||
	    (a->samples->needs != NULL && a->samples->first) ||
	    text.n / a->size < PARTS_LEAST || !start(a))
		return from;
	pthread_mutex_lock(&a->lock);
	begin(a, kind, from, text);
	while (a->next < a->end || a->busy > 0)
		pthread_cond_wait(&a->over, &a->lock);
	pthread_mutex_unlock(&a->lock);
	adjust(a);
	return a->at;
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
	for (size_t i = 0; i < a->nworkers; i++) {
		pthread_join(a->worker[i].thread, NULL);
		pthread_cond_destroy(&a->worker[i].turn);
		recout_free(&a->worker[i].out);
	}
	pthread_cond_destroy(&a->over);
	pthread_cond_destroy(&a->work);
	pthread_mutex_destroy(&a->lock);
	pthread_mutex_destroy(&a->metrics);
	free(a->worker);
	free(a->has);
	free(a);
}
