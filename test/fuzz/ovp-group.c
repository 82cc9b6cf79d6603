/* SPDX-License-Identifier: MIT */
/* Fuzzes ovp-group: any bytes as a stream of samples. */
#define TOOL_HAS_GATES 0
#include "whole.h"

#define main tool_main
#include "../../src/ovp-group/main.c"
#undef main

static const char *const command[][WHOLE_WORDS] = {
	{ "ovp-group" },
	{ "ovp-group", "-k", "group,air_name,opcode", "-m", "*_ms", "-m",
	    "c*" },
	{ "ovp-group", "-k", "air_name", "-l", "group=*p*", "-l", "idx=" },
	{ "ovp-group", "--keep-zeros", "-", "@1" },
	{ "ovp-group", "--no-derive", "-k", "segment,group" },
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	WHOLE_OPTS_AGAIN();
	whole_run(command, sizeof(command) / sizeof(command[0]), data, n);
	return 0;
}
