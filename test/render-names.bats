#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Names that are hostile to Markdown are shown whole by what parses Markdown.

bats_require_minimum_version 1.5.0
load harness

names=$BATS_TEST_DIRNAME/render-names.pl

setup() {
	command -v cmark-gfm >/dev/null || skip 'no cmark-gfm'
	cd "$BATS_TEST_TMPDIR" || return
}

# found KIND SEED FLAG...: all names of the seed are found in the format.
found() {
	local kind=$1 seed=$2
	shift 2
	"$names" make "$seed" 400 >stream.tsv
	ovp-render "$@" stream.tsv >report.md
	cmark-gfm -e table -e autolink -e strikethrough -e tagfilter -t xml \
	    report.md | "$names" find "$kind" "$seed" 400
}

@test 'names in --md' {
	for seed in 1 2 3 4 5; do
		found md "$seed" --md --all-metrics
	done
}

@test 'names in --md --compat' {
	for seed in 6 7 8; do
		found compat "$seed" --md --compat --all-metrics
	done
}

@test 'names in --summary --link' {
	for seed in 9 10 11; do
		found summary "$seed" --summary --link https://l.example
	done
}

# found_single KIND SEED FLAG...: the same of samples.
found_single() {
	local kind=$1 seed=$2
	shift 2
	"$names" samples "$seed" 400 >samples.tsv
	ovp-render "$@" samples.tsv >report.md
	cmark-gfm -e table -e autolink -e strikethrough -e tagfilter -t xml \
	    report.md | "$names" find "$kind" "$seed" 400
}

@test 'names in --detailed' {
	for seed in 12 13 14; do
		found_single detailed "$seed" --detailed
	done
	found_single detailed 15 --detailed --compat
}

@test 'names in --opcodes, --memory' {
	for seed in 16 17; do
		found_single opcodes "$seed" --opcodes
		found_single memory "$seed" --memory
	done
	found_single opcodes 18 --opcodes --compat
}

@test 'names in --svg, --flame' {
	command -v xmllint >/dev/null || skip 'no xmllint'
	"$names" samples 19 400 >samples.tsv
	sed 's/gpu_mem.local_peak_bytes/gpu_mem.timestamp_ms/' samples.tsv |
	    ovp-render --svg samples.tsv - | xmllint --noout -
	ovp-render --flame --stack opcode samples.tsv | xmllint --noout -
}
