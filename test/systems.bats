#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What other systems have: other shells, the tools of busybox, another make.
# shellcheck disable=SC2154 # root is from the harness

bats_require_minimum_version 1.5.0
load harness

# use SHELL: puts a folder in front of PATH where `sh' is the shell, and in which
# it runs the scripts that are programs. With busybox come its tools.
use() {
	local tool path words
	path=$(command -v "$1") || skip "$1 is not installed"
	words=$path
	cd "$BATS_TEST_TMPDIR" || return
	mkdir bin
	if [ "$1" = busybox ]; then
		words="$path sh"
		for tool in $(busybox --list); do
			ln -s "$path" "bin/$tool"
		done
	else
		ln -s "$path" bin/sh
	fi
	for tool in $TOOLS; do
		ln -s "$BIN/$tool" bin
	done
	for tool in bin/ovp bin/openvm-prof share/ovp-fleet share/ovp-keep; do
		{ echo "#!$words" && sed 1d "$root/$tool"; } >"bin/${tool##*/}"
		chmod +x "bin/${tool##*/}"
	done
	PATH=$PWD/bin:$PATH
}

# same_as_usual COMMAND...: prints in the folder of the project what it prints
# with the system's shell and tools.
same_as_usual() {
	(cd "$root" && PATH=${PATH#*:} "$@") >want 2>&1 || echo "status $?" >>want
	(cd "$root" && "$@") >got 2>&1 || echo "status $?" >>got
	same "$*" want got
}

makes_what_is_built() {
	local file program shell
	for file in "$root"/src/assets/*.css "$root"/src/assets/*.js; do
		same_as_usual sh src/embed "${file#"$root/"}"
	done
	for program in $TOOLS; do
		same_as_usual sh -c "sh src/options $program <share/options.tsv"
		for shell in bash zsh fish; do
			same_as_usual sh -c "sh share/complete $shell $program <share/options.tsv"
		done
	done
	same_as_usual sh -c 'sh src/table metrics <src/domain/metrics.tsv'
	same_as_usual sh -c 'sh src/table stages <src/domain/stages.tsv'
	same_as_usual sh -c 'sh src/manual <man/ovp-metrics.5'
	BIN=$BIN same_as_usual sh share/demo
	same_as_usual sh test/includes
}

# as_usual OPTION-OR-FILE...: ovp does what it does with the system's shell, and
# so does the pipeline that it prints.
as_usual() {
	local status=0 rc=0
	PATH=${PATH#*:} "$root/bin/ovp" "$@" >want 2>want.err || status=$?
	ovp "$@" >got 2>got.err || rc=$?
	same "ovp $*" want got
	same "ovp $*" want.err got.err
	[ "$rc" = "$status" ]
	rc=0
	sh -c "$(ovp --dry-run "$@")" >got 2>got.err || rc=$?
	same "pasted: ovp $*" want got
	same "pasted: ovp $*" want.err got.err
	[ "$rc" = "$status" ]
}

front() {
	cp "$root/share/sample.prev.json" "it's old.json"
	cp "$root/share/sample.json" ./-new.json
	as_usual -- -new.json
	as_usual -n k -g 'total_proof_time_ms>1%' "it's old.json" ./-new.json
	as_usual --html -n k "it's old.json" ./-new.json
	same_as_usual ovp --help
	same_as_usual ovp-fleet --help
	same_as_usual sh share/ovp-keep --bogus
	same_as_usual ovp
	same_as_usual ovp --bogus
}

cases() {
	local at=$PWD folder
	for folder in "$root"/test/case/ovp/* "$root"/test/case/openvm-prof/* \
	    "$root"/test/case/ovp-fleet/*; do
		BATS_TEST_TMPDIR=$at/${folder##*/}
		mkdir "$BATS_TEST_TMPDIR"
		check_case "${folder#"$root/test/case/"}"
	done
}

keeps() {
	ovp-parse -n k "$root/share/sample.json" | ovp-group | ovp-agg >run.tsv
	ovp-keep -n 3 history.tsv run.tsv run.tsv &
	ovp-keep -n 3 history.tsv run.tsv
	wait $!
	ovp-keep -n 3 history.tsv run.tsv
	[ "$(cut -f 2 history.tsv | sort -u | tr '\n' ' ')" = '2 3 4 run ' ]
	run -2 ovp-keep -n x history.tsv run.tsv
	[ "$output" = "ovp-keep: -n: 'x' is not a number of runs" ]
}

all_scripts() {
	use "$1"
	makes_what_is_built
	front
	cases
	keeps
}

@test "scripts: in dash" { all_scripts dash; }
@test "scripts: in ksh93" { all_scripts ksh93; }
@test "scripts: in mksh" { all_scripts mksh; }
@test "scripts: in yash" { all_scripts yash; }
@test "scripts: in the shell of busybox, with its tools" { all_scripts busybox; }

# What stands here for a BSD: bmake, and PATHs without what it lacks.

@test "make: other makes say to use gmake" {
	command -v bmake >/dev/null || skip "bmake is not installed"
	local target
	cd "$root"
	for target in '' check; do
		# shellcheck disable=SC2086 # a word or none
		MAKEFLAGS='' run bmake $target
		[ "$status" != 0 ]
		[ "${#lines[@]}" = 1 ]
		[[ "$output" == *'ovp is built with GNU make, run gmake' ]]
	done
}

@test "source: only base/system.c has calls that some systems lack" {
	run grep -rnwE 'memrchr|qsort_r|F_SETPIPE_SZ|st_mtim|st_mtimespec|strnvis|strvis|reallocarray|strchrnul|mempcpy|asprintf|get_current_dir_name|program_invocation_name|pipe2|FNM_EXTMATCH' \
	    "$root/src" --include=*.c --exclude=system.c
	[ "$output" = '' ]
}

@test "scripts: options of tools that not every system has are not used" {
	cd "$root"
	run grep -nE 'sed -i|readlink -f|xargs -r|stat -c|date -d|mktemp [^-)]|grep -[a-zA-Z]*P|sort -[a-zA-Z]*[VR]|cp -[a-z]*a|tar .*--transform|printf .*\\x|echo -[en]' \
	    bin/ovp bin/openvm-prof share/ovp-* share/demo share/complete src/embed \
	    src/options src/table src/manual test/run test/run-case test/list-tests \
	    test/accept test/valgrind
	[ "$output" = '' ]
}

@test "ovp-keep: lockf locks where there is no flock" {
	local tool
	cd "$BATS_TEST_TMPDIR"
	mkdir bin
	for tool in sh awk mv rm ovp-diff; do
		ln -s "$(command -v "$tool")" bin
	done
	ovp-parse "$root/share/sample.json" | ovp-group | ovp-agg >run.tsv
	PATH=bin run -2 sh "$root/share/ovp-keep" history.tsv run.tsv
	[ "$output" = 'ovp-keep: flock or lockf is missing, so that two runs at once could lose one' ]
	# shellcheck disable=SC2016 # expanded by that shell
	printf '#!/bin/sh\necho "$1 $2" >locked\n[ "$1" = -k ] && shift 2 && exec "$@"\n' >bin/lockf
	chmod +x bin/lockf
	PATH=bin run -0 sh "$root/share/ovp-keep" history.tsv run.tsv
	[ "$output" = '' ]
	[ "$(cat locked)" = '-k history.tsv.lock' ]
	cmp history.tsv run.tsv
}

@test "ovp-keep: a file that is given twice is two runs" {
	cd "$BATS_TEST_TMPDIR"
	ovp-parse "$root/share/sample.json" | ovp-group | ovp-agg >run.tsv
	sh "$root/share/ovp-keep" history.tsv run.tsv run.tsv
	[ "$(cut -f 2 history.tsv | sort | uniq -c | awk '{ print $2 }' | tr '\n' ' ')" = '1 2 run ' ]
	mkdir -p none
	run -2 sh "$root/share/ovp-keep" none/at/all.tsv run.tsv
	[ "$output" = "ovp-keep: none/at/all.tsv.lock: can't be written" ]
}

@test "test/run: names the tools that are not GNU's" {
	cd "$BATS_TEST_TMPDIR"
	mkdir bin
	printf '#!/bin/sh\nexit 1\n' >bin/diff
	chmod +x bin/diff
	PATH=$PWD/bin:$PATH O=$PWD SUITES='' run "$root/test/run" 'no test has this name'
	[ "${lines[0]}" = "test/run: diff is not GNU's, which some tests need" ]
}
