/* SPDX-License-Identifier: MIT */
/* The formats of ovp-render: a function each, from records to text. */
#ifndef RENDER_FORMAT_H
#define RENDER_FORMAT_H

#include <stdbool.h>

#include "domain/version.h"
#include "stream/recin.h"
#include "stream/recout.h"

struct opts {
	const struct format *format; /* --md, --summary, ... */
	bool airs;                   /* --airs */
	bool compat;                 /* --compat */
	enum version version;        /* --compat=VERSION */
	char **links;                /* --link URL, each */
	size_t nlinks;
	struct slice *metrics; /* --metrics GLOB,... */
	size_t nmetrics;
	bool all_metrics;    /* --all-metrics */
	char **metrics_file; /* --metrics-file FILE ... */
	size_t nmetrics_files;
	size_t max_bytes; /* --max-bytes N, 0: no limit */
	char *base;       /* --base FILE, or NULL */
	struct slice *by; /* --by KEY,... */
	size_t nby;
	const char *sort;   /* --sort COLUMN, or NULL */
	size_t top;         /* --top N, 0: no limit */
	bool share;         /* --share */
	bool reverse;       /* --reverse */
	bool from_folded;   /* --from-folded */
	char *const *files; /* operands */
	int nfiles;
	bool wide;           /* --wide */
	const char *against; /* --against BENCH, or NULL */
	bool charts;         /* --charts */
	char *samples;       /* --samples FILE, or NULL */
	struct slice *stack; /* --stack KEY,... */
	size_t nstack;
	const char *symbols;      /* --symbols FILE, or NULL */
	const char *base_symbols; /* --base-symbols FILE, or NULL */
	bool keep_hashes;         /* --keep-hashes */
	int colour;               /* --color: enum colour_when */
	bool raw;                 /* --raw */
};

/* The options of a format besides -h and -V; others are errors. */
enum takes {
	TAKES_COMPAT = 1,
	TAKES_LINK = 2,
	TAKES_METRICS = 4,   /* --metrics, --all-metrics, --metrics-file */
	TAKES_LIMIT = 8,     /* --max-bytes: every format of Markdown */
	TAKES_BASE = 16,     /* --base: those that read single values */
	TAKES_SAMPLES = 64,  /* --samples: single values for pictures */
	TAKES_CHARTS = 128,  /* --charts */
	TAKES_COLOUR = 256,  /* --color */
	TAKES_RAW = 512,     /* --raw */
	TAKES_FOLDED = 1024, /* --from-folded */
	TAKES_STACK = 32,    /* --stack, --symbols, --metrics */
};

struct doc_writer;

struct format {
	int code; /* its option: OPT_ ... */
	const char *name;
	unsigned kinds; /* STREAM_BIT()s it reads */
	unsigned takes; /* enum takes */
	void (*render)(struct recin *, struct recout *, const struct opts *);
	const struct doc_writer *writer; /* for a document, else NULL */
};

/*
 * One function for each format. With opts->from_folded the stream is NULL. Each
 * reads its stream to the end before it marks anything complete, unless its
 * manual says that it streams.
 */
void render_report(struct recin *, struct recout *, const struct opts *);
void render_summary(struct recin *, struct recout *, const struct opts *);
void render_bmf(struct recin *, struct recout *, const struct opts *);
void render_prometheus(struct recin *, struct recout *, const struct opts *);
void render_airs(struct recin *, struct recout *, const struct opts *);
void render_by(struct recin *, struct recout *, const struct opts *);
void render_wide(struct recin *, struct recout *, const struct opts *);
void render_csv(struct recin *, struct recout *, const struct opts *);
void render_json(struct recin *, struct recout *, const struct opts *);
void render_sql(struct recin *, struct recout *, const struct opts *);
void render_detailed(struct recin *, struct recout *, const struct opts *);
void render_opcodes(struct recin *, struct recout *, const struct opts *);
void render_memory(struct recin *, struct recout *, const struct opts *);
void render_svg(struct recin *, struct recout *, const struct opts *);
void render_folded(struct recin *, struct recout *, const struct opts *);
void render_flame(struct recin *, struct recout *, const struct opts *);

#endif
