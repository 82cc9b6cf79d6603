#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Completions of command lines: the table of options, and its effect in shells.
# shellcheck disable=SC2154 # root is from the harness

bats_require_minimum_version 1.5.0
load harness

setup() {
	at=$BATS_TEST_TMPDIR
	cd "$at" || return
	commands="$TOOLS ovp-fleet openvm-prof"
	PATH=$PATH:$root/share
}

# rows PROGRAM: its options, a line each: names by commas, then the argument.
rows() {
	awk -F '\t' -v program="$1" '$1 == program && $2 ~ /^-/ && $4 != "" { print $2, $3 }' \
	    "$root/share/options.tsv"
}

# table PROGRAM: all names of its options, a line each.
table() {
	rows "$1" | cut -d ' ' -f 1 | tr ',' '\n' | sort
}

# complete_in SHELL FILE PROGRAM
complete_in() {
	"$root/share/complete" "$1" "$3" <"$root/share/options.tsv" >"$2"
}

@test "options.tsv: the options of every program's usage, and no others" {
	local program names argument bad=0
	for program in $commands; do
		help_options "$program" | sort -u >told
		table "$program" >known
		# A usage has one name of each option, the table has all.
		comm -23 told known >missing
		if [ -s missing ]; then
			echo "share/options.tsv lacks, of $program: $(paste -sd ' ' missing)"
			bad=1
		fi
		while read -r names argument; do
			case $names in -h* | -V*) continue ;; esac
			if ! tr ',' '\n' <<<"$names" | grep -qxFf told; then
				echo "share/options.tsv has $names, $program -h has not"
				bad=1
			fi
		done < <(rows "$program")
	done
	[ "$bad" = 0 ]
}

@test "help: each program's is made from options.tsv, in 80 columns, with two examples" {
	local program
	for program in $commands ovp-keep ovp; do
		"$program" --help >told
		"$root/src/options" --text "$program" <"$root/share/options.tsv" >made
		# The front has that of the stages as well.
		if [ "$program" = ovp ]; then
			grep -vxFf told made >lacks || :
			[ ! -s lacks ]
		else
			same "$program --help" made told
		fi
		[ -z "$(awk 'length > 80' told)" ]
		[ "$(sed '1,/^Examples:/d' told | grep -c '^    [a-z]')" = 2 ]
		"$program" -h >short
		cmp told short
	done
}

@test "options.tsv: an option takes an argument when its program says so" {
	local program names name argument takes bad=0
	for program in $commands; do
		while read -r names argument; do
			[[ $argument != \[* ]] || argument=
			for name in ${names//,/ }; do
				takes=
				"$program" "$name" </dev/null >out 2>&1 || :
				if grep -q "'$name' needs an argument" out; then
					takes=yes
				elif grep -q 'unknown option' out; then
					takes='unknown'
				fi
				if [ "$takes" != "${argument:+yes}" ]; then
					echo "$program $name, argument '$argument': ${takes:-no}"
					cat out
					bad=1
				fi
			done
		done < <(rows "$program")
	done
	[ "$bad" = 0 ]
}

# bash_completes WORD...: prints what bash offers for the last word.
bash_completes() {
	complete_in bash completion "$1"
	bash -c '
		compopt() { echo "($*)"; }
		. ./completion
		COMP_WORDS=("$@")
		COMP_CWORD=$(($# - 1))
		"$(complete -p "$1" | sed "s/.*-F \([^ ]*\).*/\1/")"
		printf "%s\n" "${COMPREPLY[@]}"' bash "$@" | paste -sd ' '
}

@test "bash: options, words, files, texts" {
	[ "$(bash_completes ovp-parse --fo)" = --format ]
	[ "$(bash_completes ovp-parse --format p)" = prometheus ]
	[ "$(bash_completes ovp-parse --format = p)" = prometheus ]
	[ "$(bash_completes ovp-parse --format '')" = "json prometheus github hyperfine criterion google" ]
	[ "$(bash_completes ovp-parse --format =)" = "json prometheus github hyperfine criterion google" ]
	# Nothing of its own: bash completes files.
	[ -z "$(bash_completes ovp-parse x)" ]
	[ -z "$(bash_completes ovp-diff --metrics-file -)" ]
	[ "$(bash_completes ovp-parse --names x | head -n 1)" = "(+o default) " ]
	[ "$(bash_completes openvm-prof --json-paths x.json s)" = summary ]
	[ "$(bash_completes ovp-render --s | tr ' ' '\n' | sort | paste -sd ' ')" = \
	    "$(table ovp-render | grep '^--s' | paste -sd ' ')" ]
}

@test "bash: every program's file is sound" {
	local program
	for program in $commands; do
		complete_in bash completion "$program"
		bash -n completion
		if command -v shellcheck; then
			shellcheck -s bash -e SC2034 completion
		fi
	done
}

@test "fish: options, words, files, texts" {
	command -v fish || skip "fish is not installed"
	local program
	export HOME=$at
	for program in $commands; do
		complete_in fish "$program.fish" "$program"
		fish --no-config --no-execute "$program.fish"
	done
	touch some.json
	fish_completes() {
		fish --no-config -c "source ${1%% *}.fish; complete -C '$1'" |
		    cut -f 1 | sort | paste -sd ' '
	}
	[ "$(fish_completes 'ovp-parse --fo')" = --format ]
	[ "$(fish_completes 'ovp-parse --format ')" = "criterion github google hyperfine json prometheus" ]
	[ "$(fish_completes 'ovp-parse --format=p')" = --format=prometheus ]
	[ "$(fish_completes 'ovp-parse some')" = some.json ]
	[ -z "$(fish_completes 'ovp-parse --names some')" ]
	[ "$(fish_completes 'ovp-diff --metrics-file some')" = some.json ]
	[ "$(fish_completes 'openvm-prof --json-paths x s')" = summary ]
	[ "$(fish_completes 'ovp-render --s')" = "$(table ovp-render | grep '^--s' | paste -sd ' ')" ]
}

# zsh_completes SECONDS LINE...: what the terminal shows when Tab is hit behind
# each, and when one waits so long.
zsh_completes() {
	zsh -f -c '
	zmodload zsh/zpty
	zpty it zsh -f -i
	zpty -w it "PS1= ; fpath=($PWD \$fpath); autoload -U compinit; compinit -D -u"
	zpty -w it "LISTMAX=0; setopt no_beep; echo REA\DY"
	zpty -r it text "*READY*"
	for line in "${@:2}"; do
		zpty -n -w it "$line"$'"'\t'"'
		sleep "$1"
		zpty -n -w it $'"'\t'"'
		sleep "$1"
		zpty -n -w it $'"'\C-u'"'
	done
	zpty -w it "echo DO\NE"
	zpty -r it text "*DONE*"
	print -r -- "$text"' zsh "$@" | tr -d '\r\007' | sed 's/\x1b\[[0-9;?]*[a-zA-Z]//g'
}

# in_zsh SECONDS: whether zsh offers what it should.
in_zsh() {
	local program lines=()
	for program in $commands; do
		lines+=("$program -")
	done
	zsh_completes "$1" 'ovp-parse --fo' 'ovp-parse --format ' 'ovp-diff --metrics-file so' \
	    'openvm-prof --json-paths x s' "${lines[@]}" >shown
	# zsh says so when there is a line that it can't read.
	if grep -i 'error\|bad \|invalid\|_arguments:' shown; then
		return 1
	fi
	for program in $commands; do
		grep -q -e "$(table "$program" | tail -n 1)" shown || return
	done
	grep -q -e 'ovp-parse --format' shown && grep -q 'json *prometheus' shown &&
	    grep -q 'some\.json' shown && grep -q 'x summary' shown
}

@test "zsh: options, words, files" {
	command -v zsh || skip "zsh is not installed"
	local program
	for program in $commands; do
		complete_in zsh "_$program" "$program"
		zsh -n "_$program"
	done
	touch some.json
	# A busy machine takes longer to draw.
	in_zsh 0.2 || in_zsh 1 || in_zsh 4 || {
		cat -v shown
		false
	}
}
