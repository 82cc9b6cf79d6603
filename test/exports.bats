#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Streams in the formats of other programs, read back by these programs.
# shellcheck disable=SC1010,SC2016 # the words of mlr: then, $field
# shellcheck disable=SC2154 # root is from the harness

load harness

setup_file() {
	cd "$BATS_FILE_TMPDIR" || return
	gen-metrics 100K 1 >run.json
	ovp-parse run.json >samples.tsv
	ovp-group samples.tsv >grouped.tsv
	ovp-agg --percentiles 50 grouped.tsv >statistics.tsv
	cp "$BATS_TEST_DIRNAME/case/ovp-render/json/comparison.tsv" .
	for stream in samples grouped statistics comparison; do
		ovp-render --sql $stream.tsv
	done | sqlite3 -bail run.db
}

setup() {
	cd "$BATS_FILE_TMPDIR" || return
	at=$BATS_TEST_TMPDIR
}

@test "json: mlr gives each stream back" {
	local stream
	for stream in samples grouped statistics comparison; do
		ovp-render --json "$stream.tsv" | sed 's/:null/:""/g' |
		    mlr --ijsonl --otsv cut -x -f labels >"$at/got"
		mlr --tsv cut -x -f labels "$stream.tsv" >"$at/expected"
		[ -s "$at/expected" ]
		same "$stream" "$at/expected" "$at/got"
	done
}

@test "json: mlr finds labels, sums up numbers" {
	ovp-group -k air_name -m cells_used samples.tsv | ovp-agg |
	    awk -F '\t' -v OFS='\t' 'NR > 1 && $3 != "" { print $3, $8 }' >"$at/expected"
	ovp-render --json samples.tsv | mlr --ijsonl --otsv --headerless-csv-output \
	    filter '$metric == "cells_used" && is_present($labels["air_name"])' then \
	    put '$air = $labels["air_name"]' then stats1 -a sum -f value -g air >"$at/got"
	[ -s "$at/expected" ]
	same "sums" <(sort "$at/expected") <(sort "$at/got")
}

# in_sqlite JSON: puts the objects of a file of lines into a database table.
in_sqlite() {
	echo "CREATE TEMP TABLE object AS SELECT '' AS text WHERE 0;"
	echo ".mode ascii"
	printf '.separator "\\001" "\\n"\n'
	echo ".import '$1' object"
	echo ".mode list"
	cat
}

@test "sql: sqlite3 holds each stream" {
	local stream records same
	for stream in samples grouped statistics comparison; do
		ovp-render --json "$stream.tsv" >"$at/json"
		records=$(wc -l <"$at/json")
		[ "$(sqlite3 run.db "SELECT count(*) FROM $stream")" = "$records" ]
		same=$(sqlite3 run.db "SELECT group_concat(format(
		    's.\"%w\" IS (text ->> ''$.\"%w\"'')', name, name), ' AND ')
		    FROM pragma_table_info('$stream') WHERE name <> 'labels'")
		[ "$(echo "SELECT count(*) FROM $stream AS s JOIN object AS o
		    ON s.rowid = o.rowid WHERE $same;" | in_sqlite "$at/json" |
		    sqlite3 -bail run.db)" = "$records" ]
	done
}

@test "sql: sqlite3 sums up labels as ovp-group and ovp-agg do" {
	sqlite3 -separator '	' run.db "SELECT labels->>'air_name', sum(value) FROM samples
	    WHERE metric = 'cells_used' AND labels->>'air_name' <> '' GROUP BY 1" >"$at/got"
	ovp-group -k air_name -m cells_used samples.tsv | ovp-agg |
	    awk -F '\t' -v OFS='\t' 'NR > 1 && $3 != "" { print $3, $8 }' >"$at/expected"
	[ -s "$at/expected" ]
	same "sums" <(sort "$at/expected") <(sort "$at/got")
}

@test "json, sql: no more memory for more records" {
	case $O in */asan) skip "the sanitizer reserves the address space" ;; esac
	local format
	gen-metrics 20M 1 | ovp-parse -n x >"$at/big.tsv"
	for format in json sql; do
		(ulimit -v 24000; ovp-render "--$format" "$at/big.tsv") >"$at/out"
		[ "$(wc -l <"$at/out")" -gt 40000 ]
	done
}

@test "detailed, opcodes, folded: at most 200 bytes a row beside its text" {
	case $O in */asan) skip "the sanitizer reserves the address space" ;; esac
	local format
	awk 'BEGIN {
		OFS = "\t"
		print "bench", "run", "kind", "metric", "value", "labels"
		for (i = 0; i < 200000; i++)
			print "b", 1, "counter", "frequency", i + 1, \
			    "group=\"g\",cycle_tracker_span=\"" i "\",opcode=\"ADD" i "\""
	}' >"$at/rows.tsv"
	for format in detailed opcodes folded; do
		# 14 MB for the program itself, 30 bytes for a row's text.
		(ulimit -v $((14000 + 200000 * 230 / 1024))
		ovp-render "--$format" "$at/rows.tsv") >"$at/out"
		[ "$(wc -l <"$at/out")" -ge 200000 ]
	done
}

# compared N VERDICT: a comparison of N tables of AIRs, three metrics each.
compared() {
	awk -v n="$1" -v verdict="$2" 'BEGIN {
		OFS = "\t"
		print "bench", "group", "segment", "air_name", "metric", "phase", "kind", "runs", \
		    "count", "sum", "min", "max", "avg", "base_runs", "base_count", "base_sum", \
		    "base_min", "base_max", "base_avg", "pct", "p", "verdict", "mde", "pct_low", "pct_high"
		split("cells main_cols rows", metric, " ")
		for (i = 1; i <= 3 * n; i++) {
			now = 1000 + i
			base = verdict == "same" ? now : 1001 + i
			print "b", "app", int(i / 60), "Air" int(i / 3) % 20, metric[1 + i % 3], "", \
			    "counter", 1, 1, now, now, now, now, 1, 1, base, base, base, base, \
			    verdict == "same" ? 0 : 100 * (now / base - 1), "", verdict, "", "", ""
		}
	}'
}

@test "text, md, html: 250 bytes for an unchanged row, no more output for more" {
	case $O in */asan) skip "the sanitizer reserves the address space" ;; esac
	local format
	compared 4000 same >"$at/some.tsv"
	compared 40000 same >"$at/many.tsv"
	for format in text md html; do
		(ulimit -v $((14000 + 120000 * 250 / 1024))
		ovp-render "--$format" "$at/many.tsv") | sed s/120000/12000/ >"$at/out"
		[ -s "$at/out" ]
		ovp-render "--$format" "$at/some.tsv" | cmp - "$at/out"
	done
}

@test "md, html: no more memory for more output" {
	case $O in */asan) skip "the sanitizer reserves the address space" ;; esac
	local format
	compared 40000 better >"$at/rows.tsv"
	for format in md html; do
		(ulimit -v $((14000 + 120000 * 300 / 1024))
		ovp-render "--$format" "$at/rows.tsv") >"$at/out"
		[ "$(wc -c <"$at/out")" -ge 20000000 ]
	done
}
