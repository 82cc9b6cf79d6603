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

@test "ovp.mk: statistics, report, Bencher's format and chart equal the pipeline's output" {
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

@test "ovp.mk: rebuilds only what changed" {
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

@test "ovp.mk: a broken file leaves no output at any stage" {
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
	run -1 cmp -s keccak.json baseline/keccak.json
}

@test "ovp.mk: check-regress passes and lists the changes" {
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

# runs FILE: bench, run, commit of a history, each once.
runs() {
	awk -F '\t' 'NR > 1 { print $1, $2, $NF }' "$1" | sort -u -k 1,1 -k 2,2n
}

@test "ovp.mk: keep-history adds each commit once, numbers runs, prunes" {
	local commit

	printf 'OVP_HISTORY = kept.tsv\nOVP_KEEP = 3\ninclude %s/share/ovp.mk\n' \
	    "$root" >Makefile
	for commit in c1 c2 c2 c3 c4 c5; do
		rm -f fib.tsv
		make -s keep-history OVP_PARSE="--set commit=$commit" 2>>said
	done
	[ "$(runs kept.tsv)" = "fib 3 c3
fib 4 c4
fib 5 c5" ]
	[ "$(cat said)" = "ovp-keep: fib: commit c2 is already in the history" ]
	# Pruned, too, when nothing is new; runs of two machines are no trouble.
	sh "$root/share/ovp-keep" -n 2 kept.tsv fib.tsv 2>>said
	[ "$(runs kept.tsv)" = "fib 4 c4
fib 5 c5" ]
	for machine in a b; do
		ovp-parse --set commit=c6 --set machine=$machine fib.json |
		    ovp-group | ovp-agg >$machine.tsv
	done
	run -0 sh "$root/share/ovp-keep" both.tsv a.tsv b.tsv
	[ -z "$output" ]
	ovp-diff --changes kept.tsv
	make -s kept.html
	grep -q 'class="runs-of"\|Medians of 2 runs' kept.html
}

@test "ovp.mk: keep-history leaves the old file when a run is broken, or it is killed" {
	make -s keep-history
	cp history.tsv before
	printf '!error\tovp-parse\tno\n' >>fib.tsv
	run -2 make -s keep-history
	cmp history.tsv before
	make -s -B fib.tsv
	mkdir bin
	# shellcheck disable=SC2016 # the parent of that shell
	printf '#!/bin/sh\nkill $PPID\n' >bin/awk
	chmod +x bin/awk
	PATH=$PWD/bin:$PATH run -2 make -s keep-history
	cmp history.tsv before
}

@test "ovp.mk: keep-history of several jobs at once loses none" {
	local i

	make -s fib.tsv
	for i in 1 2 3 4 5 6 7 8; do
		sh "$root/share/ovp-keep" all.tsv fib.tsv &
	done
	wait
	[ "$(awk -F '\t' 'NR > 1 { print $2 }' all.tsv | sort -nu | wc -l)" -eq 8 ]
	[ "$(wc -l <all.tsv)" -eq $((8 * ($(wc -l <fib.tsv) - 1) + 1)) ]
}

@test "ovp.mk: keep-history joins columns, and names keys that differ" {
	printf 'bench\trun\tgroup\tmetric\tphase\tkind\tcount\tsum\tmin\tmax\tavg\tstddev\n' >head.tsv
	{ cat head.tsv; printf 'b\t1\tg\tm\t\tgauge\t1\t1\t1\t1\t1\t\n'; } >plain.tsv
	{ sed 's/$/\tcommit/' head.tsv; printf 'b\t1\tg\tm\t\tgauge\t1\t1\t1\t1\t1\t\tc=1\n'; } >'a=b.tsv'
	sh "$root/share/ovp-keep" all.tsv plain.tsv
	sh "$root/share/ovp-keep" all.tsv ./a=b.tsv plain.tsv
	[ "$(cut -f 2,13 all.tsv)" = "run	commit
1	
2	c=1
3	" ]
	sed 's/group/air_name/' plain.tsv >other.tsv
	run -2 sh "$root/share/ovp-keep" all.tsv other.tsv
	[ "$output" = "ovp-keep: other.tsv: the keys are air_name, in the history group" ]
	run -2 sh "$root/share/ovp-keep" -n x all.tsv plain.tsv
}

@test "ovp.mk: a history's chart, which has no metrics file" {
	cp "$root/test/case/ovp-render/text-of-a-history/in.history.tsv" past.tsv
	make -s past.svg
	the_pipeline past.svg ovp-render --svg past.tsv
}
