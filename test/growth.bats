#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Ten times as much input costs about ten times as much. Valgrind counts the
# instructions, so the machine and its load have no influence.
# shellcheck disable=SC2154 # root is from the harness

load harness

cannot_count() {
	case $O in */asan) echo "valgrind and the sanitizer exclude each other" ;; esac
	command -v valgrind >/dev/null || echo "no valgrind"
}

# The programs, as test/shim/each.c has it: for each one valgrind starts once in a
# test. Without shared libraries it has less to read, where there are such.
setup_file() {
	local tool libraries static objects
	[ -z "$(cannot_count)" ] || return 0
	shopt -s nullglob
	cd "$root/src" || return
	libraries=$(pkg-config --static --libs libbsd-overlay 2>/dev/null) || libraries=
	for tool in $TOOLS; do
		objects=("$tool"/*.c "$tool"/*/*.c)
		objects=("${objects[@]/%.c/.o}")
		for static in -static ''; do
			# shellcheck disable=SC2086 # words
			$CC $CFLAGS $LDFLAGS -pthread $static -Wl,--wrap=main -o "$BATS_FILE_TMPDIR/$tool" \
			    "$root/test/shim/each.c" "${objects[@]/#/$O/}" "$O/libovp.a" \
			    $libraries -lm && continue 2
		done
		return 1
	done
}

setup() {
	local why
	why=$(cannot_count)
	[ -z "$why" ] || skip "$why"
	cd "$BATS_TEST_TMPDIR" || return
}

# counted PROGRAM: runs the command lines in the file `lines'; prints for each the
# number of instructions that it executes, a blank, and the line.
counted() {
	# Most of the time it translates: less, if no jump is followed, which counts
	# up to 0.6 % fewer instructions, the same on each run.
	valgrind --tool=cachegrind --cache-sim=no --vex-guest-chase=no --log-file=counted.log \
	    --cachegrind-out-file=/dev/null "$BATS_FILE_TMPDIR/$1" lines \
	    >counted.out 2>counted.err </dev/null || {
		echo "$1 fails:" >&2
		tail -n 3 counted.err >&2
		return 1
	}
	# The last one is of the program that runs them.
	awk '/ refs: / { gsub(",", ""); print $NF }' counted.log | sed '$d' |
	    paste -d ' ' - lines
}

# at_most PERCENT A B...: with each B in place of @, a command line of standard
# input executes at most PERCENT of the instructions that it executes with A.
at_most() {
	local program
	cat >all-lines
	for program in $TOOLS; do
		awk -v program="$program" -v instead="${*:2}" '
		BEGIN { n = split(instead, word, " ") }
		$1 == program {
			for (i = 1; i <= n; i++) {
				line = $0
				gsub("@", word[i], line)
				print line
			}
		}' all-lines >lines
		[ -s lines ] || continue
		counted "$program" >counts || return
		awk -v percent="$1" -v n="$(($# - 1))" '
		NR % n == 1 { least = $1; with = $0; next }
		$1 * 100 > least * percent { print $0 ", but " with; bad = 1 }
		END { exit NR == 0 || NR % n || bad }' counts || touch wrong
	done
	[ ! -e wrong ]
}

# records KIND N MORE: a stream of samples; MORE is added to all times.
records() {
	awk -v kind="$1" -v n="$2" -v more="$3" '
	function record(bench, run, kind, metric, value, labels) {
		print bench "\t" run "\t" kind "\t" metric "\t" value "\t" labels fields
	}
	function repeated(text, n, all) {
		for (all = ""; n > 0; n--)
			all = all text
		return all
	}
	function record_of(i, l) {
		if (kind == "names") {
			record("b" i, 1, "counter", "frequency", i, "group=\"g" i "\",opcode=\"o" i "\"")
			record("b" i, 1, "gauge", "m" i "_ms", i % 9 + more,
			    "group=\"g" i "\",k" i "=\"v\",phase=\"p" i "\"")
		} else if (kind == "benches" || kind == "runs") {
			l = "group=\"app\",segment=\"0\",opcode=\"ADD\""
			record_of_both(kind == "runs" ? "b" : "b" i, kind == "runs" ? i : 1, i, l)
		} else if (kind == "groups")
			record("b", 1, "gauge", "total_proof_time_ms", i % 9 + 1 + more,
			    "group=\"internal." i "\",idx=\"0\"")
		else if (kind == "metrics")
			record("b", 1, "gauge", "m" i "_ms", i, "group=\"app\"")
		else if (kind == "proofs") {
			l = "group=\"app\",air_name=\"A" i "\",cycle_tracker_span=\"a;f" i "\",opcode=\"O" i "\",segment=\"" i "\""
			record_of_both("b", 1, i, l)
			record("b", 1, "gauge", "trace_gen_time_ms", i % 7, l)
			record("b", 1, "gauge", "generate_blob_time_ms", 3, l)
		}
	}
	function record_of_both(bench, run, i, l) {
		record(bench, run, "gauge", "total_proof_time_ms", i % 9 + 1 + more, l)
		record(bench, run, "counter", "frequency", i, l)
		record(bench, run, "counter", "cells_used", i, l)
		record(bench, run, "gauge", "gpu_mem.timestamp_ms", i, l)
		record(bench, run, "gauge", "gpu_mem.current_bytes", i * 37 % 101, l)
	}
	BEGIN {
		header = "bench\trun\tkind\tmetric\tvalue\tlabels"
		for (i = 1; kind == "labels" && i <= n; i++) {
			labels = labels ",k" i "=\"v\""
			header = header "\tc" i
			fields = fields "\tx"
		}
		print header
		for (i = 1; i <= n; i++)
			record_of(i)
		if (kind == "labels") {
			for (i = 1; i <= 2; i++)
				record("b", 1, "counter", "frequency", i, "group=\"app\"" labels ",opcode=\"O\"")
		}
		if (kind == "bytes") {
			text = repeated("<\\\\\\\\|`&\\t", n)
			l = "group=\"" repeated("\\\\\\\\\\\\\\\\|<`", n) "\",opcode=\"" repeated("\\\\\\\\\\\\\"", n) "\""
			for (i = 1; i <= 2; i++) {
				record(text, 1, "gauge", text, "1." repeated("7", n), l)
				record(text, 1, "counter", "frequency", 1, l)
			}
		}
	}'
}

# streams KIND N: those of all stages, named for n.
streams() {
	records "$1" "$2" 0 >"samples.$2"
	ovp-group "samples.$2" >"grouped.$2"
	ovp-agg "grouped.$2" >"statistics.$2" 2>/dev/null
	records "$1" "$2" 5 | ovp-group | ovp-agg >"base.$2" 2>/dev/null
	ovp-diff "base.$2" <"statistics.$2" >"comparison.$2" 2>/dev/null
}

# linear KIND N [LINES]: ten times as many records cost a reader at most 12.5
# times as much, since sorting is not quite linear. Runs only the matching
# command lines.
linear() {
	local kind=$1 n=$2 m=$((10 * $2))
	streams "$kind" "$n"
	streams "$kind" "$m"
	grep -E "${3-.}" <<-end | at_most 1250 "$n" "$m"
	ovp-group samples.@
	ovp-agg grouped.@
	ovp-diff base.@ <statistics.@
	ovp-render --md --all-metrics statistics.@
	ovp-render --md --max-bytes 20000 comparison.@
	ovp-render --summary statistics.@
	ovp-render --text --all-metrics comparison.@
	ovp-render --bmf statistics.@
	ovp-render --csv statistics.@
	ovp-render --html --all-metrics --samples samples.@ comparison.@
	ovp-render --json samples.@
	ovp-render --sql samples.@
	ovp-render --detailed --base samples.@ samples.@
	ovp-render --opcodes samples.@
	ovp-render --memory samples.@
	ovp-render --svg samples.@
	ovp-render --folded samples.@
	ovp-render --flame samples.@
	end
}

@test "growth: benches, groups, metrics, phases, labels of other names each" {
	linear names 100
}

@test "growth: benches" {
	linear benches 50
}

@test "growth: runs" {
	linear runs 100 '(diff|samples)'
}

@test "growth: pictures of many runs" {
	records runs 400 0 >samples.400
	records runs 4000 0 >samples.4000
	# A look at all runs for each would make it 1120.
	at_most 1050 400 4000 <<<'ovp-render --svg samples.@'
}

@test "growth: groups" {
	linear groups 100 '(group|agg|diff|--md|--text|--html)'
}

@test "growth: metrics" {
	linear metrics 150 '(agg|statistics|comparison|--detailed)'
}

@test "growth: proofs, AIRs, opcodes, frames, measurements" {
	linear proofs 150 '(agg|samples)'
}

# names N: the metrics of `records metrics N', as rules of gates, as rows for
# --metrics-file.
names() {
	awk -v n="$1" 'BEGIN {
		print "metric\tgroup\tlimit" >"rules." n
		print "name\tclass\tfloor" >"rows." n
		for (i = 1; i <= n; i++) {
			print "m" i "_ms\tapp\t1000000" >"rules." n
			print "m" i "_ms\texact\t2" >"rows." n
		}
	}'
}

@test "growth: rules and rows by the names of metrics" {
	local n
	for n in 150 1500; do
		streams metrics "$n"
		names "$n"
	done
	at_most 1250 150 1500 <<-end
	ovp-diff -G rules.@ base.@ <statistics.@
	ovp-diff --metrics-file rows.@ base.@ <statistics.@
	ovp-render --md --all-metrics --metrics-file rows.@ comparison.@
	end
}

@test "growth: labels and columns of a record" {
	linear labels 300 '(group|agg|samples)'
}

@test "growth: entries without white space cost no more than indented ones" {
	gen-metrics 300K 1 >indented
	jq -c . indented >compact
	at_most 110 indented compact <<<'ovp-parse @'
	at_most 110 indented compact <<<'ovp-parse --trim @'
}

@test "growth: bytes of names, digits of values" {
	linear bytes 300
}

# json KIND N: a metrics file.
json() {
	awk -v kind="$1" -v n="$2" '
	function repeated(text, n, all) {
		for (all = ""; n > 0; n--)
			all = all text
		return all
	}
	function entry(label, i, more) {
		return "{\"labels\":[" label "],\"metric\":\"m" i "\",\"value\":\"" i "\"" more "}"
	}
	BEGIN {
		if (kind == "labels") {
			label = "[\"group\",\"g\"]"
			for (i = n; i > 0; i--)
				label = label ",[\"k" i "\",\"\"]"
			entries = entry(label, 1)
		} else if (kind == "members") {
			for (i = 1; i <= n; i++)
				members = members ",\"k" i "\":{\"a\":[" i "]}"
			entries = entry("", 1, members)
		} else if (kind == "depth")
			entries = entry("", 1, ",\"x\":" repeated("[{\"\":", n) "0" repeated("}]", n))
		else if (kind == "escapes")
			entries = entry("[\"a\",\"" repeated("\\\\\\\"\\u00e9\\ud83d\\ude00", n) "\"]", 1)
		else
			for (i = 1; i <= n; i++)
				entries = entries (i > 1 ? "," : "") entry("[\"k" i "\",\"é\"]", i, kind == "slow" ? ",\"x\":1" : "")
		print "{\"counter\":[" entries "],\"histogram\":[" entries "]}"
	}'
}

# prometheus KIND N: the same in that format.
prometheus() {
	awk -v kind="$1" -v n="$2" '
	BEGIN {
		for (i = 1; kind == "types" && i <= n; i++)
			print "# HELP m" i " x\n# TYPE m" i " counter\nm" i "{a=\"b\"} " i
		for (i = 1; kind == "labels" && i <= n; i++)
			printf "%sk%d=\"v\"", (i > 1 ? "," : "m{"), i
		for (i = 1; kind == "escapes" && i <= n; i++)
			printf "%s\\\\\\\"\\n", (i > 1 ? "" : "m{a=\"")
		if (kind != "types")
			print (kind == "escapes" ? "\"" : "") "} 1"
	}'
}

@test "growth: JSON of labels, members, depth, escapes, entries" {
	local kind
	for kind in labels members depth escapes entries slow; do
		json "$kind" 500 >"$kind.500"
		json "$kind" 5000 >"$kind.5000"
		echo "ovp-parse $kind.@"
	done | at_most 1250 500 5000
}

@test "growth: Prometheus of types, labels, escapes" {
	local kind
	for kind in types labels escapes; do
		prometheus "$kind" 500 >"$kind.500"
		prometheus "$kind" 5000 >"$kind.5000"
		echo "ovp-parse --format prometheus $kind.@"
	done | at_most 1250 500 5000
}

# keys KIND: 4096 groups of 24 bytes. Chosen ones are two pairs of letters that
# the usual functions of multiplications by 31 or 33 can't tell apart, one of
# each in every place; or differ in their first or last byte, or in its bits.
keys() {
	awk -v kind="$1" '
	BEGIN {
		first["31"] = "Aa"; second["31"] = "BB"
		first["33"] = "Ez"; second["33"] = "FY"
		print "bench\trun\tkind\tmetric\tvalue\tlabels"
		srand(1)
		for (i = 0; i < 4096; i++) {
			key = ""
			for (k = 0; k < 12; k++)
				if (kind == "random")
					key = key sprintf("%02x", int(rand() * 256))
				else if (kind == "last")
					key = sprintf("%024d", i)
				else if (kind == "first")
					key = sprintf("%04x%020d", i, 0)
				else
					key = key (int(i / 2 ^ k) % 2 ? first[kind] : second[kind])
			print "b\t1\tgauge\tx\t1\tgroup=\"" key "\""
		}
	}'
}

@test "chosen keys cost as much as random keys" {
	local kind
	for kind in random 31 33 last first; do
		keys "$kind" >"at-$kind"
		[ "$(sort -u "at-$kind" | wc -l)" = 4097 ]
		ovp-group "at-$kind" >"at-$kind.g"
	done
	at_most 120 random 31 33 last first <<-end
	ovp-render --detailed at-@
	ovp-agg at-@.g
	end
}
