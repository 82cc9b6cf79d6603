#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Verdicts can be trusted: as test/bench/verdicts shows on real histories, here
# on a made one, with fewer trials.

load harness

@test "verdicts: few false alarms, and the promised changes are detected" {
	local root=$BATS_TEST_DIRNAME folder=$BATS_TEST_TMPDIR/made

	mkdir "$folder"
	PAIRS=$folder/pairs.tsv "$root/bench/make-history" 150 >"$folder/made.tsv"
	"$root/bench/verdicts" "$folder" 300
}

@test "changes: few where there are none, and steps and drifts at their runs" {
	local root=$BATS_TEST_DIRNAME folder=$BATS_TEST_TMPDIR/made

	mkdir "$folder"
	"$root/bench/make-history" 150 >"$folder/made.tsv"
	"$root/bench/changes" "$folder" 100
}
