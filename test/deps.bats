#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# `make deps': the packages it installs, and its messages when it can't.
# shellcheck disable=SC2154 # root is from the harness

bats_require_minimum_version 1.5.0
load harness

setup() {
	at=$BATS_TEST_TMPDIR
	mkdir "$at/bin"
	cd "$at" || return
}

# stub NAME SHELL: a stand-in for a command that deps runs.
stub() {
	printf '#!/bin/sh\n%s\n' "$2" >"$at/bin/$1"
	chmod +x "$at/bin/$1"
}

# deps SET...: runs deps with no commands but the stubs.
deps() {
	PATH=$at/bin /bin/sh "$root/.ci/deps" "$@"
}

@test "deps: nothing to do, nothing done" {
	stub apt-get 'exit 1'
	PATH=$at/bin:$PATH run -0 "$root/.ci/deps" build
	[ -z "$output" ]
}

@test "deps: as root, and through sudo" {
	stub apt-get 'echo "apt-get $*"'
	stub id 'echo 0'
	run -0 deps build
	[[ ${lines[1]} = "apt-get -q update" ]]
	[[ ${lines[2]} = "apt-get -q install -y --no-install-recommends"*" libbsd-dev"* ]]
	stub id 'echo 1000'
	stub sudo 'echo "sudo $*"'
	run -0 deps build
	[[ ${lines[1]} = "sudo apt-get -q update" ]]
	[[ ${lines[2]} = "sudo apt-get -q install "*" libbsd-dev"* ]]
}

@test "deps: without sudo, without apt, with a wrong name" {
	stub apt-get 'echo "apt-get $*"'
	stub id 'echo 1000'
	run -2 deps check
	[[ $output = "deps: run as root: apt-get install bats "*" sqlite3"* ]]
	rm bin/apt-get
	run -2 deps check
	[[ $output = "deps: no apt-get; "*": bats "*" sqlite3"* ]]
	run -2 deps chekc
	[[ $output = "deps: unknown set 'chekc': "* ]]
}
