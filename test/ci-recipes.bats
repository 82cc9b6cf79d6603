#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# CI: the workflows of README.md, action.yml and the template for GitLab. The
# tests run each line of shell in them, with stubs for missing commands.
# shellcheck disable=SC2016 # text that others expand
# shellcheck disable=SC2030,SC2031 # exports are for a test alone
# shellcheck disable=SC2154 # root is from the harness

bats_require_minimum_version 1.5.0
load harness

setup() {
	set +T	# bats notes no commands of functions, for it takes as long as they
	at=$BATS_TEST_TMPDIR
	mkdir "$at/bin" "$at/work" "$at/cloud" "$at/temp"
	cd "$at/work" || return
	export CLOUD=$at/cloud PATH=$at/bin:$PATH
	export GITHUB_REPOSITORY=o/r GITHUB_STEP_SUMMARY=$at/summary RUNNER_TEMP=$at/temp
	export GITHUB_EVENT_PATH=$at/event GITHUB_ACTION_PATH=$root
	: >"$CLOUD/log"
	stub sudo 'exec "$@"'
	stub apt-get ''
	stub make 'mkdir -p "$RUNNER_TEMP/ovp/bin"; ln -s "'"$BIN"'"/* "$RUNNER_TEMP/ovp/bin"'
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

# inputs N: the action's inputs in the Nth block, a line each: KEY=VALUE.
inputs() {
	recipe "$1" | sed -n 's/.*uses: OWNER\/ovp@v1, with: {\(.*\)}.*/\1/p' |
	    sed 's/}.*//; s/, /\n/g' | sed "s/: /=/; s/='\(.*\)'/=\1/"
}

# action KEY=VALUE...: runs the steps of action.yml with these inputs, as a
# runner does: after a failed step only those run that always do.
action() {
	local key value step status=0 rc kind
	local -A input=()
	while IFS='=' read -r key value; do
		input[$key]=$value
	done < <(awk '/^runs:/ { exit } /^  [a-z]+:$/ { key = $1; sub(/:/, "", key) }
	    /^    default:/ { sub(/^    default: /, ""); gsub(/\047/, ""); print key "=" $0 }' \
	    "$root/action.yml"; printf '%s\n' "$@")
	rm -f action-*
	awk '/^    - name:/ { file = sprintf("action-%02d", ++n) } n { print >file }' "$root/action.yml"
	for step in action-*; do
		kind=$(sed -n 's/^      if: //p' "$step")
		case $kind in
		*"inputs.comment != 'true'") [ "${input[comment]}" != true ] || continue ;;
		*"inputs.comment == 'true'") [ "${input[comment]}" = true ] || continue ;;
		'') ;;
		*) return 9 ;;
		esac
		[ "$status" = 0 ] || [[ $kind = always* ]] || continue
		rc=0
		if grep -q 'uses: actions/upload-artifact' "$step"; then
			mkdir -p "$CLOUD/artifact/$GITHUB_RUN_ID"
			cp "$RUNNER_TEMP"/ovp-run/{run.tsv,gates} "$CLOUD/artifact/$GITHUB_RUN_ID"
			continue
		fi
		(
			while IFS=' ' read -r key value; do
				key=${key%:}
				case $value in
				'${{ inputs.'*) value=${value#*inputs.}; value=${input[${value%% *}]} ;;
				'${{ github.token }}') value=t ;;
				'${{ github.action_ref }}') value=${VERSION_OF_ACTION-main} ;;
				'${{ github.action_repository }}') value=OWNER/ovp ;;
				*) exit 9 ;;
				esac
				export "$key=$value"
			done < <(grep -E '^        (OVP|GH)_[A-Z]+:' "$step")
			eval "set -- $(sed -n 's/^      shell: //p' "$step") -e -c \"\$(sed -n 's/^      run: //p' \"$step\")\""
			"$@"
		) || rc=$?
		[ "$rc" = 0 ] || status=$rc
	done
	return "$status"
}

# bench EVENT ID: the job of the first workflow.
bench() {
	local -x GITHUB_EVENT_NAME=$1 GITHUB_RUN_ID=$2 GITHUB_WORKFLOW=bench
	local lines
	printf '{"repository": {"default_branch": "trunk"}}\n' >"$GITHUB_EVENT_PATH"
	rm -rf "$RUNNER_TEMP/ovp-run" "$GITHUB_STEP_SUMMARY"
	bash -e -c "$(recipe 1 | sed -n 's/^ *- run: //p')"
	mapfile -t lines < <(inputs 1)
	[ "${#lines[@]}" = 2 ]
	action "${lines[@]}"
}

# slow_down FILE: makes all its times longer.
slow_down() {
	awk '/"metric": ".*_time_ms"/ { slow = 1 }
	slow && sub(/"value": "/, "\"value\": \"9") { slow = 0 } { print }' "$1" >"$at/slow"
	[ "$(cmp "$at/slow" "$1" 2>&1 | wc -l)" = 1 ]
	cp "$at/slow" "$1"
}

# comment: the job of the second workflow, for run 21 of a pull request.
comment() {
	local -x GITHUB_EVENT_NAME=workflow_run GITHUB_RUN_ID=99 GITHUB_WORKFLOW=comment
	cat >"$GITHUB_EVENT_PATH" <<'END'
{"repository": {"default_branch": "trunk"},
 "workflow_run": {"id": 21, "name": "bench", "event": "pull_request", "head_sha": "abcdef0123456789",
  "head_branch": "trunk", "head_repository": {"owner": {"login": "contributor"}}}}
END
	rm -rf "$RUNNER_TEMP/ovp-run"
	local lines
	mapfile -t lines < <(inputs 2)
	[ "${lines[*]}" = comment=true ]
	action "${lines[@]}"
}

# pull_request: a run of a pull request from a fork with much slower benchmarks.
pull_request() {
	export HEAD=contributor:trunk
	echo '[{"number": 6, "head": {"sha": "old"}}, {"number": 7, "head": {"sha": "abcdef0123456789"}}]' \
	    >"$CLOUD/pulls"
	# Somebody else writes what ours begin with.
	echo '[{"id": 1, "user": {"login": "mallory"}, "body": "<!-- ovp --> x"},
	    {"id": 2, "user": {"login": "github-actions[bot]"}, "body": "other"}]' >"$CLOUD/comments"
	bench push 11
	echo 11 >"$CLOUD/runs"
	slow_down "$CLOUD/metrics/fib.json"
	bench pull_request 21 || [ "$?" = 1 ]
}

@test "CI: the workflows are 15 lines of YAML, action and template are YAML" {
	[ "$(recipe 1; recipe 2)" != '' ]
	[ "$({ recipe 1; recipe 2; } | wc -l)" -le 15 ]
	python3 -c 'import yaml' 2>/dev/null || skip "python3-yaml is not installed"
	local file
	recipe 1 >one.yml
	recipe 2 >two.yml
	for file in one.yml two.yml "$root/action.yml" "$root/share/gitlab-ci.yml"; do
		python3 -c 'import sys, yaml; yaml.safe_load(open(sys.argv[1]))' "$file"
	done
}

@test "CI: no line of shell holds an expression of GitHub's, the run of strangers may only read" {
	run ! grep -n 'run:.*\${{' "$root/action.yml" <(recipe 1) <(recipe 2)
	recipe 1 | grep -qx 'permissions: {actions: read, contents: read}'
	recipe 1 | grep -q 'persist-credentials: false'
	recipe 1 | grep -qx 'on: {push: {branches: \[main\]}, pull_request: {}}'
	run ! grep -E 'checkout|- run:' <(recipe 2)
	recipe 2 | grep -q '^on: {workflow_run:'
	# What each needs stands in the action itself.
	grep -q 'needs {actions: read, contents: read}' "$root/action.yml"
}

@test "GitHub: the first run, which is its own baseline" {
	bench push 11
	ovp-parse metrics/*.json | ovp-group | ovp-agg >expected.tsv
	same run.tsv expected.tsv "$CLOUD/artifact/11/run.tsv"
	grep -q '^## fib' "$GITHUB_STEP_SUMMARY"
	run ! grep '🔴' "$GITHUB_STEP_SUMMARY"
	grep -q "^make -C $root PREFIX=$RUNNER_TEMP/ovp install" "$CLOUD/log"
}

@test "GitHub: programs of a release, if their origin is known; else they are built" {
	export VERSION_OF_ACTION=v1
	mkdir -p "$CLOUD/release" ovp-1-linux/bin
	cp "$BIN"/ovp* ovp-1-linux/bin
	tar -czf "$CLOUD/release/ovp-1-linux-$(uname -m).tar.gz" ovp-1-linux
	bench push 11
	run ! grep '^make' "$CLOUD/log"
	[ ! -L "$RUNNER_TEMP/ovp/bin/ovp-parse" ]
	[ -s "$CLOUD/artifact/11/run.tsv" ]
	rm -rf "$RUNNER_TEMP/ovp"
	: >"$CLOUD/forged"
	bench push 12
	grep -q '^make' "$CLOUD/log"
	[ -L "$RUNNER_TEMP/ovp/bin/ovp-parse" ]
}

@test "GitHub: later runs with an expired one; a failing gate" {
	bench push 11
	bench push 13
	printf '13\n12\n11\n' >"$CLOUD/runs"
	bench pull_request 20
	ovp-diff "$CLOUD"/artifact/1?/run.tsv <"$CLOUD/artifact/20/run.tsv" | ovp-render --md >expected.md
	same "the summary" expected.md "$GITHUB_STEP_SUMMARY"
	# Runs of pull requests from a branch of that name are no baseline.
	grep -q '^gh run list -R o/r -w bench -b trunk -e push -s success -L 20' "$CLOUD/log"

	slow_down "$CLOUD/metrics/fib.json"
	run -1 bench pull_request 21
	echo "$output" | grep -q 'total_proof_time_ms'
	grep -q '🔴' "$GITHUB_STEP_SUMMARY"
	# What was merged is the next baseline: it passes no gate.
	bench push 22
}

@test "GitHub: a benchmark that dies fails, and so does a glob that finds nothing" {
	head -c 2000 "$CLOUD/metrics/fib.json" >"$at/cut"
	cp "$at/cut" "$CLOUD/metrics/fib.json"
	run -2 bench push 11
	[ ! -e "$RUNNER_TEMP/ovp-run/comparison.tsv" ]
	rm -r "$CLOUD/metrics" metrics
	mkdir "$CLOUD/metrics" metrics
	: >"$CLOUD/metrics/other.txt"
	run -2 bench push 11
	[[ "$output" = *'ovp-ci: files: metrics/*.json does not exist'* ]]
}

@test "GitHub: a comment with commit and failed gate, replaced by the next run" {
	pull_request
	comment
	[ "$(cat "$CLOUD/created")" = "repos/o/r/issues/7/comments" ]
	[ ! -e "$CLOUD/patched" ]
	[ "$(head -n 2 "$CLOUD/body")" = "<!-- ovp -->
Commit abcdef0123. **A gate failed.**" ]
	grep -q "^ovp-diff: gate 'total_proof_time_ms@leaf>5%'" "$CLOUD/body"
	ovp-diff "$CLOUD/artifact/11/run.tsv" <"$CLOUD/artifact/21/run.tsv" | ovp-render --md >expected.md
	same "the report" expected.md <(tail -n "$(wc -l <expected.md)" "$CLOUD/body")
	# Now it is there.
	jq '. + [{"id": 3, "user": {"login": "github-actions[bot]"}, "body": "<!-- ovp -->\n"}]' \
	    "$CLOUD/comments" >"$at/comments"
	mv "$at/comments" "$CLOUD/comments"
	rm -r "$CLOUD/created"
	comment
	[ "$(cat "$CLOUD/patched")" = "repos/o/r/issues/comments/3" ]
	[ ! -e "$CLOUD/created" ]
	# A gate that holds.
	cp "$CLOUD/artifact/11/run.tsv" "$CLOUD/artifact/21/run.tsv"
	comment
	grep -qx 'Commit abcdef0123. All gates hold.' "$CLOUD/body"
	# What it is given is data, and leads to no file of the runner.
	rm "$CLOUD/body"
	ln -sf /etc/hostname "$CLOUD/artifact/21/gates"
	run comment
	[[ "$status" != 0 && "$output" = *'ovp-ci: the artifact holds a link'* ]]
	[ ! -e "$CLOUD/body" ]
}

@test "GitHub: no comment for a commit that was pushed over" {
	pull_request
	echo '[{"number": 7, "head": {"sha": "newer"}}]' >"$CLOUD/pulls"
	comment
	[ ! -e "$CLOUD/created" ]
	[ ! -e "$CLOUD/patched" ]
}

@test "GitHub: names of an untrusted run are data in the comment" {
	local evil='@everyone [x](http://evil.example) <img src=x> `|` #1 --> $(id) ${{ github.token }}'
	pull_request
	EVIL=$evil awk -F '\t' -v OFS='\t' 'NR > 1 { $1 = $1 " " ENVIRON["EVIL"] }
	    { print }' "$CLOUD/artifact/21/run.tsv" >"$at/evil"
	cp "$at/evil" "$CLOUD/artifact/21/run.tsv"
	# The message of a gate has the name, too.
	comment
	[ -s "$CLOUD/body" ]
	sed '/^```/,/^```/d' "$CLOUD/body" >outside
	run ! grep -F -e '<img' -e '](http' outside
	# A mention is none in code, which this name can't leave.
	run ! grep -P '(?<!<!-- -->)@everyone' outside
	# Rules of gates are arguments, which no shell reads.
	printf '%s\n' '$(touch hacked)' >"$CLOUD/artifact/21/gates"
	run comment
	[ ! -e "$RUNNER_TEMP/ovp-run/hacked" ]
}

@test "GitHub: an artifact that is no stream makes no comment" {
	pull_request
	cp "$CLOUD/artifact/21/run.tsv" "$at/good"
	printf 'bench\trun\n<script>\n' >"$CLOUD/artifact/21/run.tsv"
	run -2 comment
	[ ! -e "$CLOUD/created" ]
	head -c -9 "$at/good" >"$CLOUD/artifact/21/run.tsv"
	run -2 comment
	[ ! -e "$CLOUD/created" ]
}

# gitlab: the commands of the template, a file step-N for each.
gitlab() {
	rm -f step-*
	awk '
	function begin() { file = sprintf("step-%02d", ++n); printf "" >file }
	/^  script:/ { script = 1; next }
	/^  artifacts:/ { script = 0 }
	bar && (match($0, /^ */) && RLENGTH > indent) { print >file; next }
	{ bar = 0 }
	script && /^ *- \|$/ { begin(); bar = 1; match($0, /^ */); indent = RLENGTH; next }
	script && sub(/^ *- /, "") { begin(); print >file }' "$root/share/gitlab-ci.yml"
}

# steps SHELL...: runs them in order, as the runners do.
steps() {
	local step
	for step in step-*; do
		"$@" "./$step" || return
	done
}

@test "GitLab: with a baseline, without one, without a network" {
	export CI_JOB_TOKEN=t CI_API_V4_URL=https://gitlab.example/api/v4 CI_PROJECT_ID=5
	export CI_DEFAULT_BRANCH=main CI_JOB_NAME=bench OVP_FILES='metrics/*.json'
	export OVP_REPOSITORY=https://github.com/OWNER/ovp OVP_COMMIT=v1
	export OVP_GATE='total_proof_time_ms@leaf>5%'
	stub git ''
	stub make ''
	stub sh '[ "$1" = /tmp/ovp/.ci/deps ] || exec /bin/sh "$@"'
	./run-benchmarks metrics
	gitlab
	[ "$(echo step-* | wc -w)" = 9 ]
	stub curl 'printf 404'
	steps bash -e -o pipefail
	grep -q '</html>' report.html
	same "the baseline" run.tsv base.tsv
	grep -qF 'curl --silent --header JOB-TOKEN: t --output base.tsv --write-out %{http_code} %{redirect_url} https://gitlab.example/api/v4/projects/5/jobs/artifacts/main/raw/run.tsv?job=bench' \
	    "$CLOUD/log"
	OVP_TOKEN=mine steps bash -e -o pipefail
	grep -qF -- '--header PRIVATE-TOKEN: mine' "$CLOUD/log"
	# Another status is no missing file, nor is a network that fails.
	stub curl 'printf 401'
	run -2 steps bash -e -o pipefail
	stub curl 'printf 000; exit 6'
	run -6 steps bash -e -o pipefail
	cp run.tsv "$CLOUD/earlier.tsv"
	stub curl 'cp "$CLOUD/earlier.tsv" base.tsv; printf 200'
	steps bash -e -o pipefail
	grep -q 'failures="0"' gates.xml
	# Another host that has the artifacts gets no token.
	stub curl 'case $* in *TOKEN*) printf "302 https://store.example/x" ;;
	    *) cp "$CLOUD/earlier.tsv" base.tsv; printf 200 ;; esac'
	steps bash -e -o pipefail
	grep 'store.example/x$' "$CLOUD/log" >to-the-store
	! grep TOKEN to-the-store || false
	same "the baseline" "$CLOUD/earlier.tsv" base.tsv
	slow_down metrics/fib.json
	run -1 steps bash -e -o pipefail
	grep -q '<failure message="[^"]*total_proof_time_ms' gates.xml
	# What was merged becomes the baseline.
	CI_COMMIT_BRANCH=main steps bash -e -o pipefail
	! command -v shellcheck || shellcheck -s bash -e SC2086 step-*
}
