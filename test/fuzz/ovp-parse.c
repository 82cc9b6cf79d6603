/* SPDX-License-Identifier: MIT */
/* Fuzzes ovp-parse: any bytes as a metrics file. */
#define TOOL_HAS_GATES 0
#include "whole.h"

#define main tool_main
#include "../../src/ovp-parse/main.c"
#undef main

static const char *const command[][WHOLE_WORDS] = {
	{ "ovp-parse", "-n", "b" },
	{ "ovp-parse", "-n", "b,b", "-", "@1" },
	{ "ovp-parse", "--format", "prometheus" },
	{ "ovp-parse", "--format", "prometheus", "-n", "b,c", "--run", "7", "-",
	    "@1" },
	{ "ovp-parse", "--format", "github" },
	{ "ovp-parse", "--format", "hyperfine" },
	{ "ovp-parse", "--format", "criterion" },
	{ "ovp-parse", "--format", "google", "--set", "a=b" },
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	WHOLE_OPTS_AGAIN();
	whole_run(command, sizeof(command) / sizeof(command[0]), data, n);
	return 0;
}
