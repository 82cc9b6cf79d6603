/* SPDX-License-Identifier: MIT */
/* One entry of a metrics file: labels, a metric, its value. */
#ifndef GEN_ENTRY_H
#define GEN_ENTRY_H

enum { ENTRY_LABELS = 8 };

/* All texts are printable ASCII without quotes or backslashes, and borrowed. */
struct entry {
	struct {
		const char *key, *value;
	} label[ENTRY_LABELS];
	int nlabels;
	const char *metric;
	const char *value;
};

static inline void
entry_label(struct entry *e, const char *key, const char *value)
{
	e->label[e->nlabels].key = key;
	e->label[e->nlabels].value = value;
	e->nlabels++;
}

#endif
