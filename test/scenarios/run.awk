# SPDX-License-Identifier: MIT
# A run of a prover as metrics in JSON: see make. Numbers come from a generator
# of its own, so that every awk makes the same files.

function random() {
	state = (state * 16807) % 2147483647
	return state / 2147483647
}

function between(low, high) {
	return low + (high - low) * random()
}

function whole(low, high) {
	return int(between(low, high + 1))
}

function chance(p) {
	return random() < p
}

function choose(list,	n, a) {
	n = split(list, a, ";")
	return a[whole(1, n)]
}

function start(n,	i) {
	state = (n * 7919 + 104729) % 2147483646 + 1
	for (i = 0; i < 10; i++)
		random()
}

# A factor that is 1 in the middle.
function noisy(	i, sum) {
	for (i = 0; i < 12; i++)
		sum += random()
	return exp((sum - 6) * noise / 100)
}

function power_of_two(n,	p) {
	for (p = 1; p < n; p *= 2)
		;
	return p
}

# What both sides have in common.
function describe(	i, n, list, a) {
	style = choose("v1;v2;v2.1")
	app = choose("app_proof;app_proof;keccak_program;reth;random_slice;sha2_bench")
	segments = chance(0.25) ? whole(1, 2) : whole(3, 12)
	insns = int(exp(between(log(400000), log(6000000)))) * segments
	rate_execute = between(20, 60) * 1000
	rate_metered = between(70, 300) * 1000
	rate_trace = between(0.5, 3) * 1e6
	rate_prove = between(0.15, 0.6) * 1e6
	has_layers = chance(0.75)
	layer_airs = has_layers && chance(0.8)
	has_halo = has_layers && chance(0.3)
	has_opcodes = chance(0.6)
	has_metered = chance(0.9)
	has_total = style != "v1" || chance(0.5)
	opcode_metric = chance(0.5) ? "frequency" : "opcode_count"

	list = "VmAirWrapper<Rv32BaseAluAdapterAir, BaseAluCoreAir<4, 8>;" \
	    "VmAirWrapper<Rv32LoadStoreAdapterAir, LoadStoreCoreAir<4>;" \
	    "VmAirWrapper<Rv32BranchAdapterAir, BranchEqualCoreAir<4>;" \
	    "VmAirWrapper<Rv32BaseAluAdapterAir, ShiftCoreAir<4, 8>;" \
	    "KeccakfOpAir;Sha256VmAir;Rv32HintStoreAir;BranchLessThanAir;MulHAir"
	nairs = split(list, air, ";")
	split("36;41;26;53;2600;470;32;32;39", width, ";")
	split("ADD;LOADW;BEQ;SLL;KECCAK256;SHA256;HINT_STOREW;BLT;MULH", opcode, ";")
	split("1;1;1;1;24;17;3;1;1", rows_each, ";")
	split("0.4;0.3;0.12;0.08;0.0002;0.0009;0.004;0.05;0.02", part, ";")
	for (i = 1; i <= nairs; i++) {
		part[i] *= between(0.5, 1.5)
		degree[i] = whole(4, 16) * 4
	}
	nfixed = split("ProgramAir;VmConnectorAir;VariableRangeCheckerAir;" \
	    "BitwiseOperationLookupAir<8>", fixed, ";")
	split("10;5;1;2", fixed_width, ";")
	split("16384;2;262144;65536", fixed_rows, ";")
	nverify = split("VerifierPvsAir;SymbolicExpressionAir;ConstraintsFoldingAir;" \
	    "Poseidon2Air;MerkleVerifyAir;SumcheckRoundAir;WhirQueryAir", verify, ";")
	split("71;64;25;301;37;48;58", verify_width, ";")
	split("1;262144;4096;131072;65536;16384;32768", verify_rows, ";")
	used = insns / segments
	for (i = 1; i <= nairs; i++)
		share[i] = part[i]
	factor_execute = factor_trace = factor_prove = 1
	more = 1
	slow = -1
}

function want(pattern) {
	if (side == "new")
		print pattern >expect
}

function quoted(name) {
	gsub(/[][<>().*+?{}|^$\\]/, ".", name)
	return name
}

# An AIR whose cells are worth it.
function heavy(	i, best, n) {
	for (i = 1; i <= nairs; i++) {
		n = power_of_two(used * part[i] * rows_each[i]) * width[i]
		if (chance(0.5))
			n *= 1.5
		if (n > best) {
			best = n
			heaviest = i
		}
	}
	return heaviest
}

# k: what is done to the new side; the numbers are drawn on both.
function apply(k,	i, f, n) {
	if (k == "instructions") {
		f = between(1.15, 1.6)
		want("instructions")
		if (changed)
			more *= f
	} else if (k == "power") {
		i = heavy()
		# Just below a power of two, then just above.
		f = power_of_two(used * part[i] * rows_each[i])
		share[i] = part[i] = f * 0.995 / used / rows_each[i]
		want(quoted(air[i]))
		want("rows")
		if (changed)
			share[i] *= 1.01
	} else if (k == "columns") {
		i = heavy()
		n = int(width[i] * between(1.15, 1.6)) + 1
		want(quoted(air[i]))
		want("columns")
		if (changed)
			width[i] = n
	} else if (k == "cells") {
		for (i = 1; i <= nairs; i++) {
			f = chance(0.6) || i < 3 ? 2 : 1
			if (changed)
				share[i] *= f
		}
		want("cells")
	} else if (k == "prover") {
		f = between(1.2, 1.6)
		want("[Pp]roving|[Tt]he prover")
		unwanted("machine")
		if (changed)
			factor_prove *= f
	} else if (k == "machine") {
		f = between(1.2, 1.6)
		want("machine")
		if (changed) {
			factor_prove *= f
			factor_trace *= f
			factor_execute *= f
		}
	} else if (k == "tracegen") {
		f = between(2.5, 5)
		want("[Tt]race generation|trace_gen")
		if (changed)
			factor_trace *= f
	} else if (k == "execution") {
		f = between(1.8, 3)
		want("[Ee]xecution|execute")
		if (changed)
			factor_execute *= f
	} else if (k == "segments") {
		n = segments + whole(1, segments)
		want("segments")
		if (changed)
			segments = n
	} else if (k == "leaf") {
		has_layers = layer_airs = 1
		i = choose("2;4;6;7")
		n = int(verify_width[i] * between(1.3, 1.8)) + 1
		want("leaf")
		want(quoted(verify[i]))
		want("columns")
		if (changed)
			leaf_width[i] = n
	} else if (k == "straggler") {
		if (segments < 3)
			segments = whole(3, 9)
		n = whole(0, segments - 1)
		f = between(1.6, 3)
		want("segment " n "([^0-9]|$)")
		if (changed) {
			slow = n
			factor_slow = f
		}
	} else if (k == "opcode") {
		has_opcodes = 1
		i = whole(1, 5)
		f = between(1.5, 3)
		want(opcode[i])
		if (changed)
			share[i] *= f
	} else if (k == "nothing") {
		want("no change")
	}
}

function unwanted(pattern) {
	if (side == "new" && index(kind, pattern) == 0)
		print "!" pattern >expect
}

# Labels of a proof of a group.
function proof_labels(group, n, is_app) {
	return "[\"group\",\"" group "\"],[\"" (is_app ? "segment" : "idx") "\",\"" n "\"]"
}

function put(is_gauge, labels, metric, value,	text) {
	text = "{\"labels\":[" labels "],\"metric\":\"" metric \
	    "\",\"value\":\"" value "\"}"
	if (is_gauge)
		gauges = gauges (gauges == "" ? "" : ",\n") text
	else
		counters = counters (counters == "" ? "" : ",\n") text
}

function ms(x) {
	return style == "v1" ? int(x + 0.5) : x < 1000 ? sprintf("%.3f", x) : int(x + 0.5)
}

# The cells of an AIR, with its entries.
function put_air(labels, name, id, rows, columns, extra,	cells, used_rows) {
	used_rows = rows
	rows = power_of_two(rows)
	if (style == "v1")
		labels = labels ",[\"air_id\",\"" id "\"]"
	else
		labels = labels ",[\"air_id\",\"" id "\"],[\"phase\",\"prover\"]"
	labels = labels ",[\"air_name\",\"" name "\"]"
	cells = rows * (columns + (style == "v1" ? extra : 0))
	put(0, labels, "rows", rows)
	put(0, labels, "main_cols", columns)
	if (style == "v1") {
		put(0, labels, "perm_cols", extra)
		put(0, labels, "prep_cols", 0)
	}
	put(0, labels, "cells", cells)
	if (style == "v2.1") {
		put(0, labels, "metered_rows_unpadded", int(used_rows))
		if (rows > int(used_rows))
			put(0, labels, "metered_rows_padding", rows - int(used_rows))
	}
	return cells
}

# The times of one proof; the cells that it proves.
function put_times(labels, cells, fixed_ms, insns_here, factor,	e, t, p, a, b, c, prover) {
	e = (insns_here > 0 ? insns_here / rate_execute : 4) * factor_execute * factor * noisy()
	t = (cells / rate_trace + 3) * factor_trace * factor * noisy()
	a = (cells * 0.3 / rate_prove + fixed_ms * 0.3) * factor_prove * factor * noisy()
	b = (cells * 0.45 / rate_prove + fixed_ms * 0.3) * factor_prove * factor * noisy()
	c = (cells * 0.25 / rate_prove + fixed_ms * 0.4) * factor_prove * factor * noisy()
	p = a + b + c
	if (style == "v1") {
		put(1, labels, "main_trace_commit_time_ms", ms(a / 2))
		put(1, labels, "perm_trace_commit_time_ms", ms(a / 2))
		put(1, labels, "quotient_poly_compute_time_ms", ms(b))
		put(1, labels, "pcs_opening_time_ms", ms(c))
		prover = labels
	} else {
		prover = labels ",[\"phase\",\"prover\"]"
		put(1, prover, "prover.main_trace_commit_time_ms", ms(a))
		put(1, prover, "prover.rap_constraints_time_ms", ms(b))
		put(1, prover, "prover.openings_time_ms", ms(c))
	}
	put(1, labels, "execute_preflight_time_ms", ms(e))
	if (insns_here > 0)
		put(1, labels, "execute_preflight_insn_mi/s", insns_here / e / 1000)
	put(1, labels, "trace_gen_time_ms", ms(t))
	put(1, prover, "stark_prove_excluding_trace_time_ms", ms(p))
	if (has_total)
		put(1, labels, "total_proof_time_ms", ms(e + t + p))
}

function put_segment(n, weight, insns_here,	i, cells, labels, rows, extra) {
	labels = proof_labels(app, n, 1)
	for (i = 1; i <= nairs; i++) {
		rows = used_insns * weight * share[i] * rows_each[i]
		cells += put_air(labels, air[i], i, rows < 1 ? 1 : rows, width[i], degree[i])
		if (has_opcodes)
			put(0, labels ",[\"air_name\",\"" air[i] "\"],[\"opcode\",\"" opcode[i] "\"]",
			    opcode_metric, int(used_insns * weight * share[i]))
	}
	for (i = 1; i <= nfixed; i++)
		cells += put_air(labels, fixed[i], nairs + i, fixed_rows[i], fixed_width[i], 8)
	put(0, labels, "execute_preflight_insns", insns_here)
	put(0, labels, "total_cells", cells)
	put_times(labels, cells, 20, insns_here, n == slow ? factor_slow : 1)
}

function put_layer(group, n,	i, k, cells, labels, columns) {
	for (k = 0; k < n; k++) {
		labels = proof_labels(group, k, 0)
		cells = 0
		for (i = 1; i <= nverify; i++) {
			columns = group == "leaf" && i in leaf_width ? leaf_width[i] : verify_width[i]
			if (layer_airs)
				cells += put_air(labels, verify[i], i, verify_rows[i], columns, 8)
			else
				cells += verify_rows[i] * (columns + (style == "v1" ? 8 : 0))
		}
		put(0, labels, "total_cells", cells)
		put_times(labels, cells, 20, 0, 1)
	}
}

function folded(n, by) {
	return int((n + by - 1) / by)
}

BEGIN {
	start(seed)
	describe()
	n = split(kind, list, "+")
	printf "" >expect
	for (i = 1; i <= n; i++) {
		changed = (side == "new")
		if (sub(/^-/, "", list[i]))
			changed = !changed
		apply(list[i])
	}
	if (index(kind, "machine") == 0)
		unwanted("machine")
	if (kind !~ /nothing|opcode|leaf|segments/)
		unwanted("no change")

	# An opcode's instructions are a part of all.
	executed = 0
	for (i = 1; i <= nairs; i++)
		executed += share[i] - part[i]
	used_insns = insns * more
	insns_each = used_insns * (1 + (kind ~ /opcode/ ? executed : 0))
	start(seed + 1000)
	for (i = 0; i < segments; i++)
		sum += weight[i] = kind ~ /power/ ? 1 : between(0.9, 1.1)
	for (i = 0; i < segments; i++)
		insns_all += executes[i] = int(insns_each * weight[i] / sum)
	start(seed * 2 + (side == "new") + 5000)
	if (has_metered) {
		at = "[\"group\",\"" app "\"]"
		put(0, at, "execute_metered_insns", insns_all)
		put(1, at, "execute_metered_time_ms",
		    ms(insns_all / rate_metered * factor_execute * noisy()))
	}
	for (i = 0; i < segments; i++)
		put_segment(i, weight[i] / sum, executes[i])
	if (has_layers) {
		put_layer("leaf", n = folded(segments, 2))
		put_layer("internal_for_leaf", n = folded(n, 3))
		put_layer("internal_recursive.0", folded(n, 3))
		put_layer("root", 1)
	}
	if (has_halo) {
		at = "[\"group\",\"halo2_outer\"]"
		put(1, at, "total_proof_time_ms", ms(14000 * factor_prove * noisy()))
	}
	printf "{\"counter\":[\n%s\n],\"gauge\":[\n%s\n]}\n", counters, gauges
}
