#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The files that `make install' installs and `make uninstall' removes.
# shellcheck disable=SC2154 # root is from the harness

load harness

setup() {
	case $O in */release) ;; *) skip "what is installed is the release" ;; esac
	unset MAKEFLAGS MAKELEVEL MFLAGS
	at=$BATS_TEST_TMPDIR
	cd "$root" || return
}

# built GOAL...: with what the programs were built with.
built() {
	make -s CC="$CC" CFLAGS="$CFLAGS" LDFLAGS="$LDFLAGS" VERSION="$VERSION" "$@"
}

@test "install: programs, manuals, rules, completions, below DESTDIR and PREFIX" {
	local program manual file
	built install DESTDIR="$at/root" PREFIX=/opt/o
	cd "$at/root/opt/o"
	for program in $TOOLS ovp ovp-fleet openvm-prof; do
		[ -x "bin/$program" ]
		for file in "bash-completion/completions/$program" \
		    "zsh/site-functions/_$program" "fish/vendor_completions.d/$program.fish"; do
			[ -s "share/$file" ]
		done
	done
	for manual in "$root"/man/*.[1-8]; do
		cmp "$manual" "share/man/man${manual##*.}/${manual##*/}"
	done
	cmp "$root/share/ovp.mk" share/ovp/ovp.mk
	# Nothing else, and nothing elsewhere.
	[ "$(cd "$at/root" && find . -type f ! -path './opt/o/*')" = "" ]
	[ "$(find . -type f ! -name 'ovp*' ! -name '_o*' ! -name 'openvm-prof*' |
	    sort | paste -sd ' ')" = "./share/ovp/sample.json ./share/ovp/sample.prev.json" ]
}

@test "install: the installed programs work on their own" {
	built install DESTDIR="$at" PREFIX=/p
	cd "$at"
	export PATH=$at/p/bin:/usr/bin:/bin
	ovp-parse p/share/ovp/sample.json | ovp-group | ovp-agg >expected.tsv
	ovp-fleet p/share/ovp/sample.json >sample.tsv
	same "ovp-fleet" expected.tsv sample.tsv
	openvm-prof --json-paths p/share/ovp/sample.json
	[ -s p/share/ovp/sample.md ]
	cp p/share/ovp/sample.json fib.json
	echo "include $at/p/share/ovp/ovp.mk" >Makefile
	make -s fib.md
	[ -s fib.md ]
}

@test "uninstall: nothing is left" {
	built install DESTDIR="$at/root"
	built uninstall DESTDIR="$at/root"
	[ -z "$(find "$at/root" ! -type d)" ]
}
