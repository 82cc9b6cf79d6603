/* SPDX-License-Identifier: MIT */
/* Fuzzes ovp-agg: any bytes as a grouped stream. */
#define TOOL_HAS_GATES 0
#include "whole.h"

#define main tool_main
#include "../../src/ovp-agg/main.c"
#undef main

static const char *const command[][WHOLE_WORDS] = {
	{ "ovp-agg" },
	{ "ovp-agg", "-p", "1,2,3,1000000" },
	{ "ovp-agg", "--percentiles", "0,12.5,50,99.9,100" },
	{ "ovp-agg", "-", "@1" },
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	WHOLE_OPTS_AGAIN();
	whole_run(command, sizeof(command) / sizeof(command[0]), data, n);
	return 0;
}
