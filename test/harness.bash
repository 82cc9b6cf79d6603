# shellcheck shell=bash
# SPDX-License-Identifier: MIT
# Runs programs and compares what they print with what they should.
# From the makefile: BIN, GEN, O, TOOLS, VERSION.

export LC_ALL=C
export PATH="$BIN:$PATH:$GEN"
unset NO_COLOR CLICOLOR_FORCE
root=${BASH_SOURCE[0]%/test/*}

# same WHAT EXPECTED GOT: two files are the same, byte for byte.
same() {
	cmp -s "$2" "$3" && return
	echo "$1 differs (- expected, + got):"
	diff -au "$2" "$3" | tail -n +3 | cut -c 1-300 | head -60 | cat -v
	return 1
}

# strictly COMMAND...: starts a shell of its own, which ends with the first
# command that fails. That is so only for what is waited for: `wait $!' says how
# it ended, where `if' and `||' would make it go on. Bats notes none of them.
strictly() {
	(set -e; trap - DEBUG; "$@") &
}

# check_case TOOL/CASE
check_case() {
	local folder=$root/test/case/$1 got=$BATS_TEST_TMPDIR/got wrong=0 part expected

	"$root/test/run-case" "$folder" "$got"
	for part in out err rc; do
		expected=$folder/$part
		if [ ! -e "$expected" ]; then
			expected=$got/$part.expected
			[ "$part" != rc ] || echo 0 >"$expected"
			: >>"$expected"
		fi
		same "$part" "$expected" "$got/$part" || wrong=1
	done
	if [ "$wrong" = 1 ]; then
		echo "cmd: $(cat "$folder/cmd")"
		echo "if this is right: test/accept $1"
	fi
	return "$wrong"
}

# check_unit MODULE
check_unit() {
	"$O/unit/$1" >"$BATS_TEST_TMPDIR/out" 2>&1 || {
		local rc=$?
		echo "status $rc"
		head -50 "$BATS_TEST_TMPDIR/out"
		return 1
	}
	if [ -s "$BATS_TEST_TMPDIR/out" ]; then
		echo "not silent:"
		head -50 "$BATS_TEST_TMPDIR/out"
		return 1
	fi
}

# help_options PROGRAM: the options that its --help names, a line each.
help_options() {
	"$1" -h | sed '/^Examples:/,$d; s/-hV/-h -V/' | tr -c 'a-zA-Z0-9-' '\n' |
	    grep -E '^(--[a-z-]+|-[a-zA-Z])$'
}
