#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# A large file is read by several threads, one for each processor. The bytes are
# those of one thread, and those of the lane that defines what is right.
# shellcheck disable=SC2154 # root is from the harness

bats_require_minimum_version 1.5.0
load harness

setup_file() {
	cd "$BATS_FILE_TMPDIR" || return
	# More parts than two threads hold at a time: they begin again.
	gen-metrics 12M 1 >pretty.json
	gen-metrics --compact 8M 2 >compact.json
}

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	ln -s "$BATS_FILE_TMPDIR"/*.json .
}

# alone COMMAND...: runs it on one processor, so with one thread.
alone() {
	if command -v taskset >/dev/null; then
		taskset -c "$(taskset -cp $$ | sed 's/.*: *//; s/[-,].*//')" "$@"
	else
		"$@"
	fi
}

# same_output FILE OPTION...: the threads, one of them, the slow lane.
same_output() {
	local rc=0 other=0
	ovp-parse "${@:2}" "$1" >many 2>many.err || rc=$?
	alone ovp-parse "${@:2}" "$1" >one 2>one.err || other=$?
	[ "$rc" = "$other" ]
	same "$*: one thread" one many
	same "$*: messages of one thread" one.err many.err
	ovp-parse --lane=jsmn "${@:2}" "$1" >slow 2>slow.err || other=$?
	[ "$rc" = "$other" ]
	same "$*: slow lane" slow many
	same "$*: messages of the slow lane" slow.err many.err
}

@test "parts: both layouts, with all that is left out" {
	local file
	for file in pretty.json compact.json; do
		same_output "$file" -n b
		same_output "$file" -n b --trim
		same_output "$file" -n b --trim -k group,opcode --keep-zeros
		same_output "$file" -n b -l 'opcode=A*' -m cells_used
		same_output "$file" -n b --set commit=3ee99e5 --run 7
	done
	[ "$(wc -l <many)" -gt 10000 ]
}

@test "parts: a large file has threads, all options included" {
	local option
	[ "$(nproc)" -gt 1 ] || skip "one processor"
	[ -e /proc/self/task ] || skip "no /proc"
	mkfifo out
	for option in --run=1 --trim; do
		ovp-parse "$option" pretty.json >out &
		# After the first window it waits for the fifo.
		{
			head -c 400000 >first
			[ "$(find "/proc/$!/task" -mindepth 1 -maxdepth 1 | wc -l)" -gt 2 ]
			cat >rest
		} <out
		wait $!
	done
}

# every N TEXT: puts a text into the value of a label, every N MB.
every() {
	awk -v n="$1" -v text="$2" '
	{ bytes += length($0) + 1 }
	bytes > n * 1000000 && /^          "[^"]*",$/ {
		print
		getline
		sub(/"$/, text "\"")
		bytes = 0
	}
	{ print }' pretty.json
}

@test "parts: entries that the fast lane does not take" {
	every 0.2 '\\\\n\\\\"},\\\\n    {\\\\n      \\\\"labels\\\\": [' >often.json
	every 3 'ü' >seldom.json
	grep -q '"},' often.json
	grep -q ü seldom.json
	same_output often.json
	same_output seldom.json --trim
}

@test "parts: a key that comes late keeps the labels of its first record" {
	# Each occurs three times, in different parts.
	awk '/"opcode",/ && ++n % 1500 == 0 { sub(/opcode/, "late" int(n / 4500)) } { print }' \
	    pretty.json >late.json
	same_output late.json --trim
	[ "$(grep -c 'late[0-9]*=.*,segment=' slow)" -gt 2 ]
	same_output late.json --trim -k group,late3
}

@test "parts: other white space, entries of other shapes, members between" {
	awk '/^    },$/ && ++n % 3000 == 0 { print "    } ,"; next }
	/^      "metric": / && ++m % 5000 == 0 { print "      \"more\": [{}, \"},{\\\"labels\\\":[\"]," }
	/^      "value": "[0-9]*"$/ && ++v % 7000 == 0 { gsub(/[^0-9]/, ""); $0 = "      \"value\": " $0 }
	{ print }' pretty.json >other.json
	same_output other.json --trim
	[ "$(wc -l <many)" = "$(ovp-parse pretty.json | wc -l)" ]
}

@test "parts: an error has its line, after the records before it" {
	local at
	for at in 100000 6000000 11900000; do
		head -c "$at" pretty.json >cut.json
		same_output cut.json
		grep -q 'cut.json:[0-9]*:[0-9]*: the input ends early' many.err
		{ head -c "$at" pretty.json; printf '\001'; tail -c +"$at" pretty.json; } >bad.json
		same_output bad.json --trim
		tail -n 1 many | grep -q '^!error'
	done
}

@test "parts: several files, and one that changes under the reader" {
	local rc=0
	alone ovp-parse -n b pretty.json compact.json pretty.json >one
	ovp-parse -n b pretty.json compact.json pretty.json >many
	same "three files" one many
	cp "$BATS_FILE_TMPDIR/pretty.json" shrinks.json
	# After its first record the parser waits for the fifo.
	mkfifo out
	ovp-parse shrinks.json >out 2>err &
	{
		read -r line
		read -r line
		: >shrinks.json
		cat >/dev/null
	} <out
	wait $! || rc=$?
	[ "$rc" = 2 ]
	[[ $line == shrinks* ]]
	grep -q 'the file changed while it was read' err
}

@test "parts: a reader that goes away, a full disk" {
	ovp-parse pretty.json | head -n 1 >first
	[ "$(wc -l <first)" = 1 ]
	[ ! -e /dev/full ] || run -2 sh -c 'ovp-parse pretty.json >/dev/full'

}
