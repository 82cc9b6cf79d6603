/* SPDX-License-Identifier: MIT */
/* Fuzzes ovp-render: any bytes as any stream, in every format. */
#define TOOL_HAS_GATES 0
#include "whole.h"

#define main tool_main
#include "../../src/ovp-render/main.c"
#undef main

static const char *const command[][WHOLE_WORDS] = {
	{ "ovp-render", "--md" },
	{ "ovp-render", "--md", "--all-metrics", "--max-bytes", "2000" },
	{ "ovp-render", "--md", "--compat" },
	{ "ovp-render", "--summary", "--link", "http://x/y" },
	{ "ovp-render", "--summary", "--compat", "--link", "http://x/y/" },
	{ "ovp-render", "--bmf" },
	{ "ovp-render", "--csv", "-", "@1" },
	{ "ovp-render", "--json" },
	{ "ovp-render", "--sql", "-", "@1" },
	{ "ovp-render", "--detailed" },
	{ "ovp-render", "--detailed", "--compat", "--base", "@1" },
	{ "ovp-render", "--detailed", "--max-bytes", "3000", "--base", "@1" },
	{ "ovp-render", "--text" },
	{ "ovp-render", "--opcodes" },
	{ "ovp-render", "--memory" },
	{ "ovp-render", "--svg" },
	{ "ovp-render", "--folded" },
	{ "ovp-render", "--flame", "--base", "@1" },
	{ "ovp-render", "--html", "--all-metrics", "--samples", "@1" },
	{ "ovp-render", "--html", "--stack", "group,air_name", "--symbols",
	    "@2", "--samples", "@1" },
	{ "ovp-render", "--md", "--charts", "--samples", "@1" },
	{ "ovp-render", "--md", "--metrics-file", "@1", "--metrics",
	    "*_ms,c*,?*" },
	{ "ovp-render", "--summary", "--max-bytes", "1500" },
	{ "ovp-render", "--text", "--metrics-file", "@1", "--all-metrics" },
	{ "ovp-render", "--opcodes", "--compat", "--max-bytes", "1000" },
	{ "ovp-render", "--memory", "--compat" },
	{ "ovp-render", "--folded", "--symbols", "@2", "--base", "@1" },
	{ "ovp-render", "--flame", "--stack", "air_name,opcode", "--symbols",
	    "@1" },
	{ "ovp-render", "--prometheus", "--all-metrics" },
	{ "ovp-render", "--airs", "--text" },
	{ "ovp-render", "--by", "group", "--top", "2", "--share", "--md" },
	{ "ovp-render", "--wide", "--csv", "--raw" },
	{ "ovp-render", "--flame", "--from-folded" },
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	WHOLE_OPTS_AGAIN();
	whole_run(command, sizeof(command) / sizeof(command[0]), data, n);
	return 0;
}
