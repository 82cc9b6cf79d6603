#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Checks that statements of the manuals and README.md are true and tested.
# shellcheck disable=SC2154 # root is from the harness

bats_require_minimum_version 1.5.0
load harness

setup() {
	readme=$BATS_TEST_DIRNAME/../README.md
	man=$BATS_TEST_DIRNAME/../man
	cases=$BATS_TEST_DIRNAME/case
}

# options_of_manual TOOL: a line for each option with its forms: `-p --provers'.
options_of_manual() {
	awk '/^\.It Fl / {
		forms = ""
		for (i = 2; i <= NF; i++)
			if ($i == "Fl")
				forms = forms " -" $(i + 1)
		print substr(forms, 2)
	}' "$man/$1.1"
}

# The commands below EXAMPLES, one per line; a table is the output of one.
examples_of_manual() {
	awk '
	/^\.Sh/ { examples = /EXAMPLES/ }
	!examples { next }
	/^\.Dl / { print substr($0, 5) }
	/^\.Ed/ { print block; block = ""; inside = 0 }
	inside { block = block " " $0 }
	/^\.Bd -literal/ { inside = 1 }
	' "$1" | sed 's/\\e/\\/g; s/\\&//g' | tr -s ' \t' ' ' | sed 's/^ //; /^|/d'
}

@test "manuals: every program has one" {
	local tool
	for tool in $TOOLS; do
		[ -s "$man/$tool.1" ] || { echo "no man/$tool.1"; false; }
	done
}

@test "manuals: an option of the usage is explained" {
	local tool option bad=0
	for tool in $TOOLS; do
		options_of_manual "$tool" | tr ' ' '\n' >"$BATS_TEST_TMPDIR/told"
		for option in $(help_options "$tool"); do
			if ! grep -qxe "$option" "$BATS_TEST_TMPDIR/told"; then
				echo "man/$tool.1 does not explain $option"
				bad=1
			fi
		done
	done
	[ "$bad" = 0 ]
}

@test "manuals: an option is in the usage" {
	local tool forms option found bad=0
	for tool in $TOOLS; do
		while read -r forms; do
			found=0
			for option in $forms; do
				case $option in -h | -V) found=1 ;; esac
				if help_options "$tool" | grep -qxe "$option"; then
					found=1
				fi
			done
			if [ "$found" = 0 ]; then
				echo "$tool -h does not name $forms"
				bad=1
			fi
		done < <(options_of_manual "$tool")
	done
	[ "$bad" = 0 ]
}

@test "manuals: every option has a case" {
	local tool forms option found bad=0
	for tool in $TOOLS; do
		while read -r forms; do
			found=0
			for option in $forms; do
				# These are in common.bats.
				case $option in -h | -V) found=1 ;; esac
				if grep -rqwe "$option" --include cmd "$cases/$tool"; then
					found=1
				fi
			done
			if [ "$found" = 0 ]; then
				echo "no case of $tool has $forms"
				bad=1
			fi
		done < <(options_of_manual "$tool")
	done
	[ "$bad" = 0 ]
}

@test "manuals: every example is a case" {
	local page example cmd seen=0 bad=0
	for cmd in "$cases"/*/*/cmd; do
		tr -s ' \t\n' ' ' <"$cmd"
		echo
	done >"$BATS_TEST_TMPDIR/commands"
	for page in "$man"/*.[1-8]; do
		while read -r example; do
			if ! grep -qF -- "$example" "$BATS_TEST_TMPDIR/commands"; then
				echo "no case for the example in ${page##*/}: $example"
				bad=1
			fi
			seen=$((seen + 1))
		done < <(examples_of_manual "$page")
	done
	[ "$seen" -ge 30 ]
	[ "$bad" = 0 ]
}

@test "ovp-metrics(5) has the tables that programs are built with" {
	(cd "$man/.." && src/manual <man/ovp-metrics.5) >"$BATS_TEST_TMPDIR/page"
	diff "$man/ovp-metrics.5" "$BATS_TEST_TMPDIR/page" ||
	    { echo "make manual"; false; }
}

@test "the table of metrics, given as --metrics-file, changes nothing" {
	local at=$BATS_TEST_TMPDIR share=$BATS_TEST_DIRNAME/../share
	local table=$BATS_TEST_DIRNAME/../src/domain/metrics.tsv
	for side in prev.json json; do
		ovp-parse -n x "$share/sample.$side" | ovp-group | ovp-agg >"$at/$side"
	done
	ovp-diff "$at/prev.json" <"$at/json" >"$at/built-in"
	ovp-diff --metrics-file "$table" "$at/prev.json" <"$at/json" >"$at/given"
	cmp "$at/built-in" "$at/given"
	ovp-render --md "$at/given" >"$at/md"
	ovp-render --md --metrics-file "$table" "$at/given" | cmp "$at/md"
}

@test "manuals: a page that is named is there" {
	local page name section bad=0
	for page in "$man"/*.[1-8]; do
		while read -r name section; do
			if [ ! -e "$man/$name.$section" ]; then
				echo "${page##*/} names $name($section)"
				bad=1
			fi
		done < <(sed -n 's/^\.Xr \(ovp[a-z-]*\|openvm-prof\) \([1-8]\).*/\1 \2/p' "$page")
	done
	[ "$bad" = 0 ]
}

# Names of all tests: those of cases, units, suites, as test/run calls them.
test_names() {
	local at=$BATS_TEST_TMPDIR/names
	mkdir "$at"
	(cd "$root" && test/list-tests "$at")
	cut -f 1 "$at"/*.list
	sed -n "s/^@test \\(['\"]\\)\\(.*\\)\\1 {.*/\\2/p" "$BATS_TEST_DIRNAME"/*.bats
}

# promises_of_manual: those of ovp(7), a line each: how many tests it names, and
# its first line. A promise is an item of a list, or a paragraph.
promises_of_manual() {
	awk '
	function end() {
		if (first != "")
			print tests + 0 "\t" first
		first = ""
		tests = 0
	}
	/^\.S[hs] / { end(); promises = /relied on|Limits|trusted|EXIT STATUS/ }
	/^\.(It|Pp)/ { end(); next }
	promises && /^\.Dq / && !/^\.Dq make/ { tests++ }
	promises && first == "" && /^[A-Z]/ && !/^Each promise/ { first = $0 }
	' "$man/ovp.7"
}

@test "manuals: each promise of ovp(7) names tests, and they are there" {
	local name bad=0
	test_names >"$BATS_TEST_TMPDIR/tests"
	[ "$(promises_of_manual | wc -l)" -ge 9 ]
	if promises_of_manual | grep '^0	'; then
		echo "without a test"
		bad=1
	fi
	while read -r name; do
		if ! grep -qxF -- "$name" "$BATS_TEST_TMPDIR/tests"; then
			echo "there is no test '$name'"
			bad=1
		fi
	done < <(sed -n 's/ [,.]$//; s/^\.Dq //p' "$man/ovp.7" | grep -v '^make ')
	[ "$bad" = 0 ]
}

@test "demo: a report, and commands that work" {
	cd "$BATS_TEST_TMPDIR"
	ln -s "$BIN" bin
	ln -s "$root/share" share
	BIN=bin share/demo >shown
	ovp-parse share/sample.json | ovp-group | ovp-agg | ovp-render --md >report
	same "the report" report <(head -n "$(wc -l <report)" shown)
	awk '/^---$/ { on = 1 } on && sub(/^    /, "")' shown >commands
	[ "$(wc -l <commands)" = 9 ]
	# The programs are found by what is said alone.
	env -i PATH=/usr/bin:/bin sh -e commands >printed 2>&1
	grep -q '^[0-9]* regression' printed
	run ! grep 'not found' printed
}

# console_blocks FILE: puts the commands of its blocks that start with `$ ' into
# the file commands, what they print into shown.  A command goes on in the next
# line after a pipe or a backslash.
console_blocks() {
	awk '
	/^```/ { on = $0 == "```console"; next }
	!on { next }
	sub(/^\$ /, "") || more { print >"commands"; more = /[|\\]$/; next }
	{ print >"shown" }' "$1"
}

# The tutorial of ovp(7), with blocks as README.md has them.
tutorial() {
	awk '
	/^\.S[hs]/ { on = /Tutorial/ }
	!on { next }
	/^\.Bd/ { print "```console"; next }
	/^\.Ed/ { print "```"; next }
	/^\./ { next }
	{ gsub(/\\e/, "\\"); gsub(/\\&/, ""); print }' "$man/ovp.7"
}

@test "readme: the commands print the output shown there" {
	cd "$BATS_TEST_TMPDIR"
	ln -s "$BIN" bin
	ln -s "$root/share" share
	console_blocks "$readme"
	[ "$(wc -l <commands)" -ge 8 ]
	sh commands >printed 2>&1
	same "what README.md shows" shown printed
}

@test "manuals: the tutorial's commands print the output shown there" {
	cd "$BATS_TEST_TMPDIR"
	ln -s "$root/share" share
	tutorial >text
	console_blocks text
	[ "$(grep -c '^[$] ' text)" = 5 ]
	PATH=$BIN:$PATH sh commands 2>&1 | fold -s -w 66 |
	    sed 's/ *$//' >printed
	same "what ovp(7) shows" shown printed
}

@test "readme: the manual's command draws the picture" {
	local at=$BATS_TEST_TMPDIR share=$BATS_TEST_DIRNAME/../share
	grep -qF '](share/cells.svg)' "$readme"
	ovp-parse --names keccak "$share/sample.prev.json" >"$at/base.tsv"
	ovp-parse --names keccak "$share/sample.json" |
	    ovp-render --flame --stack group,air_name --metric cells \
	    --base "$at/base.tsv" >"$at/cells.svg"
	cmp "$at/cells.svg" "$share/cells.svg"
}

@test "readme: the files and the targets of make that it names are there" {
	local name bad=0
	# In the words of CI recipes, make is called with other things.
	awk '/^```/ { on = !on; next } !on' "$readme" >"$BATS_TEST_TMPDIR/text"
	cd "$root"
	# shellcheck disable=SC2013 # words
	for name in $(grep -oE '(man|share|src|test|\.ci)/[a-z0-9.-][A-Za-z0-9./-]*' \
	    "$BATS_TEST_TMPDIR/text"); do
		case $name in */ovp-X/* | */PROGRAM/*) continue ;; esac
		if [ ! -e "$name" ]; then
			echo "README.md names $name"
			bad=1
		fi
	done
	# shellcheck disable=SC2013 # words
	for name in $(grep -oE '(`|^ +)make [a-z -]+' "$BATS_TEST_TMPDIR/text" |
	    sed 's/.*make//'); do
		if ! grep -q "^$name:" Makefile share/ovp.mk; then
			echo "README.md names make $name"
			bad=1
		fi
	done
	[ "$bad" = 0 ]
}
