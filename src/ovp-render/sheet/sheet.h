/* SPDX-License-Identifier: MIT */
/* A statistics or comparison stream, held as rows. */
#ifndef RENDER_SHEET_H
#define RENDER_SHEET_H

#include "base/arena.h"
#include "base/map.h"
#include "domain/metrics.h"
#include "domain/statistic.h"
#include "domain/verdict.h"
#include "number/numparse.h"
#include "ovp-render/doc/value.h"
#include "ovp-render/format/format.h"
#include "packed.h"
#include "stream/recin.h"

/* The runs behind a row. */
struct row_runs {
	uint64_t now, base;  /* how many */
	struct slice number; /* the column `run', or empty */
	const struct slice *origin, *base_origin; /* ncarried, or NULL */
};

/* What is known of a change, in percent except p: see ovp-diff(1). */
enum judged {
	JUDGED_PCT,
	JUDGED_P,
	JUDGED_MDE,
	JUDGED_LOW,
	JUDGED_HIGH,
	JUDGED_SPREAD, /* of several runs: see sheet_read */
	JUDGED,
};

/*
 * Slices live as long as the sheet. What the pointers point to may belong to
 * several rows (share.h), so that a row that tells nothing new takes little
 * memory.
 */
struct row {
	size_t bench; /* index: benches in input order */
	/* nkeys, then the FINES of a levelled stream (levels.h) */
	const struct slice *key;
	struct slice metric, phase; /* with a NUL after each */
	const struct metric *is;    /* the known metric */
	/* Packed by enum statistic; base may be NULL. */
	const char *now, *base;
	const char *judged; /* packed by enum judged */
	const char *recent; /* values of proof times; else "", or NULL */
	const struct row_runs *runs;
	enum verdict verdict;
	bool follows;  /* another row: see follow_mark */
	bool counts;   /* a counter by its kind */
	size_t order;  /* in the input */
	size_t place;  /* in the report, or ROW_HIDDEN */
	size_t part;   /* phase in its group, or 0 */
	size_t time;   /* proof times: 1 + index into times */
	double weight; /* importance: see importance_weigh */
	size_t first;  /* index in run of its first run */
	size_t next;   /* in run: the next run, or SIZE_MAX */
};

/* Return a statistic of a side, and a value of the change. */
static inline struct value
row_now(const struct row *r, enum statistic stat)
{
	return packed_get(r->now, stat);
}

static inline struct value
row_base(const struct row *r, enum statistic stat)
{
	return packed_get(r->base, stat);
}

static inline struct value
row_judged(const struct row *r, enum judged which)
{
	return packed_get(r->judged, which);
}

#define ROW_HIDDEN (SIZE_MAX - 1)

/*
 * A row of a comparison of the kind `cause' or `note', which is not a metric.
 */
struct aside {
	size_t bench;
	const struct slice *key; /* as in a row; equal texts kept once */
	struct slice name;       /* `cause.work.M', `note.groups' ... */
	struct value now, base;  /* averages */
	struct value now_sum, base_sum;
	struct value pct;
	struct value base_run;           /* note of an older run: number, */
	const struct slice *base_origin; /* carried fields (ncarried) */
};

struct sheet {
	bool compares;     /* a comparison */
	bool by_group;     /* `group' is the only coarse key */
	bool levelled;     /* may have rows of the finer level */
	struct slice *key; /* names of the nkeys KEY columns */
	size_t nkeys;
	struct slice *carried; /* names of the ncarried columns that */
	size_t ncarried;       /* people added: commit ... */
	struct slice *stat;    /* names of the columns of numbers */
	size_t nstats;
	struct slice *times;              /* metrics of proof times: serial, */
	size_t ntimes;                    /* parallel, then by provers */
	bool spread, p, interval, recent; /* a row has one */
	struct map benches;
	struct row *row;
	size_t n, cap;
	/* as read, if any has several runs; else NULL */
	struct row *run;
	struct row *fine; /* of the finer level, by bench */
	size_t nfine, fine_cap;
	struct aside *aside; /* by bench, in the input's order */
	size_t nasides, aside_cap;
	struct map text;     /* texts of rows, each once */
	struct arena arena;  /* values */
	struct share *share; /* in the arena; by share_open() */
};

/* The text of a report without rows. */
#define SHEET_EMPTY "No statistics: the input has a header and no record.\n"

/* Returns a copy that lives as long as the sheet; equal texts share one. */
struct slice sheet_keep(struct sheet *, struct slice);

/* Fails, naming the option, unless `group' is the only key. */
void sheet_need_group(const struct sheet *, const char *option);

void sheet_free(struct sheet *);

/* Returns the first aside of a bench, or of a later one. */
size_t sheet_asides(const struct sheet *, size_t bench);

/*
 * Return the end of the sorted rows from `from' on that share a bench, or the
 * keys.
 */
size_t sheet_bench_end(const struct sheet *, size_t from);
size_t sheet_group_end(const struct sheet *, size_t from, size_t end);

#endif
