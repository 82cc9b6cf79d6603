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

# streams SEED: statistics, samples, samples of GPU memory.
streams() {
	"$names" make "$1" 400 >stream.tsv
	"$names" samples "$1" 400 >samples.tsv
	sed 's/gpu_mem.local_peak_bytes/gpu_mem.timestamp_ms/' samples.tsv \
	    >times.tsv
}

# tags: how often each element of XML begins.
tags() {
	grep -o '<[a-z][a-z0-9]*' | sort | uniq -c
}

# page SEED: one of HTML, as XML.
page() {
	streams "$1"
	ovp-render --html --all-metrics --samples samples.tsv --stack opcode \
	    stream.tsv >page.html
	xmllint --html --xmlout --nowarning page.html 2>/dev/null
}

@test 'names in --html' {
	command -v xmllint >/dev/null || skip 'no xmllint'
	page 20 >hostile.xml
	"$names" find xml 20 400 <hostile.xml
	# Where a name may be broken is its own affair.
	page 0 | tags | sed '/<wbr/d' >expected
	tags <hostile.xml | sed '/<wbr/d' >got
	same 'the elements' expected got
}

@test 'names in --svg, --flame' {
	command -v xmllint >/dev/null || skip 'no xmllint'
	local seed
	for seed in 19 0; do
		streams "$seed"
		ovp-render --svg samples.tsv times.tsv | xmllint - >svg.$seed
		ovp-render --flame --stack opcode samples.tsv |
		    xmllint - >flame.$seed
	done
	"$names" find xml 19 400 <svg.19
	"$names" find xml 19 400 <flame.19
	same 'the elements' <(tags <flame.0) <(tags <flame.19)
	same 'the elements' <(tags <svg.0) <(tags <svg.19)
}

# as_data DATABASE QUERY: what it finds, as the finder of data reads it.
as_data() {
	sqlite3 "$1" "$2" | jq -r '.[] | @base64'
}

@test 'names in --json, --bmf, --csv, --sql' {
	streams 21
	ovp-render --json stream.tsv | jq -r '.. | strings | @base64' |
	    "$names" find data 21 400
	ovp-render --json samples.tsv | jq -r '.. | strings | @base64' |
	    "$names" find data 21 400
	ovp-render --bmf stream.tsv 2>/dev/null | jq -r 'keys[] | @base64' |
	    "$names" find data 21 400
	ovp-render --sql stream.tsv | sqlite3 -bail run.db
	ovp-render --sql samples.tsv | sqlite3 -bail run.db
	as_data run.db 'SELECT json_array("group", phase) FROM statistics' |
	    "$names" find data 21 400
	as_data run.db 'SELECT json_array(bench, metric) FROM samples' |
	    "$names" find data 21 400
	ovp-render --csv --raw stream.tsv >stream.csv
	sqlite3 csv.db '.mode csv' '.import stream.csv stream'
	as_data csv.db 'SELECT json_array("group", phase) FROM stream' |
	    "$names" find data 21 400
}

@test 'names in --text, --folded' {
	streams 22
	COLUMNS=1000 ovp-render --text --all-metrics stream.tsv >text
	"$names" find lines 22 400 <text
	ovp-render --folded --stack opcode samples.tsv >folded
	[ "$(wc -l <folded)" = 400 ]
	[ -z "$(tr -d '\n\040-\176\200-\377' <text)" ]
	[ -z "$(tr -d '\n\040-\176\200-\377' <folded)" ]
}
