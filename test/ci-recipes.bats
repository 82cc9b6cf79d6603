#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The recipes for CI in README.md: each line of shell in them is run, with stubs
# for what is not on this machine.
# shellcheck disable=SC2016 # text that others expand
# shellcheck disable=SC2030,SC2031 # exports are for a test alone
# shellcheck disable=SC2154 # root is from the harness

bats_require_minimum_version 1.5.0
load harness

setup() {
	at=$BATS_TEST_TMPDIR
	mkdir "$at/bin" "$at/work" "$at/cloud"
	cd "$at/work" || return
	export CLOUD=$at/cloud PATH=$at/bin:$PATH
	export GITHUB_REPOSITORY=o/r GITHUB_STEP_SUMMARY=$at/summary RUNNER_TEMP=$at/temp
	: >"$CLOUD/log"
	stub git '[ "$1" = clone ] || [ "$3 $4" = "checkout COMMIT" ]'
	stub sudo 'exec "$@"'
	stub apt-get ''
	stub make 'case "$*" in *" deps install") ;; *) exit 2 ;; esac'
	stub gh 'exec "'"$root"'/test/ci-gh" "$@"'
	printf '#!/bin/sh\nmkdir -p "$1"\ncp "$CLOUD"/metrics/* "$1"\n' >run-benchmarks
	chmod +x run-benchmarks
	mkdir "$CLOUD/metrics"
	gen-metrics 20K 1 >"$CLOUD/metrics/fib.json"
}

# stub NAME SHELL: a command that logs how it was called.
stub() {
	printf '#!/bin/sh\necho "%s $*" >>"$CLOUD/log"\n%s\n' "$1" "$2" >"$at/bin/$1"
	chmod +x "$at/bin/$1"
}

# recipe N: the Nth block of YAML.
recipe() {
	awk -v n="$1" '/^```yaml/ { on = ++block == n; next } /^```/ { on = 0 } on' \
	    "$root/README.md"
}

# commands: what the YAML on standard input runs, a file step-N for each: `run: X',
# the items of `script:', and of both those that a bar begins.
commands() {
	rm -f step-*
	awk '
	function begin() { file = sprintf("step-%02d", ++n); printf "" >file }
	/^ *script:/ { script = 1; next }
	/^ *artifacts:/ { script = 0 }
	bar && (match($0, /^ */) && RLENGTH > indent) { print >file; next }
	{ bar = 0 }
	/^ *(- )?run: \|$/ || (script && /^ *- \|$/) {
		begin(); bar = 1; match($0, /^ */); indent = RLENGTH; next
	}
	sub(/^ *(- )?run: /, "") || (script && sub(/^ *- /, "")) { begin(); print >file }'
}

# steps SHELL...: runs them in order, as the runners do.
steps() {
	local step
	for step in step-*; do
		"$@" "./$step" || return
	done
}

# earlier_run ID: of the benchmark, on main.
earlier_run() {
	mkdir -p "$CLOUD/artifact/$1"
	gen-metrics --run "$1" 20K 1 >"$at/fib.json"
	ovp-parse "$at/fib.json" | ovp-group | ovp-agg >"$CLOUD/artifact/$1/run.tsv"
}

# slow_down FILE: all its times become longer.
slow_down() {
	awk '/"metric": ".*_time_ms"/ { slow = 1 }
	slow && sub(/"value": "/, "\"value\": \"9") { slow = 0 } { print }' "$1" >"$at/slow"
	[ "$(cmp "$at/slow" "$1" 2>&1 | wc -l)" = 1 ]
	cp "$at/slow" "$1"
}

@test "recipes: they are YAML" {
	python3 -c 'import yaml' 2>/dev/null || skip "python3-yaml is not installed"
	local n
	for n in 1 2 3 4; do
		[ -n "$(recipe "$n")" ]
		recipe "$n" | python3 -c 'import sys, yaml; yaml.safe_load(sys.stdin)'
	done
	[ -z "$(recipe 5)" ]
}

@test "recipes: no line of shell holds an expression of GitHub's, no job a token" {
	local n
	for n in 1 2 3; do
		recipe "$n" | commands
		run ! grep -F '${{' step-*
		run ! grep -n '^ \{0,6\}[A-Z_]*TOKEN' <(recipe "$n")
	done
}

@test "recipes: shellcheck finds nothing" {
	command -v shellcheck || skip "shellcheck is not installed"
	local n
	for n in 1 2 3 4; do
		recipe "$n" | commands
		shellcheck -s bash step-*
	done
}

@test "GitHub: the first run, which is its own baseline" {
	recipe 1 | commands
	[ "$(echo step-*)" = "step-01 step-02 step-03 step-04 step-05 step-06" ]
	steps bash -e
	ovp-parse metrics/*.json | ovp-group | ovp-agg >expected.tsv
	same run.tsv expected.tsv run.tsv
	grep -q '^## fib' "$GITHUB_STEP_SUMMARY"
	run ! grep '🔴' "$GITHUB_STEP_SUMMARY"
	grep -q "^sudo make -C $RUNNER_TEMP/ovp deps install" "$CLOUD/log"
}

@test "GitHub: later runs, one of which has expired; a gate that fails" {
	recipe 1 | commands
	earlier_run 11
	earlier_run 13
	printf '13\n12\n11\n' >"$CLOUD/runs"
	steps bash -e
	[ "$(echo base/*)" = "base/11 base/13" ]
	ovp-diff base/1?/run.tsv <run.tsv | ovp-render --md >expected.md
	same "the summary" expected.md "$GITHUB_STEP_SUMMARY"
	# Runs of pull requests from a branch called main are no baseline.
	grep -q '^gh run list .* -b main -e push -s success' "$CLOUD/log"

	rm -r base
	slow_down "$CLOUD/metrics/fib.json"
	run -1 steps bash -e
	echo "$output" | grep -q 'total_proof_time_ms'
	grep -q '🔴' "$GITHUB_STEP_SUMMARY"
}

@test "GitHub: report and gate in one step, with pipefail and without" {
	local step
	recipe 2 | commands
	[ "$(echo step-*)" = "step-01 step-02" ]
	earlier_run 11
	mkdir base
	cp -R "$CLOUD/artifact/11" base
	slow_down "$CLOUD/metrics/fib.json"
	ovp-parse "$CLOUD/metrics/fib.json" | ovp-group | ovp-agg >slow.tsv
	ovp-diff base/11/run.tsv <slow.tsv | ovp-render --md >expected.md
	for step in 'bash -eo pipefail ./step-01' 'bash -e ./step-02' \
	    'bash -eo pipefail ./step-02' 'sh -e ./step-02'; do
		rm -f "$GITHUB_STEP_SUMMARY"
		cp slow.tsv run.tsv
		# shellcheck disable=SC2086 # a command of several words
		run -1 $step
		same "the summary of $step" expected.md "$GITHUB_STEP_SUMMARY"
		cp base/11/run.tsv run.tsv
		# shellcheck disable=SC2086
		run -0 $step
		head -c 3000 base/11/run.tsv >run.tsv
		# shellcheck disable=SC2086
		run -2 $step
	done
	# What the first one has pipefail for.
	cp slow.tsv run.tsv
	run -0 bash -e ./step-01
}

@test "GitHub: a benchmark that dies fails, with bash -e and no pipefail" {
	recipe 1 | commands
	head -c 2000 "$CLOUD/metrics/fib.json" >"$at/cut"
	cp "$at/cut" "$CLOUD/metrics/fib.json"
	run -2 steps bash -e
	[ ! -e comparison.tsv ]
}

# A run of a pull request, as its artifact and the event tell.
pull_request() {
	command -v jq >/dev/null || skip "jq is not installed"
	export HEAD=contributor:main SHA=abc GH_TOKEN=t
	echo '[{"number": 6, "head": {"sha": "old"}}, {"number": 7, "head": {"sha": "abc"}}]' \
	    >"$CLOUD/pulls"
	# Somebody else writes what ours begin with.
	echo '[{"id": 1, "user": {"login": "mallory"}, "body": "<!-- ovp --> x"},
	    {"id": 2, "user": {"login": "github-actions[bot]"}, "body": "other"}]' >"$CLOUD/comments"
	mkdir pr
	ovp-parse "$CLOUD/metrics/fib.json" | ovp-group | ovp-agg >pr/run.tsv
	earlier_run 11
	echo 11 >"$CLOUD/runs"
	recipe 3 | commands
}

@test "GitHub: one comment, replaced by the next run" {
	pull_request
	steps bash -e
	[ "$(cat "$CLOUD/created")" = "repos/o/r/issues/7/comments" ]
	[ ! -e "$CLOUD/patched" ]
	ovp-diff base/11/run.tsv <pr/run.tsv | ovp-render --md >expected.md
	same "the comment" <(echo '<!-- ovp -->'; cat expected.md) "$CLOUD/body"
	# Now it is there.
	jq '. + [{"id": 3, "user": {"login": "github-actions[bot]"}, "body": "<!-- ovp -->\n"}]' \
	    "$CLOUD/comments" >"$at/comments"
	mv "$at/comments" "$CLOUD/comments"
	rm -r base "$CLOUD/created"
	steps bash -e
	[ "$(cat "$CLOUD/patched")" = "repos/o/r/issues/comments/3" ]
	[ ! -e "$CLOUD/created" ]
}

@test "GitHub: no comment for a commit that was pushed over" {
	pull_request
	SHA=gone steps bash -e
	[ ! -e "$CLOUD/created" ]
	[ ! -e "$CLOUD/patched" ]
}

@test "GitHub: names of an untrusted run are data in the comment" {
	local evil='@everyone [x](http://evil.example) <img src=x> `|` #1 --> $(id) ${{ github.token }}'
	pull_request
	EVIL=$evil awk -F '\t' -v OFS='\t' 'NR > 1 { $3 = ENVIRON["EVIL"]; $1 = $1 " " ENVIRON["EVIL"] }
	    { print }' pr/run.tsv >"$at/evil"
	cp "$at/evil" pr/run.tsv
	steps bash -e
	[ -s "$CLOUD/body" ]
	run ! grep -F -e '<img' -e '](http' "$CLOUD/body"
	# A mention is none in code, which this name can't leave.
	run ! grep -P '(?<!<!-- -->)@everyone' "$CLOUD/body"
}

@test "GitHub: an artifact that is no stream makes no comment" {
	pull_request
	printf 'bench\trun\n<script>\n' >pr/run.tsv
	run -2 steps bash -e
	[ ! -e "$CLOUD/created" ]
	ovp-parse "$CLOUD/metrics/fib.json" | ovp-group | ovp-agg | head -c 3000 >pr/run.tsv
	rm -r base
	run -2 steps bash -e
	[ ! -e "$CLOUD/created" ]
}

@test "GitLab: with a baseline, without one, without a network" {
	export CI_JOB_TOKEN=t CI_API_V4_URL=https://gitlab.example/api/v4 CI_PROJECT_ID=5
	export CI_DEFAULT_BRANCH=main
	recipe 4 | commands
	[ "$(echo step-* | wc -w)" = 10 ]
	stub curl 'printf 404'
	steps bash -e -o pipefail
	grep -q '</html>' report.html
	same "the baseline" run.tsv base.tsv
	grep -qF 'curl --silent --location --header JOB-TOKEN: t --output base.tsv --write-out %{http_code} https://gitlab.example/api/v4/projects/5/jobs/artifacts/main/raw/run.tsv?job=bench' \
	    "$CLOUD/log"
	# Another status is no missing file, nor is a network that fails.
	stub curl 'printf 401'
	run -2 steps bash -e -o pipefail
	stub curl 'printf 000; exit 6'
	run -6 steps bash -e -o pipefail
	earlier_run 11
	stub curl 'cp "$CLOUD/artifact/11/run.tsv" base.tsv; printf 200'
	steps bash -e -o pipefail
	slow_down "$CLOUD/metrics/fib.json"
	run -1 steps bash -e -o pipefail
	# What was merged becomes the baseline.
	CI_COMMIT_BRANCH=main steps bash -e -o pipefail
}
