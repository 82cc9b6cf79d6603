#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Malicious streams: each is rejected with its line and column.
# shellcheck disable=SC1003 # backslashes at the end of a word

load harness
load lines

setup_file() {
	cd "$BATS_FILE_TMPDIR" || return
	make_lines 20K
	head -n 6 ovp-group.in >group.in
	head -n 6 ovp-agg.in >agg.in
	head -n 6 ovp-diff.in >statistics.in
	head -n 6 comparison.in >compared.in
	# What reads a stream, with so little that a test is quick.
	sed '/^ovp-parse.in/d; s/^ovp-group.in/group.in/; s/^ovp-agg.in/agg.in/
	    s/^ovp-.*in /statistics.in /' lines >readers
	# One for each way of reading.
	grep '\(group\|agg\|base.tsv\|--md\|--csv\|--json\|--detailed\)$' \
	    readers >few
}

setup() {
	set +T	# bats notes no commands of functions, for it takes as long as they
	# Leaks are looked for in the cases: that takes half of a program's start.
	export ASAN_OPTIONS=detect_leaks=0
	cd "$BATS_FILE_TMPDIR" || return
	at=$BATS_TEST_TMPDIR
	tab=$'\t'
}

# refused WHAT COMMAND...: fails on $at/in with a message that begins with the
# names of the program and the input, and then matches the glob WHAT.
refused() {
	local rc=0 what=$1 tool=$2 message last line
	shift
	"$@" <"$at/in" >"$at/out" 2>"$at/err" || rc=$?
	read -r message <"$at/err" || message=
	# shellcheck disable=SC2053 # a glob
	if [ "$rc" != 2 ] || [[ $message != "$tool: standard input:"$what* ]]; then
		echo "not refused with status 2 and $what, but $rc: $message"
		exit 1
	fi
	last=
	while IFS= read -r line; do last=$line; done <"$at/out"
	if [ -s "$at/out" ] && [[ $last != "!error$tab$tool$tab"?* ]]; then
		echo "the output ends with $last"
		exit 1
	fi
}

# reads COMMAND...: reads $at/in; nothing to draw is not a failure.
reads() {
	"$@" <"$at/in" >"$at/out" 2>"$at/err" ||
	    grep -q '^ovp-render: .*nothing to draw: ' "$at/err"
}

# take FILE: its lines, the header's names.
take() {
	mapfile -t line <"$1"
	fields "${line[0]}"
	name=("${field[@]}")
}

# fields LINE: splits it at tabs.
fields() {
	local rest=$1
	field=()
	while [[ $rest = *"$tab"* ]]; do
		field+=("${rest%%"$tab"*}")
		rest=${rest#*"$tab"}
	done
	field+=("$rest")
}

joined() {
	local IFS=$tab
	echo "${field[*]}"
}

# put COLUMN VALUE: what was taken with a field of line 4 changed, as $at/in.
put() {
	local i
	fields "${line[3]}"
	for i in "${!name[@]}"; do
		[ "${name[i]}" != "$1" ] || field[i]=$2
	done
	{ printf '%s\n' "${line[@]::3}"; joined; printf '%s\n' "${line[@]:4}"; } \
	    >"$at/in"
}

# --- fields ---

wrong_numbers() {
	local column value
	take "$1"
	shift
	for column in "${name[@]}"; do
		case $column in
		run | value | *count | *sum | *min | *max | *avg | stddev) ;;
		*) continue ;;
		esac
		for value in x1 '1 '; do
			put "$column" "$value"
			refused "4: $column: '$value' is not a " "$@"
		done
	done
}
@test "every format: reports an invalid number with line and column" {
	each wrong_numbers readers
}

wrong_texts() {
	local column value
	take "$1"
	shift
	# A run is a whole number from 1.
	for value in '' 0 -1 1.5 18446744073709551616 1e1; do
		[[ " ${name[*]} " = *' run '* ]] || continue
		put run "$value"
		refused "4: run: '$value' is not a whole number from 1" "$@"
	done
	for value in -- 0x10 '1,5' 1e '１' .; do
		[[ " ${name[*]} " = *' value '* ]] || continue
		put value "$value"
		refused "4: value: '*' is not a number" "$@"
	done
	for column in bench metric kind phase group labels; do
		[[ " ${name[*]} " = *" $column "* ]] || continue
		put "$column" 'a\u0041'
		refused "4: $column: unknown escape" "$@"
		put "$column" 'a\\\'
		refused "4: $column: ends with a backslash" "$@"
	done
}
@test "every reader: runs, values, escapes are named by line and column" {
	each wrong_texts few
}

@test "ovp-render: reports an invalid number in a comparison" {
	local column format
	take compared.in
	for format in --md --text --csv; do
		for column in runs base_runs count base_avg avg pct p; do
			put "$column" 1x
			refused "4: $column: '1x' is not a " ovp-render "$format"
		done
	done
	put verdict good
	refused "4: verdict: invalid verdict 'good'" ovp-render --md
}

@test "ovp-group, ovp-render: report an invalid label with line and column" {
	local value format
	take group.in
	for value in x 'x=' 'x=y' 'x="' 'x="y' 'x="y",' ',' '="y"' 'x="y"z' \
	    'x="y",,z="a"' 'x="a\\\\\\"' '"x="y"' '1x="y"' 'x ="y"' ' '; do
		put labels "$value"
		refused '4: labels: expected KEY="VALUE", found' ovp-group
		for format in --detailed --json --sql; do
			refused '4: labels: expected KEY="VALUE", found' \
			    ovp-render "$format"
		done
	done
}

empty_fields() {
	local column
	take "$1"
	shift
	for column in bench metric kind phase group labels; do
		put "$column" ''
		reads "$@"
	done
}
@test "every format: an empty field is data" {
	each empty_fields readers
}

# --- records and headers ---

wrong_records() {
	local text
	take "$1"
	shift
	for text in '' a "$tab" "${line[3]#*"$tab"}" "${line[3]}$tab" \
	    "$tab${line[3]}" '!error' '!error no tab'; do
		printf '%s\n' "${line[@]::3}" "$text" "${line[@]:4}" >"$at/in"
		refused "4: [0-9]* fields, but the header has [0-9]*" "$@"
	done
}
@test "every reader: a record of another length is named by its line" {
	each wrong_records few
}

wrong_headers() {
	local i
	take "$1"
	shift
	for i in "${!name[@]}"; do
		case ${name[i]} in
		# Keys; without a phase it is a stream of samples.
		group | segment | idx | air_name | opcode | reason | phase) continue ;;
		esac
		name[i]+=x
		field=("${name[@]}")
		{ joined; printf '%s\n' "${line[@]:1}"; } >"$at/in"
		name[i]=${name[i]%x}
		refused "1: column '${name[i]}' is missing" "$@"
	done
	printf '%s\n' "${line[0]}${tab}bench" "${line[@]:1}" >"$at/in"
	refused "1: duplicate column 'bench' in the header" "$@"
	printf '%s\n' "${line[0]}$tab" "${line[@]:1}" >"$at/in"
	refused "1: a column without a name" "$@"
	printf '%s\n' $'\357\273\277'"${line[0]}" "${line[@]:1}" >"$at/in"
	refused "1: a byte order mark" "$@"
	printf '%s\n' "a${tab}b${tab}c" "${line[@]:1}" >"$at/in"
	refused "1: no header, and no default layout has 3 columns" "$@"
	printf '%s\n' "${line[0]^^}" "${line[@]:1}" >"$at/in"
	refused "[12]: " "$@"
}
@test "every reader: explains the error in a header" {
	each wrong_headers few
}

other_streams() {
	local other read=0
	shift
	for other in group.in agg.in statistics.in compared.in; do
		cp "$other" "$at/in"
		if reads "$@"; then
			read=1
		else
			refused "1: expected a stream '*', found '*' of *: " "$@"
		fi
	done
	[ "$read" = 1 ]
}
@test "every format: another stage's stream is named" {
	each other_streams readers
}

# --- bytes ---

wrong_bytes() {
	local n
	take "$1"
	shift
	for n in 1 2 6; do
		{ printf '%s\n' "${line[@]::n-1}"; printf '%s\0x\n' "${line[n-1]}"
		    printf '%s\n' "${line[@]:n}"; } | sed '/^$/d' >"$at/in"
		refused "$n: a NUL byte" "$@"
		{ printf '%s\n' "${line[@]::n-1}"; printf '%s\r\n' "${line[n-1]}"
		    printf '%s\n' "${line[@]:n}"; } | sed '/^$/d' >"$at/in"
		refused "$n: a carriage return" "$@"
	done
	{ printf '%s\n' "${line[@]}"; printf '\0'; } >"$at/in"
	refused "7: " "$@"
	printf '%s\r' "${line[@]}" >"$at/in"
	refused "1: a carriage return" "$@"
	printf '%s\0' "${line[@]}" >"$at/in"
	refused "1: a NUL byte" "$@"
	printf '%s' "${line[0]}" >"$at/in"
	refused "1: the last line has no LF" "$@"
	{ printf '%s\n' "${line[@]}"; printf x; } >"$at/in"
	refused "7: the last line has no LF" "$@"
}
@test "every reader: NUL, CR and a missing LF are named by line" {
	each wrong_bytes few
}

# A limit that is the same for all ways of reading.
@test "a line of a gigabyte is refused at 64 MiB" {
	local way rc
	mkfifo "$at/fifo"
	for way in cat 'dd bs=5000 status=none'; do
		{ cat group.in; head -c 1000000000 /dev/zero | tr '\0' x; } |
		    $way 2>/dev/null >"$at/fifo" &
		rc=0
		ovp-group <"$at/fifo" >"$at/out" 2>"$at/err" || rc=$?
		wait
		status_is 2
		says "$at/err" ": standard input:7: the line exceeds 64 MiB"
		says "$at/out" "^!error	ovp-group	"
	done
	{ cat group.in; head -c 67108865 /dev/zero | tr '\0' x; echo; } >"$at/in"
	refused "7: the line exceeds 64 MiB" ovp-group
	{ cat group.in; head -c 67108864 /dev/zero | tr '\0' x; echo; } >"$at/in"
	refused "7: 1 fields, but the header has" ovp-group
}

# --- failures of other programs ---

errors_before() {
	local rc n error="!error${tab}ovp-x${tab}x.json:7: boom"
	take "$1"
	shift
	for n in 0 1 3 6; do
		printf '%s\n' "${line[@]::n}" "$error" "${line[@]:n}" x |
		    sed '/^$/d' >"$at/in"
		rc=0
		"$@" <"$at/in" >"$at/out" 2>"$at/err" || rc=$?
		status_is 2
		[ "$(tail -n 1 "$at/out")" = "$error" ]
		[ "$(grep -c '^!error' "$at/out")" = 1 ]
	done
}
@test "every format: an !error line anywhere ends the output, status 2" {
	each errors_before readers
}

error_as_a_name() {
	take "$1"
	shift
	printf '%s\n' "${line[@]::5}" "!errors$tab${line[5]#*"$tab"}" >"$at/in"
	reads "$@"
}
@test "every format: a bench may be called nearly like an !error line" {
	each error_as_a_name readers
}

hostile_errors() {
	local rc=0
	shift
	printf '!error\tovp-\033[31m\t\033]0;title\007<script>\204 a\tb\n' >"$at/in"
	"$@" <"$at/in" >"$at/out" 2>"$at/err" || rc=$?
	status_is 2
	[ -z "$(tr -d '\n\t\040-\176' <"$at/out")" ]
	[ -z "$(tr -d '\n\040-\176' <"$at/err")" ]
	{ printf '!error\tovp-x\t'; head -c 100000 /dev/zero | tr '\0' x
	    echo; } >"$at/in"
	rc=0
	"$@" <"$at/in" >"$at/out" 2>"$at/err" || rc=$?
	status_is 2
	[ "$(wc -c <"$at/out")" -lt 10000 ]
}
@test "every reader: an !error line of others brings no control bytes along" {
	each hostile_errors few
}

@test "ovp-diff: the same of a baseline, named by its file" {
	local rc input
	take statistics.in
	for input in wrong error cut empty other; do
		case $input in
		wrong) put avg x; cat "$at/in" ;;
		error) cat statistics.in; printf '!error\tovp-x\tboom\n' ;;
		cut) head -c 300 statistics.in ;;
		empty) ;;
		other) cat compared.in ;;
		esac >"$at/$input"
		rc=0
		ovp-diff base.tsv "$at/$input" <statistics.in >"$at/out" \
		    2>"$at/err" || rc=$?
		status_is 2
		says "$at/err" "$at/$input"
		says <(tail -n 1 "$at/out") '^!error	ovp-'
	done
}
