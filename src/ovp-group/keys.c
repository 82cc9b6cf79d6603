/* SPDX-License-Identifier: MIT */
/* Lists of the keys to promote (-k). */
#include <stdlib.h>

#include "base/cli.h"
#include "base/mem.h"
#include "keys.h"

void
keys_add(struct keys *k, const char *list)
{
	k->list = mem_grow(k->list, &k->cap, k->n, sizeof(*k->list));
	k->list[k->n++] = list;
}

static bool
has_class(const char *list)
{
	size_t n, i = 0;
	struct slice *key = cli_list("-k", list, &n);

	while (i < n && !slice_eq(key[i], SLICE("class")))
		i++;
	free(key);
	return i < n;
}

void
keys_add_class(struct keys *k)
{
	if (k->n == 0)
		keys_add(k, "group");
	k->classed = mem_zalloc(k->n, sizeof(*k->classed));
	for (size_t l = 0; l < k->n; l++) {
		if (has_class(k->list[l]))
			continue;
		buf_printf(&k->classed[l], "%s,class", k->list[l]);
		buf_char(&k->classed[l], '\0');
		k->list[l] = k->classed[l].at;
	}
}

void
keys_free(struct keys *k)
{
	for (size_t l = 0; k->classed != NULL && l < k->n; l++)
		buf_free(&k->classed[l]);
	free(k->classed);
	free(k->list);
}
