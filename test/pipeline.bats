#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What holds for the programs in a row, and for the tools of others between them.
# shellcheck disable=SC1010,SC2016 # the words of mlr: then, $field
# shellcheck disable=SC2094 # a file against itself is read twice, never written

bats_require_minimum_version 1.5.0
load harness

setup_file() {
	cd "$BATS_FILE_TMPDIR" || return
	gen-metrics 60K 1 >one.json
	gen-metrics --run 2 60K 1 >two.json
	ovp-parse one.json >samples.tsv
	ovp-group samples.tsv >grouped.tsv
	ovp-agg grouped.tsv >statistics.tsv
	ovp-render --md statistics.tsv >report.md
}

setup() {
	cd "$BATS_FILE_TMPDIR" || return
	at=$BATS_TEST_TMPDIR
}

# in_sh COMMANDS: by a plain sh, which has no pipefail; out, err, rc.
in_sh() {
	rc=0
	sh -c "$1" >"$at/out" 2>"$at/err" </dev/null || rc=$?
}

# fields FILE NAME...: columns by name, without the header, with awk alone.
fields() {
	local file=$1
	shift
	awk -F '\t' -v names="$*" '
	NR == 1 { n = split(names, name, " "); for (i = 1; i <= NF; i++) at[$i] = i; next }
	{ for (i = 1; i <= n; i++) printf "%s%s", $at[name[i]], i < n ? "\t" : "\n" }
	' "$file"
}

# coarse FILE: the rows of the coarse level, and the header.
coarse() {
	awk -F '\t' 'NR == 1 || $4 $5 $6 $7 $8 == ""' "$1"
}

# --- the generator ---

@test "gen-metrics writes the bundled sample" {
	gen-metrics --grow KeccakfOpAir 150K 10 >"$at/sample.json"
	cmp "$at/sample.json" "$BATS_TEST_DIRNAME/../share/sample.json"
	gen-metrics --run 2 150K 10 >"$at/sample.prev.json"
	cmp "$at/sample.prev.json" "$BATS_TEST_DIRNAME/../share/sample.prev.json"
}

@test "gen-metrics --grow: one table of the program has twice the rows, its proofs are slower" {
	local prover
	for prover in v1 e3 v2; do
		gen-metrics --prover "$prover" 300K 1 >"$at/a.json"
		gen-metrics --prover "$prover" --grow KeccakfOpAir 300K 1 >"$at/b.json"
		for i in a b; do
			ovp-parse -n x "$at/$i.json" | ovp-group -k group,segment,air_name >"$at/$i"
		done
		# The work is the same, but for these.
		diff <(awk -F '\t' '$7 == "counter"' "$at/a") \
		    <(awk -F '\t' '$7 == "counter"' "$at/b") | grep '^>' |
		    awk -F '\t' '$8 !~ /^(total_cells|main_cells_used|total_cells_used)$/ { print $5, $8 }' |
		    sort -u >"$at/grown"
		[ "$(cat "$at/grown")" = "KeccakfOpAir cells
KeccakfOpAir rows" ]
		[ "$(diff "$at/a" "$at/b" | grep _time_ms | cut -f 3 | sort -u | wc -l)" = 1 ]
	done
	run -2 gen-metrics --grow NoAir 300K 1
}

@test "gen-metrics writes about the requested size" {
	local size n
	for size in 60 300 2000; do
		n=$(gen-metrics "${size}K" 3 | wc -c)
		[ "$n" -gt $((size * 960)) ]
		[ "$n" -lt $((size * 1040)) ]
	done
}

@test "gen-metrics: the smallest file has every group" {
	local prover
	for prover in v2 e3 v1; do
		gen-metrics --prover "$prover" 1K 1 | ovp-parse --names x |
		    ovp-group | fields /dev/stdin group | sort -u >"$at/$prover"
	done
	[ "$(wc -l <"$at/v2")" = 9 ]
	grep -qx app_proof "$at/v2"
	grep -qx internal_recursive.1 "$at/v2"
	grep -qx halo2_wrapper "$at/v2"
	grep -qx agg_keygen "$at/v2"
	grep -qx internal.1 "$at/v1"
	grep -qx internal.1 "$at/e3"
}

@test "gen-metrics: entries have the sets of labels of a real file" {
	gen-metrics 100K 1 | ovp-parse -n x | fields /dev/stdin labels |
	    sed 's/="[^"]*"//g' | sort -u >"$at/got"
	cat >"$at/expected" <<-'E'
	group
	group,air,idx
	group,air_id,air_name
	group,air_id,air_name,phase,segment
	group,air_name,cycle_tracker_span,dsl_ir,opcode,segment
	group,cycle_tracker_span,dsl_ir,opcode,segment
	group,idx
	group,idx,module,phase
	group,idx,phase
	group,module,phase,segment
	group,phase,segment
	group,segment
	E
	same "sets of labels" "$at/expected" "$at/got"
}

@test "gen-metrics: a run has the instructions of its profile" {
	[ "$(fields grouped.tsv metric value |
	    awk '$1 == "frequency" { n += $2 } END { print n }')" = \
	    "$(fields statistics.tsv metric sum |
	    awk '$1 == "execute_metered_insns" { print $2 }')" ]
}

# --- one report, whatever the order ---

@test "any order of entries, labels, members, white space gives the same statistics" {
	local prover order
	for prover in v2 e3 v1; do
		gen-metrics --prover "$prover" 60K 5 | ovp-parse -n x | ovp-group |
		    ovp-agg --percentiles 5,50 -p 1,3 >"$at/expected" 2>"$at/warned"
		for order in 1 2 3 4 5; do
			gen-metrics --prover "$prover" --shuffle "$order" 60K 5 |
			    ovp-parse -n x | ovp-group |
			    ovp-agg --percentiles 5,50 -p 1,3 >"$at/got" 2>"$at/said"
			same "$prover, order $order" "$at/expected" "$at/got"
			same "warnings of $prover, $order" "$at/warned" "$at/said"
		done
	done
}

@test "any order of samples and of grouped records gives the same statistics" {
	local seed
	for seed in 1 2 3; do
		gen-metrics --shuffle "$seed" 60K "$seed" >"$at/random"
		{ head -n 1 samples.tsv; tail -n +2 samples.tsv |
		    sort -R --random-source="$at/random"; } >"$at/s"
		ovp-group "$at/s" | ovp-agg >"$at/got"
		same "statistics of shuffled samples" statistics.tsv "$at/got"
		{ head -n 1 grouped.tsv; tail -n +2 grouped.tsv |
		    sort -t '	' -k "$((seed + 3))"; } >"$at/g"
		ovp-agg "$at/g" >"$at/got"
		same "statistics of shuffled records" statistics.tsv "$at/got"
	done
}

@test "a pipe, a file, standard input and compact JSON are parsed alike" {
	gen-metrics --compact 60K 1 >"$at/one.json"
	ovp-parse "$at/one.json" >"$at/expected"
	ovp-parse -n one <"$at/one.json" >"$at/got"
	same "standard input" "$at/expected" "$at/got"
	head -c 1000000 "$at/one.json" | ovp-parse -n one >"$at/got"
	same "pipe" "$at/expected" "$at/got"
	ovp-parse one.json >"$at/got"
	same "pretty file" samples.tsv "$at/got"
	# Byte by byte: no window is too small.
	head -c 3000 one.json >"$at/short"
	printf '"}]}' | cat "$at/short" - >"$at/cut.json"
	run -2 sh -c 'ovp-parse -n x "$1/cut.json" >"$1/expected"' sh "$at"
	run -2 sh -c 'dd if="$1/cut.json" bs=1 status=none |
	    ovp-parse -n x >"$1/got"' sh "$at"
	[ "$(wc -l <"$at/expected")" -gt 10 ]
	sed -i "s|$at/cut.json|standard input|" "$at/expected"
	same "slow pipe" "$at/expected" "$at/got"
}

# --- other tools read every stream ---

@test "streams: every line has as many tabs as the header" {
	local file
	for file in samples grouped statistics; do
		[ "$(awk -F '\t' '{ print NF }' "$file.tsv" | sort -u | wc -l)" = 1 ]
	done
}

@test "streams: headers are the documented ones" {
	[ "$(head -n 1 samples.tsv)" = "bench	run	kind	metric	value	labels" ]
	local level=group key fine
	for fine in '' '	segment	idx	air_name	opcode	reason'; do
		key=group$fine
		[ -n "$fine" ] && level=group,segment,idx,air_name,opcode,reason
		ovp-group -k "$level" samples.tsv >"$at/grouped"
		ovp-agg "$at/grouped" >"$at/statistics"
		[ "$(head -n 1 "$at/grouped")" = "bench	run	$key	phase	kind	metric	value	labels" ]
		[ "$(head -n 1 "$at/statistics")" = "bench	run	$key	metric	phase	kind	count	sum	min	max	avg	stddev" ]
		[ "$(ovp-diff "$at/statistics" <"$at/statistics" | head -n 1)" = \
		    "bench	$key	metric	phase	kind	runs	count	sum	min	max	avg	base_runs	base_count	base_sum	base_min	base_max	base_avg	pct	p	verdict	mde	pct_low	pct_high" ]
	done
	[ "$(head -n 1 grouped.tsv)" = "$(head -n 1 "$at/grouped")" ]
	[ "$(ovp-group -k air_name,opcode samples.tsv | head -n 1)" = \
	    "bench	run	air_name	opcode	phase	kind	metric	value	labels" ]
}

@test "streams: mlr reads and writes them back" {
	local file
	for file in samples grouped statistics; do
		mlr --tsv cat "$file.tsv" >"$at/got"
		same "$file" "$file.tsv" "$at/got"
	done
	ovp-diff statistics.tsv <statistics.tsv >comparison.tsv
	mlr --tsv cat comparison.tsv >"$at/got"
	same comparison comparison.tsv "$at/got"
}

@test "streams: mlr reads tabs, backslashes and quotes in names as they were" {
	printf '%s' '{"counter":[{"labels":[["group","a\tb\\c\"d\ne"]],"metric":"m\tn","value":"1"}]}' |
	    ovp-parse -n x | ovp-group >"$at/hard.tsv"
	[ "$(wc -l <"$at/hard.tsv")" = 2 ]
	mlr --tsv cat "$at/hard.tsv" >"$at/got"
	same "what mlr wrote" "$at/hard.tsv" "$at/got"
	mlr --itsv --ojson cut -f group then put '$n = strlen($group)' "$at/hard.tsv" >"$at/json"
	grep -q '"n": 9' "$at/json"
}

@test "streams: mlr computes the same sums as ovp-agg" {
	mlr --itsv --onidx --ofs tab filter '$metric == "cells_used"' then \
	    stats1 -a count,sum,min,max -f value grouped.tsv >"$at/mlr"
	coarse statistics.tsv | fields /dev/stdin metric count sum min max |
	    grep '^cells_used	' |
	    cut -f 2- >"$at/agg"
	same "sum of cells_used" "$at/mlr" "$at/agg"
}

@test "streams: awk and cut find the columns of the header" {
	local file
	for file in samples grouped statistics; do
		[ "$(cut -f 1 "$file.tsv" | sort -u | tr '\n' ' ')" = "bench one " ]
	done
	[ "$(fields grouped.tsv metric value | awk -F '\t' '$1 == "cells_used" { n += $2 }
	    END { printf "%d", n }')" = \
	    "$(coarse statistics.tsv | fields /dev/stdin metric sum | awk -F '\t' '$1 == "cells_used" { print $2 }')" ]
}

@test "streams: sort and join put two runs side by side" {
	local name
	for name in one two; do
		ovp-parse -n x "$name.json" | ovp-group -k group | ovp-agg |
		    fields /dev/stdin group metric avg |
		    awk -F '\t' '{ print $1 "/" $2 "\t" $3 }' | sort -t '	' -k 1,1 >"$at/$name"
	done
	join -t '	' "$at/one" "$at/two" >"$at/both"
	[ "$(wc -l <"$at/both")" = "$(wc -l <"$at/one")" ]
	grep -q '^app_proof/total_proof_time_ms	[0-9.]*	[0-9.]*$' "$at/both"
}

# --- other tools between any two stages ---

@test "between stages: head and awk keep a stream a stream" {
	head -n 1 samples.tsv | ovp-group | ovp-agg >"$at/got"
	same "no records" <(head -n 1 statistics.tsv) "$at/got"
	head -n 100 samples.tsv | ovp-group | ovp-agg | head -n 3 | ovp-render --md >"$at/md"
	[ -s "$at/md" ]
	awk 'NR == 1 || /leaf/' samples.tsv | ovp-group | awk 'NR == 1 || /leaf/' |
	    ovp-agg | fields /dev/stdin group | sort -u >"$at/groups"
	grep -qx leaf "$at/groups"
	run ! grep -q app_proof "$at/groups"
}

@test "between stages: grep loses the header, the default layout stands in" {
	awk 'NR == 1 || /"leaf"/' samples.tsv | ovp-group | ovp-agg >"$at/expected"
	grep '"leaf"' samples.tsv | ovp-group | ovp-agg >"$at/got"
	same "grep before ovp-group" "$at/expected" "$at/got"
	awk 'NR == 1 || /leaf/' grouped.tsv | ovp-agg >"$at/expected"
	grep leaf grouped.tsv | ovp-agg >"$at/got"
	same "grep before ovp-agg" "$at/expected" "$at/got"
	awk 'NR == 1 || /leaf/' statistics.tsv | ovp-render --md >"$at/expected"
	grep leaf statistics.tsv | ovp-render --md >"$at/got"
	same "grep before ovp-render" "$at/expected" "$at/got"
}

@test "between stages: grep that finds nothing is an empty input" {
	in_sh 'grep no-such-thing samples.tsv | ovp-group | ovp-agg | ovp-render --md'
	[ "$rc" = 2 ]
	grep -q '^ovp-group: .*empty' "$at/err"
	grep -q '^!error	ovp-group	' "$at/out"
}

@test "between stages: sort moves the header, and all is as before" {
	sort -r samples.tsv | ovp-group | sort -r | ovp-agg >"$at/got"
	same "statistics of sorted records" statistics.tsv "$at/got"
	sort -t '	' -k 6 samples.tsv | ovp-group | sort -t '	' -k 12 |
	    ovp-agg >"$at/got"
	same "statistics, sorted by value" statistics.tsv "$at/got"
	sort -r statistics.tsv | ovp-diff statistics.tsv | cut -f 25 | sort -u >"$at/got"
	same "verdicts" <(printf 'same\nverdict\n') "$at/got"
}

# between TOOL: the tool between any two stages changes no report.
between() {
	local tool=$1 name
	for name in A one; do
		ovp-parse -n "$name" one.json >"$at/1"
		ovp-group "$at/1" >"$at/2"
		ovp-agg "$at/2" >"$at/3"
		ovp-parse -n "$name" two.json | ovp-group | ovp-agg >"$at/base"
		ovp-diff "$at/base" <"$at/3" >"$at/4"
		ovp-render --md "$at/4" >"$at/report"
		eval "$tool" <"$at/1" | ovp-group | ovp-agg >"$at/got"
		same "$tool before ovp-group" "$at/3" "$at/got"
		eval "$tool" <"$at/2" | ovp-agg >"$at/got"
		same "$tool before ovp-agg" "$at/3" "$at/got"
		eval "$tool" <"$at/3" | ovp-diff "$at/base" | ovp-render --md >"$at/got"
		same "$tool before ovp-diff" "$at/report" "$at/got"
		eval "$tool" <"$at/base" >"$at/sorted"
		ovp-diff "$at/sorted" <"$at/3" | ovp-render --md >"$at/got"
		same "$tool before a base of ovp-diff" "$at/report" "$at/got"
		eval "$tool" <"$at/4" | ovp-render --md >"$at/got"
		same "$tool before ovp-render" "$at/report" "$at/got"
	done
}

@test "between stages: any two, any order of lines" {
	between cat
	between "sort"
	between "sort -r"
	between "sort -t '	' -k 4"
	between "sort -R --random-source=one.json"
	between "tail -n +2"
}

@test "between stages: head -1 leaves a stream without records" {
	head -n 1 samples.tsv | ovp-group >"$at/got"
	same "before ovp-group" <(head -n 1 grouped.tsv) "$at/got"
	head -n 1 grouped.tsv | ovp-agg >"$at/got"
	same "before ovp-agg" <(head -n 1 statistics.tsv) "$at/got"
	[ "$(head -n 1 statistics.tsv | ovp-diff statistics.tsv |
	    fields /dev/stdin verdict | sort -u)" = gone ]
	head -n 1 statistics.tsv | ovp-render --md
	ovp-diff statistics.tsv <statistics.tsv | head -n 1 | ovp-render --md
}

@test "between stages: a header that sort moved is reported" {
	ovp-parse -n A one.json | ovp-group -k opcode | sort >"$at/in"
	in_sh "ovp-agg <'$at/in'"
	[ "$rc" = 2 ]
	grep -q 'standard input:[0-9]*: the columns of this header differ' "$at/err"
}

@test "between stages: cat of two is two runs" {
	ovp-parse -n x,x one.json two.json | ovp-group | ovp-agg >"$at/expected"
	{ ovp-parse -n x one.json; ovp-parse -n x two.json |
	    awk -F '\t' -v OFS='\t' 'NR > 1 { $2 = 2 } { print }'; } >"$at/two.tsv"
	ovp-group "$at/two.tsv" | ovp-agg >"$at/got"
	same "cat of two samples" "$at/expected" "$at/got"
	ovp-parse -n x one.json >"$at/1"
	ovp-parse -n y two.json >"$at/2"
	ovp-parse -n x,y one.json two.json | ovp-group | ovp-agg >"$at/expected"
	cat "$at/1" "$at/2" | ovp-group | ovp-agg >"$at/got"
	same "cat before ovp-group" "$at/expected" "$at/got"
	{ ovp-group "$at/1"; ovp-group "$at/2"; } | ovp-agg >"$at/got"
	same "cat before ovp-agg" "$at/expected" "$at/got"
	{ ovp-group "$at/1" | ovp-agg; ovp-group "$at/2" | ovp-agg; } |
	    ovp-render --md >"$at/got"
	ovp-render --md "$at/expected" >"$at/expected.md"
	same "cat before ovp-render" "$at/expected.md" "$at/got"
}

@test "between stages: an added column passes ovp-group" {
	awk -F '\t' -v OFS='\t' '{ print $0, NR == 1 ? "commit" : "abc" }' samples.tsv |
	    ovp-group | awk 'NR <= 2' | fields /dev/stdin commit >"$at/got"
	[ "$(cat "$at/got")" = abc ]
}

# --- a broken stream stays broken ---

# broken STAGES: the input $at/in makes each of the stages fail, in plain sh.
broken() {
	local stages=$1 rest
	while [ -n "$stages" ]; do
		in_sh "$stages <'$at/in'"
		if [ "$rc" != 2 ] || ! tail -n 1 "$at/out" | grep -q '^!error	ovp-'; then
			echo "$stages: status $rc"
			tail -n 3 "$at/out"
			return 1
		fi
		rest=${stages% | *}
		[ "$rest" != "$stages" ] || return 0
		stages=$rest
	done
}

@test "broken: JSON that ends early, at any stage, in plain sh" {
	head -c 20000 one.json >"$at/in"
	broken 'ovp-parse -n x | ovp-group | ovp-agg | ovp-diff statistics.tsv | ovp-render --md'
	grep -q '^!error	ovp-parse	' "$at/out"
}

@test "broken: samples that end in mid-line" {
	head -c -5 samples.tsv >"$at/in"
	broken 'ovp-group | ovp-agg | ovp-diff statistics.tsv | ovp-render --md'
}

@test "broken: grouped records that end in mid-line" {
	head -c -5 grouped.tsv >"$at/in"
	broken 'ovp-agg | ovp-diff statistics.tsv | ovp-render --md'
}

@test "broken: statistics that end in mid-line" {
	head -c -5 statistics.tsv >"$at/in"
	broken 'ovp-diff statistics.tsv | ovp-render --md'
	broken 'ovp-render --md'
}

@test "broken: an empty input" {
	: >"$at/in"
	broken 'ovp-parse -n x | ovp-group | ovp-agg | ovp-diff statistics.tsv | ovp-render --md'
	broken 'ovp-group | ovp-agg | ovp-render --md'
	broken 'ovp-agg | ovp-render --md'
	broken 'ovp-render --md'
}

@test "broken: a stage that is killed" {
	in_sh '(head -n 50 samples.tsv; printf "one\t1\tcoun") | ovp-group | ovp-agg | ovp-render --md'
	[ "$rc" = 2 ]
	in_sh 'false | ovp-group | ovp-agg | ovp-render --md'
	[ "$rc" = 2 ]
}

@test "broken: a file that is not there" {
	in_sh 'ovp-parse no-such.json | ovp-group | ovp-agg | ovp-render --md'
	[ "$rc" = 2 ]
	grep -q '^!error	ovp-parse	.*no-such.json' "$at/out"
	# Said once, by the program that failed.
	[ "$(grep -c 'no-such.json' "$at/err")" -ge 1 ]
}

@test "broken: an !error line passes every stage and is reported once" {
	(cat samples.tsv; printf '!error\tovp-x\tboom\n') >"$at/in"
	broken 'ovp-group | ovp-agg | ovp-diff statistics.tsv | ovp-render --md'
	in_sh "ovp-group <'$at/in' | ovp-agg | ovp-render --md"
	[ "$(tail -n 1 "$at/out")" = '!error	ovp-x	boom' ]
	[ "$(grep -c '^!error' "$at/out")" = 1 ]
}

# --- memory ---

@test "ovp-parse and ovp-group need no more memory for more records" {
	# 30 MB of input in 24 MB of address space, the program's code included.
	case $O in */asan) skip "the sanitizer reserves the address space" ;; esac
	gen-metrics 30M 1 >"$at/big.json"
	(ulimit -v 24000; head -c 100000000 "$at/big.json" | ovp-parse -n x) >"$at/big.tsv"
	(ulimit -v 24000; ovp-group <"$at/big.tsv") >"$at/big.grouped"
	(ulimit -v 24000; ovp-agg <"$at/big.grouped") >"$at/big.statistics"
	[ "$(wc -l <"$at/big.tsv")" -gt 60000 ]
	[ "$(wc -l <"$at/big.statistics")" -gt 50 ]
}

@test "records of every length are cut where their tabs stand" {
	cd "$BATS_TEST_TMPDIR"
	awk 'function x(n) { return substr(many, 1, n) }
	BEGIN {
		OFS = "\t"
		for (i = 0; i < 400; i++)
			many = many "x"
		print "bench", "run", "kind", "metric", "value", "labels" >"in"
		print "bench", "run", "group", "phase", "kind", "metric", \
		    "value", "labels" >"expected"
		for (i = 1; i < 400; i++) {
			labels = "group=\"" x(i % 37) "\",a=\"" x(i % 71) "\""
			print "b" x(i % 53), 1, "gauge", x(i), i, labels >"in"
			print "b" x(i % 53), 1, x(i % 37), "", "gauge", x(i), \
			    i, labels >"expected"
		}
	}'
	ovp-group -k group in >got
	same "what ovp-group passes on" expected got
	[ "$(ovp-agg got | awk -F '\t' 'NR > 1 { n += $8 } END { print n }')" = 79800 ]
}
