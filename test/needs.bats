#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# ovp-group writes the same whether the parser has its options or not.
# shellcheck disable=SC2154 # root is from the harness

bats_require_minimum_version 1.5.0
load harness

setup_file() {
	cd "$BATS_FILE_TMPDIR" || return
	cat >options <<'END'
--trim
-k group
-k group --trim
-k group,air_name --trim
-k group -k group,air_name,segment --trim
-k air_name --trim
-k grp --trim
-k opcde,group --trim
-m cells --trim
-m rows* -m total_proof_time_ms --trim
-m nothing --trim
-m *_ms --compat
-l group=leaf --trim
-l group=* -m *s
-l segment=0 -k group,idx
-l air_name=*A* --trim
-l hgt= --trim
-m frequency -l opcode=* --trim -k group,dsl_ir
--keep-zeros --trim
-k group,opcode --keep-zeros
--compat=2.0 --trim
END
}

setup() {
	# Leaks are looked for in the cases: that takes half of a program's start.
	export ASAN_OPTIONS=detect_leaks=0
	set +T	# bats notes no commands of functions, for it takes as long as they
	cd "$BATS_TEST_TMPDIR" || return
}

# same_bytes OPTIONS FILE...: the files, with each line of options, with and
# without them on the parser.
same_bytes() {
	local line words options=$1
	shift
	ovp-parse "$@" >samples
	while read -r line; do
		read -ra words <<<"$line"
		ovp-group "${words[@]}" samples >want 2>want.err
		ovp-parse "${words[@]}" "$@" >fewer
		[ "$(wc -c <fewer)" -le "$(wc -c <samples)" ]
		ovp-group "${words[@]}" fewer >got 2>got.err
		same "$*: $line" want got
		same "$*: $line: messages" want.err got.err
		[[ $line = *--trim* ]] || continue
		ovp-agg want >want.agg 2>&1
		read -ra words <<<"${line/--trim/}"
		ovp-group "${words[@]}" samples 2>/dev/null | ovp-agg >got.agg 2>&1
		same "$*: $line: statistics" want.agg got.agg
	done <"$options"
}

@test "the options of ovp-group on ovp-parse, too, change no byte: all generations of provers" {
	local prover options=$BATS_FILE_TMPDIR/options
	for prover in v1 e3 v2; do
		gen-metrics --prover "$prover" 100K 1 >"$prover.json"
		same_bytes "$options" "$prover.json"
		gen-metrics --prover "$prover" --shuffle 3 60K 1 >"$prover.json"
		same_bytes "$options" "$prover.json"
	done
	# Half of the bytes at least are of no use.
	gen-metrics 3M 1 >big.json
	ovp-parse big.json >samples
	ovp-parse --trim big.json >fewer
	[ $(($(wc -c <fewer) * 2)) -lt "$(wc -c <samples)" ]
}

# as_json SAMPLES: the samples of one run as a metrics file.
as_json() {
	awk 'NR == 1 || !/^!error/' "$1" | ovp-render --json | awk '
	{ kind = /"kind":"counter"/ ? "counter" : "gauge"
	  entry[kind] = entry[kind] (entry[kind] == "" ? "" : ",\n") $0 }
	END { printf "{\"counter\":[%s],\"gauge\":[%s]}\n", entry["counter"], entry["gauge"] }'
}

@test "the options of ovp-group on ovp-parse, too, change no byte: samples of its cases" {
	local in n=0 options=$BATS_FILE_TMPDIR/options
	for in in "$root"/test/case/ovp-group/*/*.tsv; do
		# Cases of bad input have no such file.
		as_json "$in" >"$n.json" 2>/dev/null &&
		    ovp-parse "$n.json" >samples 2>/dev/null || continue
		# Each file with some of the options, all together with all.
		awk -v n="$n" 'NR % 7 == n % 7' "$options" >some
		same_bytes some "$n.json"
		n=$((n + 1))
	done
	[ "$n" -gt 20 ]
	rm -f "$n.json"
	same_bytes "$options" ./*.json
}
