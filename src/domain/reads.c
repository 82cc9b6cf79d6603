/* SPDX-License-Identifier: MIT */
/* Labels of a metric that ovp-group and ovp-agg read. */
#include "reads.h"
#include "stream/levels.h"

#define ROLE_BIT(role) ((uint64_t)1 << (role))

/* Times that make up the time of a proof, and ends of segments. */
#define ROLES_ALL                                                  \
	(ROLE_BIT(ROLE_TOTAL) | ROLE_BIT(ROLE_EXECUTE) |           \
	    ROLE_BIT(ROLE_BESIDE) | ROLE_BIT(ROLE_TRACE_GEN) |     \
	    ROLE_BIT(ROLE_PROVE) | ROLE_BIT(ROLE_BLOB) |           \
	    ROLE_BIT(ROLE_BLOB_TOTAL) | ROLE_BIT(ROLE_PREFLIGHT) | \
	    ROLE_BIT(ROLE_METERED) | ROLE_BIT(ROLE_TRIGGER))

unsigned
reads_fine(const struct metric *m)
{
	unsigned set = 0;

	if ((m->levels & LEVEL_SEGMENT) != 0)
		set |= 1u << FINE_SEGMENT | 1u << FINE_IDX;
	if ((m->levels & LEVEL_AIR) != 0)
		set |= 1u << FINE_AIR_NAME;
	if ((m->levels & LEVEL_OPCODE) != 0)
		set |= 1u << FINE_OPCODE;
	if ((m->levels & LEVEL_REASON) != 0)
		set |= 1u << FINE_REASON;
	return set;
}

bool
reads_all(const struct metric *m)
{
	return (m->role_set & ROLES_ALL) != 0;
}
