#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Failures of the machine: lost output, killed programs, changing files, too
# little memory.
# shellcheck disable=SC2154 # root is harness.bash's
# shellcheck disable=SC2094 # a file is read twice, never written

bats_require_minimum_version 1.5.0
load harness
load lines

setup_file() {
	cd "$BATS_FILE_TMPDIR" || return
	make_lines 600K
}

setup() {
	cd "$BATS_FILE_TMPDIR" || return
	at=$BATS_TEST_TMPDIR
}

@test "every format of ovp-render is tried, from a stream that it reads" {
	local input words
	[ "$(grep -c ovp-render lines)" -ge 4 ]
	while read -r input words; do
		$words <"$input" >"$at/out"
		[ -s "$at/out" ]
	done <lines
}

# --- lost output ---

full_disk() {
	local input=$1 rc=0
	shift
	"$@" <"$input" >/dev/full 2>"$at/err" || rc=$?
	status_is 2
	says "$at/err" "^$1: write error: No space left"
}
@test "every format: a full disk is an error" {
	each full_disk
}

closed_output() {
	local input=$1 rc=0
	shift
	"$@" <"$input" >&- 2>"$at/err" || rc=$?
	status_is 2
	says "$at/err" "^$1: write error: Bad file descriptor"
}
@test "every format: a closed output is an error" {
	each closed_output
}

# An operand must not take the descriptor of the closed output.
@test "a closed output: no file that is read is written to" {
	cp ovp-group.in "$at/in"
	# shellcheck disable=SC2016 # the positional parameter of that shell
	# run would give it another one.
	run -2 sh -c 'ovp-group "$1" >&-' sh "$at/in"
	[[ $output = *"write error: Bad file descriptor"* ]]
	cmp ovp-group.in "$at/in"
}

# A pipe without a reader as descriptor 8.
pipe_to_nobody() {
	rm -f "$at/pipe"
	mkfifo "$at/pipe"
	: <"$at/pipe" &
	exec 8>"$at/pipe"
	wait $!
}

reader_leaves() {
	local input=$1 rc=0
	shift
	pipe_to_nobody
	env --default-signal=PIPE "$@" <"$input" 2>"$at/err" >&8 || rc=$?
	# Killed by SIGPIPE.
	status_is 141
	[ ! -s "$at/err" ]
}
@test "every format: a reader that leaves means a silent death by SIGPIPE" {
	each reader_leaves
}

sigpipe_ignored() {
	local input=$1 rc=0
	shift
	pipe_to_nobody
	env --ignore-signal=PIPE "$@" <"$input" 2>"$at/err" >&8 || rc=$?
	status_is 2
	says "$at/err" "^$1: write error: Broken pipe"
}
@test "every format: a reader that leaves is an error where SIGPIPE is ignored" {
	each sigpipe_ignored
}

# --- calls that transfer less than requested ---

short_calls() {
	local input=$1
	shift
	"$@" <"$input" >"$at/expected"
	LD_PRELOAD=$at/short.so "$@" <"$input" >"$at/got"
	same "output" "$at/expected" "$at/got"
	# shellcheck disable=SC2002 # a pipe, not the file
	cat "$input" | LD_PRELOAD=$at/short.so "$@" | cat >"$at/got"
	same "output from a pipe" "$at/expected" "$at/got"
}
@test "every format: short and interrupted reads and writes change nothing" {
	cc -shared -fPIC -o "$at/short.so" "$root/test/shim/short.c"
	each short_calls
}

slow_reader() {
	local input=$1
	shift
	"$@" <"$input" >"$at/expected"
	"$@" <"$input" | (sleep 0.1; dd bs=77 status=none) >"$at/got"
	same "output" "$at/expected" "$at/got"
}
@test "every format: a slow reader of small pieces gets all" {
	each slow_reader
}

# wait_state PID LETTERS: until the system reports one of these states.
wait_state() {
	local n
	for ((n = 0; n < 3000; n++)); do
		if grep -q "^State:.[$2]" "/proc/$1/status" 2>/dev/null; then
			return
		fi
		sleep 0.01
	done
	echo "process $1 is in none of the states $2"
	return 1
}

# wait_blocked PID: until it waits for more input.
wait_blocked() {
	wait_state "$1" SD
}

# A program stopped after half of its input reads the rest later.
stopped_program() {
	local input=$1 half pid writer
	shift
	"$@" <"$input" >"$at/expected"
	half=$(($(wc -c <"$input") / 2))
	rm -f "$at/fifo"
	mkfifo "$at/fifo"
	"$@" <"$at/fifo" >"$at/got" &
	pid=$!
	exec 7>"$at/fifo"
	head -c "$half" "$input" >&7
	wait_blocked "$pid"
	kill -STOP "$pid"
	wait_state "$pid" T
	tail -c "+$((half + 1))" "$input" >&7 &
	writer=$!
	exec 7>&-
	kill -CONT "$pid"
	wait "$pid"
	wait "$writer"
	same "output" "$at/expected" "$at/got"
}
@test "every format: a program that is stopped goes on" {
	each stopped_program
}

# --- killed programs ---

# killed SIGNAL BYTES INPUT COMMAND...: kills a program that has read BYTES of
# its input and waits for more; its output is in $at/out.
killed() {
	local signal=$1 bytes=$2 input=$3 pid
	shift 3
	rm -f "$at/fifo"
	mkfifo "$at/fifo"
	# A shell may have been told to ignore some, such as by nohup.
	env --default-signal=HUP,PIPE,TERM,ALRM "$@" \
	    <"$at/fifo" >"$at/out" 2>"$at/err" &
	pid=$!
	exec 7>"$at/fifo"
	head -c "$bytes" "$input" >&7
	wait_blocked "$pid"
	kill "-$signal" "$pid"
	wait "$pid" 2>/dev/null || :
	exec 7>&-
}

# The rest can't be taken for a complete stream.
looks_cut() {
	[ ! -s "$at/out" ] || [ -n "$(tail -c 1 "$at/out" | tr -d '\n')" ] || {
		echo "killed, it leaves whole lines:"
		tail -n 2 "$at/out" | cut -c 1-200
		exit 1
	}
}

killed_anywhere() {
	local input=$1 all bytes signal
	shift
	all=$(wc -c <"$input")
	# From behind the first entries of a metrics file on.
	for bytes in 4000 $((all / 2)) $((all - 1)); do
		killed KILL "$bytes" "$input" "$@"
		looks_cut
	done
	for signal in TERM HUP PIPE ALRM; do
		killed "$signal" $((all - 100)) "$input" "$@"
		looks_cut
	done
}
@test "every format: killed in mid-stream, it leaves a line that is cut" {
	each killed_anywhere
}

# The stages, the input of the first, as the programs that follow read them.
@test "a stage that is killed: no report, in a shell without pipefail" {
	local stage rest format rc
	for format in --md --csv --bmf --summary; do
		rest="ovp-group | ovp-agg | ovp-render $format"
		for stage in "ovp-parse -n b" ovp-group ovp-agg; do
			rest=${rest#"$stage | "}
			# shellcheck disable=SC2086 # the words are words
			killed KILL 100000 "${stage%% *}.in" $stage
			rc=0
			sh -c "$rest" <"$at/out" >"$at/report" 2>"$at/err" || rc=$?
			[ "$rc" = 2 ]
			[ "$(grep -c '' "$at/report")" -le 2 ]
			tail -n 1 "$at/report" | grep -q '^!error	ovp-'
		done
	done
}

@test "ovp-parse: SIGBUS that another process sends ends it" {
	local rc=0 pid
	gen-metrics 8M 1 >"$at/big.json"
	mkfifo "$at/pipe"
	ovp-parse "$at/big.json" >"$at/pipe" 2>"$at/err" &
	pid=$!
	{ head -c 1000; kill -BUS "$pid"; cat; } <"$at/pipe" >"$at/out"
	wait "$pid" || rc=$?
	[ "$(kill -l "$rc")" = BUS ]
	looks_cut
}

# --- changing or unreadable inputs ---

@test "ovp-parse: a file that shrinks in mid-read is an error" {
	local rc=0
	gen-metrics 8M 1 >"$at/big.json"
	mkfifo "$at/pipe"
	ovp-parse "$at/big.json" >"$at/pipe" 2>"$at/err" &
	# It waits with a pipe's worth of output.
	{ head -c 1000; truncate -s 3000000 "$at/big.json"; cat; } \
	    <"$at/pipe" >"$at/out"
	wait $! || rc=$?
	status_is 2
	says "$at/err" "big.json:"
	tail -n 1 "$at/out" | grep -q '^!error	ovp-parse	'
}

@test "ovp-parse: a file that is written anew in mid-read does no harm" {
	local rc=0
	gen-metrics 8M 1 >"$at/big.json"
	mkfifo "$at/pipe"
	ovp-parse "$at/big.json" >"$at/pipe" 2>"$at/err" &
	{ head -c 1000; tr '":{}0-9' 'x' <"$at/big.json" >"$at/other"
	    cat "$at/other" >"$at/big.json"; cat; } <"$at/pipe" >"$at/out"
	wait $! || rc=$?
	status_is 2
	tail -n 1 "$at/out" | grep -q '^!error	ovp-parse	'
}

@test "ovp-group: a stream that shrinks in mid-read is an error or ends" {
	local rc=0 n
	cp ovp-group.in "$at/big.tsv"
	for n in {1..10}; do
		sed "1d; s/^b/b$n/" ovp-group.in >>"$at/big.tsv"
	done
	mkfifo "$at/pipe"
	ovp-group --no-derive "$at/big.tsv" >"$at/pipe" 2>"$at/err" &
	{ head -c 1000; truncate -s 1500001 "$at/big.tsv"; cat; } \
	    <"$at/pipe" >"$at/out"
	wait $! || rc=$?
	[ "$rc" = 0 ] || tail -n 1 "$at/out" | grep -q '^!error	ovp-group	'
}

# read_with TOOL NAME FILE...: its usual command line on several files says the
# name, and fails.
read_with() {
	local tool=$1 name=$2 rc=0
	shift 2
	case $tool in
	ovp-parse) ovp-parse -n b,c,d "$@" ;;
	ovp-render) ovp-render --csv "$@" ;;
	ovp-diff) ovp-diff "$@" <ovp-diff.in ;;
	*) "$tool" "$@" ;;
	esac >"$at/out" 2>"$at/err" || rc=$?
	status_is 2
	says "$at/err" "^$tool: .*$name"
	[ ! -s "$at/out" ] || tail -n 1 "$at/out" | grep -q "^!error	$tool	"
}

@test "all: one file of several that can't be read is named" {
	local tool bad good
	mkdir "$at/folder"
	perl -e 'use Socket; socket(S, PF_UNIX, SOCK_STREAM, 0);
	    bind(S, pack_sockaddr_un($ARGV[0])) or die' socket
	for tool in $TOOLS; do
		good=$tool.in
		for bad in "$at/folder" socket /proc/self/mem "$at/none"; do
			read_with "$tool" "$bad" "$good" "$bad" "$good"
			read_with "$tool" "$bad" "$bad" "$good" "$good"
		done
	done
	rm socket
}

@test "all: a FIFO is a file like others" {
	local tool
	for tool in $TOOLS; do
		mkfifo "$at/$tool.fifo"
		cat "$tool.in" >"$at/$tool.fifo" &
		case $tool in
		ovp-parse) ovp-parse -n b "$at/$tool.fifo" >"$at/out"
		    ovp-parse -n b "$tool.in" >"$at/expected" ;;
		ovp-render) ovp-render --md "$at/$tool.fifo" >"$at/out"
		    ovp-render --md "$tool.in" >"$at/expected" ;;
		ovp-diff) ovp-diff "$at/$tool.fifo" <"$tool.in" >"$at/out"
		    ovp-diff "$tool.in" <"$tool.in" >"$at/expected" ;;
		*) "$tool" "$at/$tool.fifo" >"$at/out"
		    "$tool" "$tool.in" >"$at/expected" ;;
		esac
		wait
		same "$tool" "$at/expected" "$at/out"
	done
}

# --- no memory ---

# Records that differ in what a stage keeps.
@test "all: report a lack of memory" {
	local rc input words
	case $O in */asan) skip "the sanitizer reserves the address space" ;; esac
	awk 'BEGIN { printf "bench\trun\tkind\tmetric\tvalue\tlabels\n"
	    for (i = 0; i < 100000; i++)
		printf "b\t1\tgauge\ttotal_proof_time_ms\t%d\tgroup=\"g%d\",x=\"%d\"\n",
		    i, i, i }' >"$at/samples"
	ovp-group "$at/samples" >"$at/grouped"
	ovp-agg "$at/grouped" >"$at/statistics"
	{ printf '{"counter":[{"labels":['
	    head -c 20000000 /dev/zero | tr '\0' ' '
	    printf '],"metric":"m","value":"1"}]}'; } >"$at/wide.json"
	while read -r input words; do
		[ "$input" = - ] || input=$at/$input
		rc=0
		(ulimit -v 12000; exec $words <"$input") >"$at/out" \
		    2>"$at/err" || rc=$?
		if ! { [ "$rc" = 2 ] && grep -q ': out of memory$' "$at/err" &&
		    { [ ! -s "$at/out" ] || tail -n 1 "$at/out" |
			grep -q '^!error	ovp-[a-z]*	out of memory$'; }; }; then
			echo "$words: status $rc"
			cat "$at/err"
			tail -n 1 "$at/out" | cut -c 1-200
			return 1
		fi
	done <<-end
	wide.json ovp-parse -n b
	grouped ovp-agg
	statistics ovp-render --md
	statistics ovp-render --bmf
	samples ovp-render --detailed
	end
}
