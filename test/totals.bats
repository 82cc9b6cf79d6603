#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The proof time of a bench holds all seconds of its file, added up here once
# more, or a warning names the seconds that it does not hold.

bats_require_minimum_version 1.5.0
load harness

setup() {
	at=$BATS_TEST_TMPDIR
	cd "$at" || return
}

# add_up: milliseconds of samples on standard input. A group that reports a total
# has no others; what executes once is an average.
add_up() {
	awk -F '\t' '
	NR == 1 { next }
	{
		group = ""
		if (match($6, /(^|,)group="[^"]*"/))
			group = substr($6, RSTART, RLENGTH)
		if (group ~ /keygen/)
			next
		seen[group] = 1
	}
	$4 == "total_proof_time_ms" { total[group] += $5; reported[group] = 1 }
	$4 == "halo2_proof_time_ms" { halo2[group] += $5 }
	$4 ~ /^(execute_preflight|execute_e3|execute|trace_gen|stark_prove_excluding_trace|set_initial_memory|postflight)_time_ms$/ {
		parts[group] += $5
	}
	$4 ~ /^execute_(metered|e1|pure)_time_ms$/ && group !~ /"(leaf|internal|root|halo2)/ {
		once[group, $4] += $5
		times[group, $4]++
	}
	END {
		for (group in seen)
			sum += reported[group] ? total[group] : halo2[group] + parts[group]
		for (name in once)
			sum += once[name] / times[name]
		printf "%.0f\n", sum
	}'
}

# told: milliseconds of the whole bench, and of the warnings in `err'.
told() {
	awk -F '\t' '
	FILENAME == "err" {
		if (match($0, /[0-9.]+ s are in no total/))
			sum += 1000 * substr($0, RSTART)
		next
	}
	$3 == "*" && /\tproof_time_s\t/ { for (i = 1; i <= NF; i++) at[name[i]] = $i; sum += 1000 * at["sum"] }
	FNR == 1 { for (i = 1; i <= NF; i++) name[i] = $i }
	END { printf "%.0f\n", sum }' err "$1"
}

# check WHAT SAMPLES. A warning has whole milliseconds.
check() {
	local all told
	ovp-group "$2" 2>err >grouped
	ovp-agg grouped 2>>err >statistics
	all=$(add_up <"$2")
	told=$(told statistics)
	if [ "$all" = 0 ] || [ $((told - all)) -gt 1 ] || [ $((all - told)) -gt 1 ]; then
		echo "$1: $told ms of $all"
		cat err
		return 1
	fi
}

@test "totals: all seconds of generated files" {
	local prover seed size
	for prover in v1 e3 v2; do
		for size in 20K 200K; do
			for seed in 1 2 3; do
				gen-metrics --prover "$prover" "$size" "$seed" >x.json
				ovp-parse x.json >samples
				check "$prover $size $seed" samples
			done
		done
	done
}

@test "totals: all seconds of files whose labels differ" {
	local prover
	for prover in v1 e3 v2; do
		gen-metrics --prover "$prover" 60K 1 >x.json
		ovp-parse x.json >samples
		grep -v total_proof_time_ms samples >parts
		check "$prover, no totals" parts
		sed '/execute.*_time_ms/s/,\(idx\|segment\)="[^"]*"//g' parts >whole
		check "$prover, execution of the whole group" whole
		sed '/trace_gen_time_ms/s/$/,segment="0"/' parts >finer
		check "$prover, segments of an idx" finer
		sed '/stark_prove/s/$/,x="1"/' parts >other
		check "$prover, another label" other
		sed 's/group="[^"]*",\?//' parts >none
		check "$prover, no group" none
		sed '/stark_prove/s/segment="[^"]*"/idx="0"/' parts >mixed
		check "$prover, other labels for each part" mixed
	done
}
