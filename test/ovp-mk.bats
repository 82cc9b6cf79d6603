#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# share/ovp.mk, as the makefile of a user includes it.

bats_require_minimum_version 1.5.0
load harness
# shellcheck disable=SC2154 # root is from the harness

setup() {
	unset MAKEFLAGS MAKELEVEL MFLAGS
	at=$BATS_TEST_TMPDIR/user
	mkdir "$at"
	cd "$at" || return
	gen-metrics 20K 1 >fib.json
	echo "include $root/share/ovp.mk" >Makefile
}

# the_pipeline FILE COMMAND...: what the command prints is in the file.
the_pipeline() {
	local file=$1
	shift
	"$@" >"$BATS_TEST_TMPDIR/expected"
	same "$file" "$BATS_TEST_TMPDIR/expected" "$file"
}

@test "ovp.mk: statistics, report, Bencher's format, chart are what the pipeline prints" {
	make -s fib.md fib.bmf.json fib.svg fib.html
	[ "$(echo *)" = "Makefile fib.bmf.json fib.html fib.json fib.md fib.svg fib.tsv" ]
	ovp-parse fib.json | ovp-group | ovp-agg >expected
	same fib.tsv expected fib.tsv
	the_pipeline fib.md ovp-render --md fib.tsv
	the_pipeline fib.bmf.json ovp-render --bmf fib.tsv
	ovp-parse fib.json >samples
	the_pipeline fib.svg ovp-render --svg samples
	the_pipeline fib.html ovp-render --html --samples samples fib.tsv
}

@test "ovp.mk: a page has the pictures of its samples" {
	make -s fib.html
	[ "$(echo *)" = "Makefile fib.html fib.json fib.tsv" ]
	ovp-parse fib.json >samples
	the_pipeline fib.html ovp-render --html --samples samples fib.tsv
	mv fib.tsv regress.tsv
	make -s regress.html
	the_pipeline regress.html ovp-render --html regress.tsv
}

@test "ovp.mk: the text format of Prometheus" {
	printf '# TYPE rows counter\nrows{group="leaf"} 5\n' >live.prom
	make -s live.tsv
	ovp-parse --format prometheus live.prom | ovp-group | ovp-agg >expected
	same live.tsv expected live.tsv
}

@test "ovp.mk: options for all files, and for one" {
	cp fib.json old.json
	cat >Makefile <<-END
	OVP_GROUP = -k air_name
	OVP_AGG = --percentiles 50
	include $root/share/ovp.mk
	old.tsv: OVP_PARSE = --names fib
	END
	make -s fib.tsv old.tsv
	ovp-parse fib.json | ovp-group -k air_name | ovp-agg --percentiles 50 >expected
	same fib.tsv expected fib.tsv
	same old.tsv expected old.tsv
}

@test "ovp.mk: what is made anew is what changed, and only that" {
	make -s fib.md
	touch -d '2 minutes ago' fib.json
	touch -d '1 minute ago' fib.tsv
	run make fib.md
	[ "$output" = "make: 'fib.md' is up to date." ]
	touch fib.json
	make -n fib.md | grep -q ovp-parse
}

@test "ovp.mk: the first target of the makefile stays the default" {
	{ cat Makefile; printf 'mine:\n\t@echo mine\n'; } >with-a-target
	[ "$(make -s -f with-a-target)" = mine ]
	{ printf 'first:\n\t@echo first\n'; cat with-a-target; } >after-a-target
	[ "$(make -s -f after-a-target)" = first ]
}

@test "ovp.mk: a broken file leaves nothing behind, at any stage" {
	local target
	head -c 5000 fib.json >cut.json
	: >empty.json
	for target in cut.tsv cut.md cut.bmf.json cut.svg cut.html empty.md; do
		run -2 make -s "$target"
		[ "$(echo *)" = "Makefile cut.json empty.json fib.json" ]
	done
	# Nor does it touch what was there.
	make -s fib.md
	cp fib.md before.md
	head -c 5000 cut.json >fib.json
	run -2 make -s fib.md
	same fib.md before.md fib.md
	# Statistics that are whole, of a file that is not any more.
	cp "$BATS_TEST_TMPDIR/user/cut.json" fib.json
	touch fib.tsv
	run -2 make -s fib.html
	[ "$(echo fib*)" = "fib.json fib.md fib.tsv" ]
}

@test "ovp.mk: names that a shell would read otherwise" {
	local name
	# shellcheck disable=SC2016 # no expansion is the point
	for name in "it's" 'a"b' 'a&b;c' 'a(b)' -n '~x' 'a`id`b'; do
		cp fib.json "./$name.json"
		make -s -- "./$name.md"
		ovp-parse -n "$name" fib.json | ovp-group | ovp-agg |
		    ovp-render --md >expected
		same "$name.md" expected "./$name.md"
	done
}

@test "ovp.mk: many files at once" {
	local i
	for i in 1 2 3 4 5 6 7 8; do
		cp fib.json "$i.json"
	done
	make -s -j 4 {1..8}.md {1..8}.bmf.json
	[ "$(grep -l . {1..8}.md {1..8}.bmf.json | wc -l)" = 16 ]
}

# baseline: fib as it is, keccak slower than it was.
baseline() {
	local slower='s/\("metric":"total_proof_time_ms","value":"\)/\19/'
	mkdir baseline
	gen-metrics --compact 20K 2 >baseline/keccak.json
	sed "$slower" baseline/keccak.json >keccak.json
	cp fib.json baseline
	! cmp -s keccak.json baseline/keccak.json
}

@test "ovp.mk: check-regress passes, and says what changed" {
	baseline
	make -s check-regress
	cat fib.tsv keccak.tsv | ovp-diff baseline/fib.tsv baseline/keccak.tsv >expected
	same regress.tsv expected regress.tsv
	the_pipeline regress.md ovp-render --md regress.tsv
}

@test "ovp.mk: check-regress fails when a gate does" {
	baseline
	sed -i "1i OVP_GATES = -g 'total_proof_time_ms>5%'" Makefile
	run -2 make -s check-regress
	echo "$output" | grep -q "^ovp-diff: .*total_proof_time_ms"
	[ -s regress.tsv ]
	[ -s regress.md ]
	# The runs that are meant, and another baseline.
	sed -i '1i OVP_RUNS = fib.json' Makefile
	make -s check-regress
	sed -i '1i OVP_BASE = history/1.tsv history/2.tsv' Makefile
	mkdir history
	cp baseline/fib.tsv history/1.tsv
	cp baseline/fib.tsv history/2.tsv
	make -s check-regress
}

@test "ovp.mk: check-regress without runs, without a baseline, with a broken one" {
	run -2 make -s check-regress
	[[ $output = *"No rule to make target 'baseline/fib.tsv'"* ]]
	mkdir baseline
	echo x >baseline/fib.tsv
	run -2 make -s check-regress
	[ ! -e regress.tsv ]
	[ ! -e regress.md ]
	rm fib.json
	run -2 make -s check-regress
	[[ $output = *"there are no runs"* ]]
}
