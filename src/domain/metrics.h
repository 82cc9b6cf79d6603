/* SPDX-License-Identifier: MIT */
/* Properties of metrics by name. */
#ifndef OVP_METRICS_H
#define OVP_METRICS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "version.h"

/* The behaviour of a value if the same work runs again. */
enum metric_class {
	METRIC_EXACT, /* repeats to the last digit: any change is real */
	METRIC_NOISY, /* rates, values of a clock or an allocator */
	/*
	 * times that some provers write in whole milliseconds: a step of one is
	 * no change
	 */
	METRIC_QUANTISED,
};

enum metric_direction { METRIC_LOWER, METRIC_HIGHER, METRIC_NEITHER };

/* Reports that show a metric by default. A set. */
enum metric_shown {
	SHOWN_NO = 0,
	SHOWN_OWN = 1, /* our own */
	SHOWN_2_0 = 2, /* the reference's, v2.0 */
	SHOWN_2_1 = 4, /* the reference's, v2.1 */
	SHOWN_REF = SHOWN_OWN | SHOWN_2_0 | SHOWN_2_1,
};

/* Meaningful statistics: a rate, a limit, a degree have no sum. */
enum metric_stats { STATS_ALL, STATS_NOSUM };

/* The statistic that is the value of a group. */
enum metric_once {
	ONCE_NO, /* the sum: each proof has its own */
	/*
	 * the average in an app group, whose program runs once and not for each
	 * proof
	 */
	ONCE_APP,
	ONCE_WHOLE, /* the maximum: there are a whole and parts */
};

/* Labels that explain a change of a metric. A set. */
enum metric_level {
	LEVEL_NO = 0,
	LEVEL_SEGMENT = 1, /* segment, or idx */
	LEVEL_AIR = 2,     /* air_name, or air */
	LEVEL_OPCODE = 4,
	LEVEL_REASON = 8,
};

/* Whether a counter that is 0 is dropped, as in the reference. */
enum metric_zero {
	ZERO_DROP,
	ZERO_KEEP, /* a part of a whole: zero is an answer */
};

/* The only provers that write a metric. A set. */
enum metric_prover {
	PROVER_NO = 0,
	PROVER_V1 = 1, /* by generation */
	PROVER_V2 = 2,
	PROVER_CPU = 4, /* by hardware */
	PROVER_GPU = 8,

	PROVER_GENERATION = PROVER_V1 | PROVER_V2,
	PROVER_MACHINE = PROVER_CPU | PROVER_GPU,
};

/* Roles of a metric in the programs. */
enum metric_role {
	ROLE_TOTAL,   /* the time of a proof */
	ROLE_EXECUTE, /* a proof's execution; one counts */
	ROLE_SERIAL,  /* execution that waits for the previous one */
	ROLE_BEFORE,  /* an app's execution before all proofs */
	ROLE_BESIDE,  /* part of a total since 2.1, if present */
	ROLE_TRACE_GEN,
	ROLE_PROVE,
	ROLE_BLOB, /* parts of ROLE_BLOB_TOTAL */
	ROLE_BLOB_TOTAL,
	ROLE_SECONDS,    /* proof times: serial, */
	ROLE_PARALLEL,   /* unbounded, */
	ROLE_PROVERS,    /* of N provers, after an `@' */
	ROLE_WORK,       /* counts work, closest to its time first */
	ROLE_CYCLES,     /* counts instructions, best first */
	ROLE_CELLS,      /* the cells of a summary */
	ROLE_AGREE,      /* all of these count the same */
	ROLE_INSTRUMENT, /* takes time to count */
	ROLE_OPCODES,    /* counts by opcode; the first counts */
	ROLE_STACK,      /* the default value of a stack */
	ROLE_SPAN_CELLS, /* ... of cell_tracker_span */
	ROLE_AIR_CELLS,  /* ... of air_name */
	ROLE_MEMORY_CURRENT,
	ROLE_MEMORY_PEAK,
	ROLE_MEMORY_RESERVED,
	ROLE_MEMORY_TIME,
	ROLE_APART, /* not in tables of all metrics */
	/* execution that waits for the previous segment, in an app group */
	ROLE_PREFLIGHT,
	ROLE_PREFLIGHT_WORK, /* its instructions, */
	ROLE_PREFLIGHT_RATE, /* ... millions of them in a second */
	/* of ROLE_BEFORE; may be in a total since 2.1 */
	ROLE_METERED,
	ROLE_SEGMENTS, /* the number of segments */
	ROLE_TRIGGER,  /* the reason why a segment ended */
	ROLE_AIR_ROWS, /* of an AIR: the rows of its tables, */
	ROLE_AIR_MAIN, /* ... columns of each kind, */
	ROLE_AIR_PERM,
	ROLE_AIR_PREP,
	ROLE_AIR_MADE, /* ... cells, */
	ROLE_AIR_USED, /* ... rows that are used, or are not */
	ROLE_AIR_PADDING,
	ROLE_ALL_CELLS, /* of a proof, those that are used */
	ROLE_USED_CELLS,
	ROLE_WALL,           /* of all proofs of an app, by a clock */
	ROLE_MADE_CELLS,     /* counts cells, closest to proving first */
	ROLE_SEGMENT_INSNS,  /* instructions of a segment */
	ROLE_MEMORY_PLANNED, /* of a segment, by metering */
	ROLE_HELD,           /* compared with ROLE_LIMIT */
	ROLE_LIMIT,
	ROLE_SUM,  /* the sum of its parts, if missing */
	ROLE_REST, /* the part of a whole in none of its parts */
};

struct metric {
	enum metric_class class;
	enum metric_direction better;
	const char *unit; /* `ms', `s', `bytes' ... or "" */
	unsigned shown;   /* bits of enum metric_shown */
	/*
	 * in a report, from 0; metrics of one place go by byte; -1 if no report
	 * shows it
	 */
	int place;
	enum metric_stats stats;
	enum metric_once once;
	const char *part_of; /* the metric it is a part of, or "" */
	const char *same_as; /* its usual name, or "" */
	uint64_t role_set;   /* bits: 1 << enum metric_role */
	unsigned levels;     /* bits of enum metric_level */
	/* smallest change, in the metric's unit */
	double floor;
	enum metric_zero zero;
	unsigned provers; /* bits of enum metric_prover */
	/*
	 * NULL, or another pattern of the other direction that the name, as
	 * exporters spell it, matches
	 */
	const char *maybe;
};

/*
 * Returns the properties of a name, never NULL, valid until the next load. Rows
 * of loaded files come before the built-in ones, and in both the exact name
 * before globs; each row sets what the earlier ones leave open. A name as
 * exporters spell it, with `_' for `/', `.' and blanks, is the same metric.
 * Each name is looked up once. An unknown metric is noisy, and lower is better.
 */
static inline const struct metric *metrics_find(struct slice name);

/* The same; an unknown metric of the kind `counter' is exact. */
const struct metric *metrics_find_kind(struct slice name, bool is_counter);

static inline const struct metric *
metrics_find(struct slice name)
{
	return metrics_find_kind(name, false);
}

/* Say whether a metric has a role, and whether it is one of the proof times. */
static inline bool
metric_has(const struct metric *m, enum metric_role role)
{
	return (m->role_set >> role & 1) != 0;
}

bool metric_is_proof_time(const struct metric *);

/*
 * Says whether the table has a metric that the pattern matches. A glob of the
 * table is a family of metrics if it begins with their name; one that ends it,
 * such as `*_ms', matches any metric.
 */
bool metrics_exist(struct slice pattern);

/*
 * Return the ith name, from 0, with a role, the preferred ones first, or "";
 * metrics_named returns the first one. 15 more bytes of each are readable.
 */
struct slice metrics_with(enum metric_role, size_t i);
struct slice metrics_named(enum metric_role);

/* Returns the ith part of a metric in the order of reports, or "". */
struct slice metrics_part(struct slice whole, size_t i);

/* Returns the ith metric with another name (same_as), from 0, or "". */
struct slice metrics_same(size_t i);

/*
 * The name of a counter as its program spells it: without the `_total' that
 * exporters append, if the rest is a built-in name and the whole is not.
 */
struct slice metrics_counted(struct slice name);

/* A built-in name as exporters spell it; the name that is spelled so. */
struct slice metrics_exported(struct slice name);
struct slice metrics_original(struct slice name);

/*
 * Says whether the sum of a group's values is meaningful: not for a rate, nor,
 * in an app group, for a value that is the same for all proofs.
 */
bool metric_adds_up(const struct metric *, bool app);

/*
 * Says whether the sets of provers of two sides differ in generation or in
 * machine. `pair' is PROVER_GENERATION or PROVER_MACHINE.
 */
bool metrics_provers_differ(unsigned a, unsigned b, unsigned pair);

/* Says whether the meaning of the metric depends on the prover. */
bool metric_depends_on_prover(const struct metric *);

/* Says whether the report of a version of the reference shows it. */
bool metric_in_reference(const struct metric *, enum version);

/* Return the value of a word (`exact', `lower' ...), or -1. */
int metrics_class_of(struct slice name);
int metrics_direction_of(struct slice name);

/*
 * Puts the rows of a TSV file before the built-in ones and after those loaded
 * earlier. Columns are those of ovp-metrics(5): `name' or `glob', and any
 * others. Fails with file, line and column on a bad row.
 */
void metrics_load(const char *path);
void metrics_unload(void);

#endif
