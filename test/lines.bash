# shellcheck shell=bash disable=SC2154 # at, rc are the test's
# SPDX-License-Identifier: MIT
# Command lines of every program, every format, with inputs that they read.
# Loaded behind harness.bash. A test changes into a folder where the inputs are
# made by make_lines, and has $at for its own files.

# Makes small inputs, base.tsv and lines: an input and a command line each.
make_lines() {
	gen-metrics "$1" 2 >ovp-parse.in
	ovp-parse -n b ovp-parse.in >ovp-group.in
	ovp-group ovp-group.in >ovp-agg.in
	ovp-agg ovp-agg.in >ovp-diff.in
	cp ovp-diff.in base.tsv
	cp ovp-diff.in ovp-render.in
	ovp-diff base.tsv <ovp-diff.in >comparison.in 2>/dev/null
	every_line >lines
}

every_line() {
	local format
	echo "ovp-parse.in ovp-parse -n b"
	echo "ovp-group.in ovp-group"
	echo "ovp-agg.in ovp-agg"
	echo "ovp-diff.in ovp-diff base.tsv"
	# The help lists the formats first, then their options.
	for format in $(help_options ovp-render | sed '/^--compat$/,$d'); do
		if ovp-render "$format" ovp-agg.in >/dev/null 2>&1; then
			echo "ovp-agg.in ovp-render $format"
		else
			echo "ovp-render.in ovp-render $format"
		fi
	done
}

# each CHECK [LIST]: runs it with the input and the words of each line of the
# list, and names those for which it fails.
each() {
	local input words bad=0
	[ -s "${2-lines}" ]
	while read -r input words; do
		# shellcheck disable=SC2086 # the words are words
		strictly "$1" "$input" $words >"$at/said" 2>&1
		if ! wait $!; then
			echo "$words <$input:"
			head -n 20 "$at/said"
			bad=1
		fi
	done <"${2-lines}"
	return "$bad"
}

# says FILE TEXT: the file holds it.
says() {
	grep -q -- "$2" "$1" || {
		echo "not said: $2, but:"
		head -n 5 "$1" | cut -c 1-300
		exit 1
	}
}

status_is() {
	[ "$rc" = "$1" ] || {
		echo "status $rc, not $1"
		exit 1
	}
}
