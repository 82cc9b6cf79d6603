/* SPDX-License-Identifier: MIT */
/* Renaming of groups. */
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/field.h"
#include "base/glob.h"
#include "base/mem.h"
#include "promote.h"
#include "rename.h"

void
rename_rule(struct rename *r, char *text)
{
	const char *equals = strrchr(text, '=');

	if (equals == NULL || equals[1] == '\0')
		fail("--rename: '%s' is not GLOB=NAME", text);
	r->rule = mem_grow(r->rule, &r->cap, r->n, sizeof(*r->rule));
	r->rule[r->n++] = text;
}

/* Whether the reference calls this group app_proof. */
static bool
is_block(struct slice group)
{
	static const char *const kind[] = { "app.block_", "app_rvr.block_",
		"root.block_", "evm.block_" };
	static const struct slice prefix = { "reth.prove_", 11 };

	/* Runs for each record's group, so most must fail at one look. */
	if (!slice_starts(group, prefix))
		return false;
	group.at += prefix.n;
	group.n -= prefix.n;
	for (size_t i = 0; i < sizeof(kind) / sizeof(kind[0]); i++)
		if (slice_starts(group, slice_str(kind[i])))
			return true;
	return false;
}

/* Appends the new name of a group. */
static void
put_name(const struct rename *r, struct slice group, struct buf *to)
{
	struct buf plain = { 0 }, glob = { 0 };
	bool found = false;

	if (!field_unescape(&plain, group))
		buf_slice(&plain, group);
	for (size_t i = 0; i < r->n && !found; i++) {
		const char *name = strrchr(r->rule[i], '=') + 1;

		glob.n = 0;
		buf_add(&glob, r->rule[i], (size_t)(name - 1 - r->rule[i]));
		buf_char(&glob, '\0');
		found = glob_match(glob.at, buf_bytes(&plain));
		if (found)
			field_escape(to, slice_str(name));
	}
	if (!found && r->blocks && is_block(group))
		buf_str(to, "app_proof");
	else if (!found)
		buf_slice(to, group);
	buf_free(&plain);
	buf_free(&glob);
}

struct slice
rename_group(struct rename *r, struct slice group)
{
	if (r->n == 0 && !(r->blocks && is_block(group)))
		return group;
	if (!slice_eq(buf_bytes(&r->from), group) || r->to.n == 0) {
		r->from.n = r->to.n = 0;
		buf_slice(&r->from, group);
		put_name(r, group, &r->to);
	}
	buf_room(&r->to, PROMOTE_BEYOND);
	return buf_bytes(&r->to);
}

void
rename_free(struct rename *r)
{
	free(r->rule);
	buf_free(&r->from);
	buf_free(&r->to);
}
