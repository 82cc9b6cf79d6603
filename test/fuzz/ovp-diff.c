/* SPDX-License-Identifier: MIT */
/* Fuzzes ovp-diff: any bytes as statistics, baseline, gates. */
#define TOOL_HAS_GATES 1
#include "whole.h"

#define main tool_main
#include "../../src/ovp-diff/main.c"
#undef main

static const char *const command[][WHOLE_WORDS] = {
	{ "ovp-diff", "@1" },
	{ "ovp-diff", "--alpha", "0.1", "@1" },
	{ "ovp-diff", "-g", "total_proof_time_ms@leaf>5%", "-g", "*<-1%", "-g",
	    "*", "-g", "*insns>+0", "@1" },
	{ "ovp-diff", "-G", "@2", "@1" },
	{ "ovp-diff", "@1", "@2" },
	{ "ovp-diff", "--metrics-file", "@2", "@1" },
	{ "ovp-diff", "--audit", "@1", "@2" },
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	WHOLE_OPTS_AGAIN();
	whole_run(command, sizeof(command) / sizeof(command[0]), data, n);
	return 0;
}
