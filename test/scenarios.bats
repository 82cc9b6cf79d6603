#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The head of a report names the cause of a change: as test/bench/causes counts
# it on more files.

load harness

setup() {
	# Leaks are looked for in the cases: that takes half of a program's start.
	export ASAN_OPTIONS=detect_leaks=0
}

causes() {	# SEEDS KIND...
	cd "$BATS_TEST_DIRNAME/.." || return
	BIN=$BIN test/bench/causes "$@" >"$BATS_TEST_TMPDIR/counted" || {
		cat "$BATS_TEST_TMPDIR/counted"
		return 1
	}
}

# The largest cause of the comparison of a pair: its kind, group, what it is of.
record() {	# KIND SEED
	local at=$BATS_TEST_TMPDIR/pair

	"$BATS_TEST_DIRNAME/scenarios/make" "$1" "$2" 0 "$at"
	for side in old new; do
		ovp-parse -n bench "$at/$side.json" | ovp-group | ovp-agg >"$at/$side.tsv"
	done
	ovp-diff "$at/old.tsv" <"$at/new.tsv" 2>/dev/null |
	    awk -F '\t' '/\tcause\./ { print $8, $2, $3 $4 $5 $6; exit }'
}

@test "causes: the head names instructions, opcodes and segments" {
	causes 2 instructions -instructions opcode -opcode segments -segments
	[ "$(record instructions 2)" = "cause.instructions sha2_bench " ]
	[ "$(record opcode 2)" = "cause.opcode sha2_bench LOADW" ]
	[ "$(record segments 2)" = "cause.segments sha2_bench " ]
}

@test "causes: the head names the AIR, its rows, its columns" {
	causes 2 power -power columns -columns cells -cells leaf -leaf
	[ "$(record power 2)" = "cause.rows sha2_bench KeccakfOpAir" ]
	[ "$(record columns 2)" = "cause.columns sha2_bench KeccakfOpAir" ]
	[ "$(record leaf 2)" = "cause.columns leaf Poseidon2Air" ]
}

@test "causes: the head names the stage, the segment, and the machine where it is" {
	causes 2 prover -prover machine -machine tracegen -tracegen \
	    execution -execution straggler -straggler
	[ "$(record prover 2)" = "cause.proving * " ]
	[ "$(record machine 2)" = "cause.machine * " ]
	[ "$(record tracegen 2)" = "cause.trace_generation * " ]
	[ "$(record execution 2)" = "cause.execution * " ]
	[ "$(record straggler 2)" = "cause.straggler sha2_bench 1" ]
}

@test "causes: the head names two at once, and none where nothing changed" {
	causes 1 nothing power+tracegen columns+-prover instructions+execution \
	    leaf+straggler opcode+prover cells+execution machine+power
}
