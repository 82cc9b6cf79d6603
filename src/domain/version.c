/* SPDX-License-Identifier: MIT */
/* Versions of the reference. */
#include <string.h>

#include "base/diag.h"
#include "version.h"

enum version
version_parse(const char *text)
{
	if (text == NULL || strcmp(text, "2.1") == 0)
		return VERSION_2_1;
	if (strcmp(text, "2.0") != 0)
		fail("--compat: '%s' is not a version of the reference: "
		     "2.0 or 2.1",
		    text);
	return VERSION_2_0;
}
