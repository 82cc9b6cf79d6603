#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The drop-in script: interrupted, on full disks, at its inputs.

load harness

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	mkdir tmp
	export TMPDIR=$PWD/tmp
	gen-metrics 20K 1 >a.json
	echo before >a.md
}

# untouched FILE...: nothing is in the folder but these and what setup made.
untouched() {
	local there=(*)
	[ "${there[*]}" = "a.json a.md $* tmp" ] ||
	    [ "${there[*]}" = "a.json a.md tmp" ]
	[ "$(cat a.md)" = before ]
	[ -z "$(ls tmp)" ]
}

@test "openvm-prof: a signal leaves no file and no process" {
	local signal pid rc
	mkfifo b.json
	for signal in HUP INT TERM; do
		# A shell's background would not take an INT.
		env --default-signal="$signal" openvm-prof \
		    --json-paths a.json,b.json --names a,b 3>&- &
		pid=$!
		until compgen -G 'tmp/*/2.tsv' >/dev/null; do
			kill -0 "$pid"
			sleep 0.05
		done
		kill -s "$signal" "$pid"
		rc=0
		wait "$pid" || rc=$?
		[ "$rc" = $((128 + $(kill -l "$signal"))) ]
		untouched b.json
		# No reader of it is left.
		if timeout 0.2 sh -c 'echo >b.json'; then
			false
		fi
	done
}

@test "openvm-prof: a reader that is gone leaves no file" {
	local words
	for words in -h '--num-devices 0' '--json-paths a.json summary'; do
		# shellcheck disable=SC2086 # words
		{ sleep 0.5; env --default-signal=PIPE openvm-prof $words; } \
		    2>&1 | true
		[ -z "$(ls tmp)" ]
	done
}

@test "openvm-prof: a program that dies leaves no file" {
	local tool
	for tool in ovp-parse ovp-group ovp-agg ovp-diff ovp-render; do
		mkdir "$BATS_TEST_TMPDIR/tmp/bin"
		cp "$BIN"/openvm-prof "$BIN"/ovp-* tmp/bin
		printf '#!/bin/sh\nkill -9 $$\n' >"tmp/bin/$tool"
		run tmp/bin/openvm-prof --json-paths a.json --prev-json-paths \
		    a.json --output-json bmf summary \
		    --benchmark-results-link u --summary-md-path s.md
		rm -r tmp/bin
		[ "$status" = 2 ]
		untouched
	done
}

@test "openvm-prof: outputs that do not arrive are an error" {
	run openvm-prof --json-paths a.json --output-json /dev/full
	[ "$status" = 2 ]
	run sh -c 'openvm-prof --json-paths a.json summary \
	    --benchmark-results-link u >/dev/full'
	[ "$status" = 2 ]
	run sh -c 'openvm-prof --json-paths a.json summary \
	    --benchmark-results-link u >&-'
	[ "$status" = 2 ]
	[ -z "$(ls tmp)" ]
	[ -c /dev/full ]
}

@test "openvm-prof: devices are written to, not replaced" {
	openvm-prof --json-paths a.json --names a --output-json /dev/stdout |
	    grep -q '"a": {'
	openvm-prof --json-paths a.json --names a --output-json bmf
	grep -q '"a": {' bmf
	[ "$(stat -c %a bmf)" = "$(stat -c %a a.json)" ]
}

@test "openvm-prof: the same bytes twice" {
	openvm-prof --json-paths a.json --names a --output-json bmf
	cat a.md a.detailed.md bmf >first
	openvm-prof --json-paths a.json --names a --output-json bmf
	cat a.md a.detailed.md bmf | cmp - first
}

@test "openvm-prof: names a bench after its app group" {
	local stage match name
	while IFS=$'\t' read -r stage match name _; do
		case $match in
		prefix) name+=.0 ;;
		word) name=a_$name ;;
		*) continue ;;
		esac
		printf '{"gauge":[%s,%s]}' \
		    '{"labels":[["group","'"$name"'"]],"metric":"total_proof_time_ms","value":"1"}' \
		    '{"labels":[["group","zz_program"]],"metric":"total_proof_time_ms","value":"1"}' >b.json
		openvm-prof --json-paths b.json --output-json bmf.json
		grep -q '"zz_program"' bmf.json || {
			echo "bin/openvm-prof takes $name, of stage $stage, for an app group"
			false
		}
	done < <(grep -v -e '^#' -e '^stage' "$BATS_TEST_DIRNAME/../src/domain/stages.tsv")
}
