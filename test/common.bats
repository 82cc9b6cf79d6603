#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The promises of every program: each test runs all of $TOOLS.

load harness

setup_file() {
	cd "$BATS_FILE_TMPDIR" || return
	gen-metrics 40K 1 >ovp-parse.in
	ovp-parse --names b ovp-parse.in >ovp-group.in
	ovp-group ovp-group.in >ovp-agg.in
	ovp-agg ovp-agg.in >ovp-diff.in
	cp ovp-diff.in ovp-render.in
	gen-metrics 40K 2 | ovp-parse --names b | ovp-group | ovp-agg >base.tsv
}

setup() {
	cd "$BATS_FILE_TMPDIR" || return
	at=$BATS_TEST_TMPDIR
}

# Prints a usual command line of a program.
usual() {
	case $1 in
	ovp-parse) echo ovp-parse --names b ;;
	ovp-diff) echo ovp-diff base.tsv ;;
	ovp-render) echo ovp-render --md ;;
	*) echo "$1" ;;
	esac
}

# try INPUT COMMAND...: leaves out, err and the status rc.
try() {
	local input=$1
	shift
	rc=0
	"$@" <"$input" >"$at/out" 2>"$at/err" || rc=$?
}

# try_tool TOOL [INPUT]: the usual command line on the usual input, or another.
try_tool() {
	local words
	read -ra words <<<"$(usual "$1")"
	try "${2:-$1.in}" "${words[@]}"
}

# each CHECK TOOL...: names the programs for which the check fails.
each() {
	local check=$1 tool bad=
	shift
	for tool; do
		if [ ! -s "$tool.in" ]; then
			echo "$tool: no input for it"
			bad="$bad $tool"
			continue
		fi
		strictly "$check" "$tool" >"$at/said" 2>&1
		if ! wait $!; then
			echo "$tool:"
			cat "$at/said"
			[ ! -e "$at/err" ] || head -c 2000 "$at/err"
			bad="$bad $tool"
		fi
	done
	[ -z "$bad" ]
}

# For all programs, and for those that read a stream.
all() {
	# shellcheck disable=SC2086 # a list of words
	each "$1" $TOOLS
}

readers() {
	# shellcheck disable=SC2086
	each "$1" ${TOOLS/ovp-parse/}
}

expect() {
	"$@" || {
		echo "not so: $*"
		echo "status $rc; the output's end:"
		tail -n 3 "$at/out" | cut -c 1-300
		exit 1
	}
}

# Checks for status 2, a message that starts with the program's name and
# contains the words, and an output that can't be taken for a complete one.
expect_trouble() {
	local tool=$1
	shift
	expect [ "$rc" = 2 ]
	expect grep -q "^$tool: " "$at/err"
	if [ -n "$*" ]; then
		expect grep -q -- "$*" "$at/err"
	fi
	expect marked_failed "$tool"
}

marked_failed() {
	[ ! -s "$at/out" ] ||
	    tail -n 1 "$at/out" | grep -q "^!error	$1	."
}

# column FILE NAME: its number.
column() {
	awk -F '\t' -v name="$2" \
	    'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) print i }' "$1"
}

# --- command lines ---

help_goes_to_stdout() {
	local flag
	for flag in -h --help; do
		try /dev/null "$1" "$flag"
		expect [ "$rc" = 0 ]
		expect [ ! -s "$at/err" ]
		expect grep -q "^usage: $1 " "$at/out"
	done
}
@test "all: -h prints the usage on standard output" {
	all help_goes_to_stdout
}

version_is_the_makefiles() {
	local flag
	for flag in -V --version; do
		try /dev/null "$1" "$flag"
		expect [ "$rc" = 0 ]
		expect [ ! -s "$at/err" ]
		expect [ "$(cat "$at/out")" = "$1 $VERSION" ]
	done
}
@test "all: -V prints name and version" {
	all version_is_the_makefiles
}

help_sees_a_full_disk() {
	local flag
	for flag in -h -V; do
		rc=0
		"$1" "$flag" >/dev/full 2>"$at/err" || rc=$?
		: >"$at/out"
		expect_trouble "$1" "write error"
	done
}
@test "all: -h and -V to a full disk fail" {
	all help_sees_a_full_disk
}

unknown_flag_is_named() {
	local flag
	for flag in --no-such-flag -Z; do
		try "$1.in" "$1" "$flag"
		expect_trouble "$1" "$flag"
		expect grep -q "usage: $1" "$at/err"
	done
}
@test "all: an unknown flag is named, with the usage" {
	all unknown_flag_is_named
}

missing_file_is_named() {
	local words
	read -ra words <<<"$(usual "$1")"
	try "$1.in" "${words[@]}" no/such-file
	expect_trouble "$1" "no/such-file"
}
@test "all: a file that is not there is named" {
	all missing_file_is_named
}

directory_is_refused() {
	local words
	read -ra words <<<"$(usual "$1")"
	try "$1.in" "${words[@]}" /
	expect_trouble "$1"
}
@test "all: a folder as a file is refused" {
	all directory_is_refused
}

operands_are_files() {
	local words file
	# Operands of ovp-diff are baselines.
	[ "$1" != ovp-diff ] || return 0
	read -ra words <<<"$(usual "$1")"
	try_tool "$1"
	mv "$at/out" "$at/expected"
	for file in "$1.in" -; do
		try "$1.in" "${words[@]}" "$file"
		expect [ "$rc" = 0 ]
		expect same "output for $file" "$at/expected" "$at/out"
		try "$1.in" "${words[@]}" -- "$file"
		expect same "output for -- $file" "$at/expected" "$at/out"
	done
	head -c 100000000 "$1.in" | "${words[@]}" >"$at/out"
	expect same "output for a pipe" "$at/expected" "$at/out"
}
@test "all: a file, -, standard input and a pipe are the same" {
	all operands_are_files
}

# --- how they are built ---

hardened() {
	readelf -hldsW "$BIN/$1" >"$at/elf"
	grep -q 'Type: *DYN' "$at/elf"
	grep -q ' GNU_RELRO ' "$at/elf"
	grep -q 'BIND_NOW' "$at/elf"
	grep -q '__stack_chk_fail' "$at/elf"
	grep -q '__[a-z]*printf_chk' "$at/elf"
	[ "$(grep -c 'GNU_STACK.*RW ' "$at/elf")" = 1 ]
}
@test "all: position-independent, relocations read-only, stacks and buffers guarded" {
	case $O in */release) ;; *) skip "other variants have other flags" ;; esac
	all hardened
}

# --- wrong inputs ---

usual_input_is_fine() {
	try_tool "$1"
	expect [ "$rc" = 0 ]
	expect [ ! -s "$at/err" ]
	expect [ -s "$at/out" ]
}
@test "all: the usual input gives output, status 0 and no message" {
	all usual_input_is_fine
}

same_bytes_twice() {
	try_tool "$1"
	mv "$at/out" "$at/first"
	try_tool "$1"
	expect same "the second output" "$at/first" "$at/out"
}
@test "all: the same input gives the same bytes" {
	all same_bytes_twice
}

locale_has_no_say() {
	try_tool "$1"
	mv "$at/out" "$at/first"
	LC_ALL=C.UTF-8 LANG=de_DE.UTF-8 try_tool "$1"
	expect same "the output in another locale" "$at/first" "$at/out"
	TZ=Asia/Kolkata try_tool "$1"
	expect same "the output in another time zone" "$at/first" "$at/out"
}
@test "all: locale and time zone have no say" {
	all locale_has_no_say
}

empty_input_fails() {
	try_tool "$1" /dev/null
	expect_trouble "$1" "empty"
}
@test "all: an input of zero bytes is an error" {
	all empty_input_fails
}

# Benches on one side only are reported and are not an error.
nothing_else_is_said() {
	sed -i '/^ovp-diff: .* not in the \(run\|baseline\)$/d' "$at/err"
	expect [ ! -s "$at/err" ]
}

header_alone_is_fine() {
	head -n 1 "$1.in" >"$at/in"
	try_tool "$1" "$at/in"
	expect [ "$rc" = 0 ]
	nothing_else_is_said
}
@test "readers: accept a header without records" {
	readers header_alone_is_fine
}

cut_in_mid_line_fails() {
	head -c -1 "$1.in" >"$at/in"
	try_tool "$1" "$at/in"
	expect_trouble "$1"
	head -c -20 "$1.in" >"$at/in"
	try_tool "$1" "$at/in"
	expect_trouble "$1"
}
@test "readers: a last line without LF is an error" {
	readers cut_in_mid_line_fails
}

json_cut_anywhere_fails() {
	local n
	for n in 1 2 100 5000; do
		head -c "-$n" ovp-parse.in >"$at/in"
		try "$at/in" ovp-parse --names b
		expect_trouble ovp-parse
	done
}
@test "ovp-parse: a file that is cut is an error" {
	each json_cut_anywhere_fails ovp-parse
}

crlf_fails() {
	awk '{ printf "%s\r\n", $0 }' "$1.in" >"$at/in"
	try_tool "$1" "$at/in"
	expect_trouble "$1" "carriage return"
}
@test "readers: reject CRLF with a message that names it" {
	readers crlf_fails
}

crlf_is_white_space() {
	awk '{ printf "%s\r\n", $0 }' ovp-parse.in >"$at/in"
	try "$at/in" ovp-parse --names b
	expect [ "$rc" = 0 ]
	expect same "output" ovp-group.in "$at/out"
}
@test "ovp-parse: CRLF is white space of JSON" {
	each crlf_is_white_space ovp-parse
}

nul_fails() {
	{ head -n 3 "$1.in"; printf 'a\0b\n'; tail -n +4 "$1.in"; } >"$at/in"
	try_tool "$1" "$at/in"
	expect_trouble "$1" ":4:"
}
@test "all: NUL is an error with its line" {
	all nul_fails
}

record_of_wrong_length_fails() {
	{ head -n 3 "$1.in"; sed -n 3p "$1.in" | cut -f 2-; } >"$at/in"
	try_tool "$1" "$at/in"
	expect_trouble "$1" ":4:"
	{ head -n 3 "$1.in"; sed -n '3s/$/	more/p' "$1.in"; } >"$at/in"
	try_tool "$1" "$at/in"
	expect_trouble "$1" ":4:"
	{ head -n 3 "$1.in"; echo; } >"$at/in"
	try_tool "$1" "$at/in"
	expect_trouble "$1" ":4:"
}
@test "readers: a record that is short, long or blank is an error with its line" {
	readers record_of_wrong_length_fails
}

missing_column_is_named() {
	local n name
	for name in bench run metric; do
		n=$(column "$1.in" "$name")
		cut -f "$n" --complement "$1.in" >"$at/in"
		try_tool "$1" "$at/in"
		expect_trouble "$1" "$name"
	done
}
@test "readers: a column that is missing is named" {
	readers missing_column_is_named
}

not_a_stream_fails() {
	head -c 100000 /dev/zero | tr '\0' 'x' >"$at/in"
	echo >>"$at/in"
	try_tool "$1" "$at/in"
	expect_trouble "$1"
	# What is quoted from the input is cut.
	expect [ "$(wc -c <"$at/err")" -lt 4000 ]
}
@test "all: another kind of file is an error of reasonable length" {
	all not_a_stream_fails
}

@test "all: at a terminal each program names the input it waits for, once" {
	local command
	for command in ovp-parse ovp-group ovp-agg 'ovp-diff base.tsv' 'ovp-diff --changes' \
	    'ovp-render --md' 'ovp-render --flame' 'ovp-render --from-folded --flame' \
	    'ovp -' ovp-fleet; do
		script -qec "$command" /dev/null </dev/null >"$at/said" || :
		expect [ "$(grep -c 'waiting for .* on standard input, which' "$at/said")" = 1 ]
	done
	# Not where it has what it needs.
	script -qec 'ovp-diff base.tsv base.tsv' /dev/null </dev/null >"$at/said"
	expect [ "$(grep -c 'waiting for' "$at/said")" = 0 ]
}

escapes_stay_off_the_terminal() {
	printf '\033[31mred\033[0m\007\n' >"$at/in"
	try_tool "$1" "$at/in"
	expect_trouble "$1"
	expect [ -z "$(tr -d '\n\t\040-\176' <"$at/err")" ]
}
@test "all: messages show control bytes escaped" {
	all escapes_stay_off_the_terminal
}

# --- unusual but valid inputs ---

wide_field_is_fine() {
	local n
	n=$(column "$1.in" group)
	n=${n:-$(column "$1.in" labels)}
	awk -F '\t' -v OFS='\t' -v n="$n" 'NR == 3 {
		wide = "x"
		while (length(wide) < 1048576)
			wide = wide wide
		if ($n ~ /"$/)
			sub(/"$/, wide "\"", $n)
		else
			$n = wide
	}
	{ print }' "$1.in" >"$at/in"
	expect [ "$(wc -c <"$at/in")" -gt 1048576 ]
	try_tool "$1" "$at/in"
	expect [ "$rc" = 0 ]
	expect [ "$(wc -c <"$at/out")" -gt 1048576 ]
}
@test "readers: a field of 1 MiB is fine" {
	readers wide_field_is_fine
}

wide_value_parses() {
	{
		printf '{"counter":[{"labels":[["group","'
		head -c 1048576 /dev/zero | tr '\0' 'x'
		printf '"]],"metric":"m","value":"1"}]}'
	} >"$at/in"
	try "$at/in" ovp-parse --names b
	expect [ "$rc" = 0 ]
	expect [ "$(wc -c <"$at/out")" -gt 1048576 ]
}
@test "ovp-parse: a value of 1 MiB is fine" {
	each wide_value_parses ovp-parse
}

unknown_columns_do_no_harm() {
	try_tool "$1"
	mv "$at/out" "$at/before"
	awk -F '\t' -v OFS='\t' '{ print $0, NR == 1 ? "commit" : "c" }' \
	    "$1.in" >"$at/in"
	try_tool "$1" "$at/in"
	expect [ "$rc" = 0 ]
	# A report says which commit it is of.
	sed -i '/(commit c)\.$/,+1d' "$at/out"
	case $1 in
	ovp-group | ovp-agg | ovp-diff)
		# A run's columns are carried along.
		expect [ -n "$(column "$at/out" commit)" ]
		;;
	*)
		# What was reported is named, in a line beside the rest.
		expect [ "$(diff "$at/before" "$at/out" | grep -c '^<')" = 0 ]
		;;
	esac
}
@test "readers: columns that are not known do no harm" {
	readers unknown_columns_do_no_harm
}

order_of_columns_is_free() {
	try_tool "$1"
	mv "$at/out" "$at/before"
	# The last column comes first; the others keep their order, since keys
	# are the columns between two others.
	awk -F '\t' -v OFS='\t' '{ last = $NF; sub(/\t[^\t]*$/, "")
	    print last, $0 }' "$1.in" >"$at/in"
	try_tool "$1" "$at/in"
	expect [ "$rc" = 0 ]
	case $1 in
	ovp-group) ;;
	*) expect same "output" "$at/before" "$at/out" ;;
	esac
}
@test "readers: columns are found by name" {
	readers order_of_columns_is_free
}

header_again_is_skipped() {
	try_tool "$1"
	mv "$at/out" "$at/before"
	{ cat "$1.in"; head -n 1 "$1.in"; } >"$at/in"
	try_tool "$1" "$at/in"
	expect [ "$rc" = 0 ]
	expect same "output" "$at/before" "$at/out"
	{ head -n 20 "$1.in"; head -n 1 "$1.in"; tail -n +21 "$1.in"; } >"$at/in"
	try_tool "$1" "$at/in"
	expect same "output" "$at/before" "$at/out"
}
@test "readers: a second header is skipped wherever it stands" {
	readers header_again_is_skipped
}

header_lost_is_guessed() {
	try_tool "$1"
	mv "$at/out" "$at/before"
	tail -n +2 "$1.in" >"$at/in"
	try_tool "$1" "$at/in"
	expect [ "$rc" = 0 ]
	expect same "output" "$at/before" "$at/out"
	# It can't be guessed when a column is missing, too.
	cut -f 2- "$at/in" >"$at/less"
	try_tool "$1" "$at/less"
	expect_trouble "$1" "NR==1"
}
@test "readers: the default layout stands in for a header that was lost" {
	readers header_lost_is_guessed
}

# --- errors of other programs ---

error_line_passes_on() {
	local line='!error	ovp-x	x.json:7: boom'
	{ cat "$1.in"; echo "$line"; } >"$at/in"
	try_tool "$1" "$at/in"
	expect [ "$rc" = 2 ]
	expect [ "$(tail -n 1 "$at/out")" = "$line" ]
	expect [ "$(grep -c '^!error' "$at/out")" = 1 ]
	# Alone, before any header.
	echo "$line" >"$at/in"
	try_tool "$1" "$at/in"
	expect [ "$rc" = 2 ]
	expect [ "$(tail -n 1 "$at/out")" = "$line" ]
}
@test "readers: an !error line passes on, with status 2" {
	readers error_line_passes_on
}

# --- lost output ---

full_disk_fails() {
	local words
	read -ra words <<<"$(usual "$1")"
	rc=0
	"${words[@]}" <"$1.in" >/dev/full 2>"$at/err" || rc=$?
	: >"$at/out"
	expect_trouble "$1" "write error"
}
@test "all: a full disk is an error" {
	all full_disk_fails
}

closed_stdout_fails() {
	local words
	read -ra words <<<"$(usual "$1")"
	rc=0
	"${words[@]}" <"$1.in" >&- 2>"$at/err" || rc=$?
	: >"$at/out"
	expect_trouble "$1" "write error"
}
@test "all: a closed standard output is an error" {
	all closed_stdout_fails
}

closed_stdin_fails() {
	local words
	read -ra words <<<"$(usual "$1")"
	rc=0
	"${words[@]}" <&- >"$at/out" 2>"$at/err" || rc=$?
	expect_trouble "$1"
}
@test "all: a closed standard input is an error" {
	all closed_stdin_fails
}

early_reader_is_fine() {
	local words i first
	read -ra words <<<"$(usual "$1")"
	try_tool "$1"
	first=$(head -n 1 "$at/out")
	# More than a pipe holds, so that the writer meets the closed end.
	cat "$1.in" >"$at/in"
	if [ "$1" != ovp-parse ]; then
		for i in 1 2 3 4 5 6 7; do
			awk -F '\t' -v OFS='\t' -v i="$i" \
			    '$1 != "bench" { $1 = $1 "-" i } { print }' "$at/in" >"$at/more"
			cat "$at/more" >>"$at/in"
		done
	else
		gen-metrics 5M 1 >"$at/in"
	fi
	env --default-signal=PIPE "${words[@]}" <"$at/in" 2>"$at/err" |
	    head -n 1 >"$at/out"
	# The title of a report is another when there are more benches.
	[ "$1" = ovp-render ] || expect [ "$(cat "$at/out")" = "$first" ]
	nothing_else_is_said
}
@test "all: a reader that stops early gets its line, and no message" {
	all early_reader_is_fine
}
