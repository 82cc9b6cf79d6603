#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The front, ovp: reports in one command, and the pipelines that it prints.
# shellcheck disable=SC2154 # root is from the harness

bats_require_minimum_version 1.5.0
load harness

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	cp "$root/share/sample.prev.json" old.json
	cp "$root/share/sample.json" new.json
}

# stats FILE NAME
stats() {
	ovp-parse -n "$2" "$1" | ovp-group | ovp-agg
}

# prints WANT COMMAND...: the command writes what is in the file WANT.
prints() {
	local want=$1
	shift
	"$@" >got 2>err || { echo "$*: status $?"; cat err; return 1; }
	same "$*" "$want" got
}

@test "ovp: a report of one run, in every format" {
	local format
	stats new.json new >new.tsv
	for format in --text --md --summary --bmf --csv --json --sql; do
		ovp-render "$format" new.tsv >want
		prints want ovp "$format" new.json
		prints want ovp new.tsv "$format"
	done
	ovp-render --text new.tsv >want
	prints want ovp new.json
	stats new.json stdin | ovp-render --text >want
	prints want ovp - <new.json
	ovp-parse new.json >samples.tsv
	for format in --opcodes --memory --detailed --folded --flame; do
		ovp-render "$format" samples.tsv >want
		[ -s want ]
		prints want ovp "$format" new.json
	done
	ovp-render --html --samples samples.tsv new.tsv >want
	prints want ovp --html new.json
}

@test "ovp: two runs compared, from any kind of operand" {
	local old new
	mkdir olds news
	cp old.json olds/k.json
	cp new.json news/k.json
	stats old.json k >old.tsv
	stats new.json k >new.tsv
	ovp-diff old.tsv <new.tsv | ovp-render --text >want
	for old in olds olds/ olds/k.json old.tsv; do
		for new in news news/k.json new.tsv; do
			prints want ovp "$old" "$new"
		done
	done
	prints want ovp -n k old.json new.json
	prints want ovp --names=k old.json -- new.json
	prints want ovp -nk old.json new.json
	# Prometheus' text, and samples that are read once for a page.
	printf '# TYPE rows gauge\nrows{group="leaf"} 7\n' >live.prom
	ovp-parse --format prometheus live.prom | ovp-group | ovp-agg | ovp-render --text >prom
	prints prom ovp live.prom
	[ "$(ovp --dry-run --html old.json new.json | grep -c 'ovp-parse new.json')" = 1 ]
	# Several baselines are a history.
	ovp-parse -n k old.json old.json new.json | ovp-group | ovp-agg >old.tsv
	ovp-diff old.tsv <new.tsv | ovp-render --text >want
	prints want ovp -n k old.json old.json new.json new.json
	ovp-parse old.json >o.tsv
	ovp-parse new.json | ovp-render --flame --base o.tsv >want
	prints want ovp --flame old.json new.json
}

@test "ovp: reads the changes and the audit of a history" {
	local i
	for i in 1 2 3 4 5 6 7 8; do
		ovp-parse -n k --run "$i" new.json
	done | ovp-group | ovp-agg >h.tsv
	ovp-diff --audit h.tsv >want
	prints want ovp --audit h.tsv
	ovp-diff --changes h.tsv | ovp-render --text >want
	prints want ovp --changes h.tsv
	ovp-render --md h.tsv >want
	prints want ovp --md h.tsv
	run -2 ovp --changes new.json
	[ "$output" = 'ovp: --changes reads a history: statistics (*.tsv)' ]
}

@test "ovp: fits tables to the screen, and names the columns left out" {
	sed 's/KeccakfOpAir/VmAirWrapper<Rv32LoadStoreAdapterAir, KeccakfOpAir<4>>/' old.json >o.json
	sed 's/KeccakfOpAir/VmAirWrapper<Rv32LoadStoreAdapterAir, KeccakfOpAir<4>>/' new.json >n.json
	COLUMNS=80 ovp -n k o.json n.json >got
	[ "$(sed 's/…/./g' got | awk 'length > 80')" = '' ]
	grep -q 'VmAirWrapper<Rv.*pAir<4>>  .*104,454,912 to 208,909,824  *+100' got
	grep -q '^(too narrow for .*share of all changes)' got
	ovp -n k o.json n.json >got
	grep -q 'share of all changes' got
}

@test "ovp: counts unchanged benches in one line" {
	mkdir olds news
	cp old.json olds/a.json
	cp new.json olds/b.json
	cp new.json olds/c.json
	cp new.json news/a.json
	cp new.json news/b.json
	cp new.json news/c.json
	ovp olds news >got
	[ "$(tail -n 1 got)" = '2 benchmarks unchanged (--all-metrics)' ]
	[ "$(grep -c '^total  ' got)" = 1 ]
	ovp --all-metrics olds news >got
	[ "$(grep -c '^total  ' got)" = 3 ]
}

@test "ovp: passes an option to the programs that have it" {
	run -0 ovp --dry-run -n k --set commit=abc -k group,idx -m '*_ms' -p 4 \
	    --percentiles=50 --all-metrics --md new.json
	[ "$output" = "ovp-parse -n k --set commit=abc --trim -k group,idx -m '*_ms' new.json | ovp-group --trim -k group,idx -m '*_ms' | ovp-agg -p 4 --percentiles=50 | ovp-render --all-metrics --md" ]
	# An argument that can be left out is none of the next words.
	run -0 ovp --dry-run --compat --md new.json
	[[ "$output" = *'ovp-agg --compat | ovp-render --compat --md' ]]
	touch a.tsv b.tsv
	run -0 ovp --dry-run --metrics-file m.tsv -g "it's>5%" a.tsv b.tsv
	[[ "$output" = *"ovp-diff --metrics-file m.tsv -g 'it'\\''s>5%' a.tsv <b.tsv >"* ]]
	[[ "$output" = *"ovp-render --text --metrics-file m.tsv "* ]]
}

@test "ovp: the output of --dry-run does the same as ovp" {
	local words shell
	mkdir -p "it's a \$(folder)"
	cp old.json "it's a \$(folder)/k.json"
	stats old.json k >old.tsv
	cp -- new.json -k.json
	printf 'glob\tclass\tlabel\n0\tfirst\tsegment\n' >classes.tsv
	while read -r words; do
		eval "set -- $words"
		status=0
		ovp "$@" >want 2>want.err || status=$?
		for shell in sh bash; do
			rc=0
			"$shell" -c "$(ovp --dry-run "$@")" >got 2>got.err || rc=$?
			[ "$rc" = "$status" ]
			same "$shell: $words" want got
			same "$shell: $words" want.err got.err
		done
		[ -s want ]
	done <<'END'
new.json
-n k old.json new.json
"it's a \$(folder)" --md -- -k.json
-n k -g 'total_proof_time_ms>1%' old.json new.json
-n k -g 'total_proof_time_ms>90%' old.json new.json
--flame old.json new.json
--html -n k old.json new.json
-k group,air_name -m 'rows*' --html old.json new.json
-l group=leaf --flame old.json new.json
-k group --class classes.tsv old.json new.json
-n k --summary old.tsv new.json
--compat --md new.json
-n k --compat=2.0 --md old.json new.json
--by group --sort avg --top 3 --share new.json
-n k --statistic min --color=always old.json old.json new.json
-n k --detailed old.json new.json
--percentiles 50 -p 8 --csv new.json
END
}

@test "ovp: the status reports gates and errors, and no files remain" {
	export TMPDIR=$BATS_TEST_TMPDIR/tmp
	mkdir "$TMPDIR"
	run -1 ovp -n k -g 'total_proof_time_ms>1%' old.json new.json
	[[ "$output" = *'proof time (s)'* ]]
	run -0 ovp -n k -g 'total_proof_time_ms>90%' old.json new.json
	head -c 9000 new.json >cut.json
	run -2 ovp cut.json
	run -2 ovp -n k old.json cut.json
	run -2 ovp -n k cut.json new.json
	run -2 ovp -n k -g 'total_proof_time_ms>90%' cut.json new.json
	[ -z "$(ls "$TMPDIR")" ]
}

@test "ovp: an unquoted rule is an error that shows the quotes" {
	[ -e /proc/$$/fd/1 ] || skip 'there is no /proc here'
	local words
	for words in '-g m' '--gate=m' '-gm' '--dry-run -g m'; do
		# shellcheck disable=SC2086 # words
		ovp $words old.json new.json >5% 2>err && false
		[ "$(cat err)" = "ovp: -g: standard output is a file named '5%': quote the rule: -g 'm>5%'" ]
		[ ! -s 5% ]
	done
	run -1 ovp -n k -g 'total_proof_time_ms>1%' old.json new.json
	ovp -n k -g 'total_proof_time_ms>90%' old.json new.json >5%
	[ -s 5% ]
}

@test "ovp: usage" {
	run -2 --separate-stderr ovp
	[ -z "$output" ]
	[ "${#stderr_lines[@]}" = 5 ]
	run -2 ovp none.json
	[ "$output" = 'ovp: none.json: no such file or folder' ]
	run -2 ovp none.tsv
	[ "$output" = 'ovp: none.tsv: no such file or folder' ]
	run -2 ovp --bogus new.json
	[ "$output" = "ovp: unknown option '--bogus'; see ovp --help" ]
	run -2 ovp new.json -n
	[ "$output" = "ovp: option '-n' needs an argument" ]
	run -2 ovp --md=3 new.json
	[ "$output" = "ovp: option '--md' takes no argument" ]
	run -2 ovp --md
	[ "$output" = 'ovp: no metrics file given; see ovp --help' ]
	mkdir empty
	run -2 ovp empty
	[[ "$output" = 'ovp: empty: no metrics files or tables in this folder'* ]]
	touch a.tsv
	run -2 ovp new.json a.tsv new.json
	[[ "$output" = 'ovp: a.tsv: two kinds of files on one side: '* ]]
	touch a.prom
	run -2 ovp new.json a.prom new.json
	[[ "$output" = 'ovp: a.prom: two kinds of files on one side: '* ]]
	run -0 ovp -V
	[ "$output" = "ovp $VERSION" ]
	run -0 ovp --help
	[[ "$output" = *'--dry-run'*'-g, --gate RULE'*'--flame'* ]]
	[ "$(awk 'length > 80' <<<"$output")" = '' ]
}

@test "ovp: pages and pictures for a terminal go to files" {
	local command
	for command in 'ovp --html new.json' 'ovp --flame new.json'; do
		script -qec "$command" /dev/null </dev/null >said
		grep -q 'ovp: wrote new' said
	done
	ovp --html new.json >want
	same page want new.html
	ovp --flame new.json >want
	same picture want new.svg
}

@test "ovp: completions have the options of all programs" {
	"$root/share/complete" bash ovp <"$root/share/options.tsv" >shown
	local option
	for option in --dry-run --gate --keys --provers --html --set; do
		grep -q -- "$option" shown
	done
	[ "$(grep -o -- '--metrics-file' shown | wc -l)" = 2 ]
}
