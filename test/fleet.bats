#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# share/ovp-fleet: many files, many hosts, one output.
# shellcheck disable=SC2016 # commands that others expand
# shellcheck disable=SC2154 # root is from the harness

bats_require_minimum_version 1.5.0
load harness

setup_file() {
	command -v parallel || skip "GNU parallel is missing"
	cd "$BATS_FILE_TMPDIR" || return
	mkdir one two
	local i
	for i in 1 2 3 4 5; do
		gen-metrics 5K "$i" >"one/f$i.json"
		gen-metrics --run 2 5K "$i" >"two/f$i.json"
	done
	# A run that has nothing to tell is counted, too.
	echo '{"gauge":[]}' >two/f2.json
	mkdir three
	cp one/f2.json three
	head -c 3000 one/f1.json >cut.json
	ovp-parse {one,two,three}/*.json | ovp-group | ovp-agg >expected.tsv
	start_hosts >hosts.log 2>&1 || :
}

teardown_file() {
	cd "$BATS_FILE_TMPDIR" || return
	local pid
	for pid in host-*.pid; do
		[ ! -e "$pid" ] || kill_host "${pid%.pid}"
	done
}

setup() {
	cd "$BATS_FILE_TMPDIR" || return
	at=$BATS_TEST_TMPDIR
}

# fleet ARGUMENT...: out, err, rc.
fleet() {
	rc=0
	"$root/share/ovp-fleet" "$@" >"$at/out" 2>"$at/err" </dev/null || rc=$?
}

is_whole() {
	[ "$rc" = 0 ] || cat "$at/err"
	same "the output" "${1:-expected.tsv}" "$at/out"
	[ "$rc" = 0 ]
}

# has_failed TEXT: checks that the last line and a message report the failure.
has_failed() {
	[ "$rc" = 2 ]
	tail -n 1 "$at/out" | grep -q '^!error	ovp-'
	grep -q -- "$1" "$at/err"
}

# --- hosts: sshd on the loopback, a daemon and a port for each ---

start_hosts() {
	local sshd host port
	sshd=$(PATH=$PATH:/usr/sbin command -v sshd) || {
		echo "there is none"
		return 1
	}
	# In a network namespace of our own it is down.
	ip link set lo up || :
	[ "$(id -u)" != 0 ] || mkdir -p /run/sshd
	ssh-keygen -q -t ed25519 -N '' -f key
	cp key.pub authorized
	port=20220
	for host in a b; do
		port=$((port + 1))
		cat >"host-$host.conf" <<-END
		Port $port
		ListenAddress 127.0.0.1
		HostKey $PWD/key
		AuthorizedKeysFile $PWD/authorized
		PidFile none
		StrictModes no
		UsePAM no
		SetEnv PATH=$PATH HOME=$PWD ON=$host
		END
		cat >>config <<-END
		Host $host
		HostName 127.0.0.1
		Port $port
		END
		"$sshd" -D -e -f "$PWD/host-$host.conf" 3>&- &
		echo "$!" >"host-$host.pid"
		disown
	done
	cat >>config <<-END
	Host *
	IdentityFile $PWD/key
	IdentitiesOnly yes
	UserKnownHostsFile /dev/null
	StrictHostKeyChecking no
	LogLevel ERROR
	END
	for host in a b; do
		timeout 30 sh -c 'until ssh -F config "$1" true; do sleep 0.1; done' sh "$host"
	done
	touch hosts-are-up
}

# kill_tree PID: a process and all below it. Each is stopped before the ones below
# it die: a daemon that still ran would let the next attempt of a job in.
kill_tree() {
	local child
	kill -STOP "$1" 2>/dev/null || :
	for child in $(pgrep -P "$1"); do
		kill_tree "$child"
	done
	kill -KILL "$1" 2>/dev/null || :
}

# kill_host host-NAME: kills all its processes, like a power cut.
kill_host() {
	kill_tree "$(cat "$1.pid")"
	rm "$1.pid"
}

need_hosts() {
	[ -e hosts-are-up ] || skip "sshd can't run here: $(tail -n 1 hosts.log)"
	export PARALLEL_SSH="ssh -F $PWD/config"
}

@test "ovp-fleet: many files at once give the output of one pipeline" {
	fleet {one,two,three}/*.json
	is_whole
	fleet -j 1 {one,two,three}/*.json
	is_whole
	rc=0
	printf '%s\n' {one,two,three}/*.json | "$root/share/ovp-fleet" -j 3 >"$at/out" || rc=$?
	is_whole
}

@test "ovp-fleet: all files are runs of one bench" {
	ovp-parse -n fib,fib,fib one/f1.json two/f2.json one/f3.json | ovp-group |
	    ovp-agg >"$at/expected"
	fleet -n fib one/f1.json two/f2.json one/f3.json
	is_whole "$at/expected"
}

@test "ovp-fleet: a comma is part of the name of the one bench" {
	ovp-parse -n 'a\,b' one/f1.json two/f2.json | ovp-group |
	    ovp-agg >"$at/expected"
	cut -f 1 "$at/expected" | grep -qxF 'a,b'
	fleet -n a,b one/f1.json two/f2.json
	is_whole "$at/expected"
	ovp-parse -n 'it'\''s\\,' one/f1.json two/f2.json | ovp-group |
	    ovp-agg >"$at/expected"
	fleet -n 'it'\''s\,' one/f1.json two/f2.json
	is_whole "$at/expected"
}

@test "ovp-fleet: a variable of the environment is no option" {
	jobs=none hosts=no.such.host name=other fleet {one,two,three}/*.json
	is_whole
}

@test "ovp-fleet: another command" {
	ovp-parse one/*.json | ovp-group -k air_name | ovp-agg >"$at/expected"
	fleet -c 'ovp-parse "$@" | ovp-group -k air_name | ovp-agg' one/*.json
	is_whole "$at/expected"
}

@test "ovp-fleet: names that a shell would read otherwise" {
	local folder="$at/it's \"a\" \$x; y & z | (q) * \\"
	mkdir "$folder"
	cp one/f1.json "$folder/ -n é.json"
	cp one/f2.json ./-n.json
	ovp-parse -- "$folder/ -n é.json" -n.json | ovp-group | ovp-agg >"$at/expected"
	fleet -- "$folder/ -n é.json" -n.json
	is_whole "$at/expected"
}

@test "ovp-fleet: a broken file, one that is not there, a command that fails" {
	fleet one/f1.json cut.json one/f2.json no-such.json
	has_failed '^ovp-parse: cut.json:.* ends early'
	has_failed '^ovp-parse: no-such.json: '
	has_failed '^ovp-fleet: jobs failed: 2$'
	fleet -c 'no-such-command "$@"' one/f1.json
	has_failed 'no-such-command'
	fleet -c 'ovp-parse "$@"; exit 1' one/f1.json
	has_failed '^ovp-fleet: jobs failed: 1$'
	# Half a line, and no status.
	fleet -c 'ovp-parse "$@" | ovp-group | ovp-agg | head -c 3000; kill -KILL $$' one/f1.json one/f2.json
	has_failed '^ovp-fleet: jobs failed: 2$'
}

@test "ovp-fleet: programs of two versions are noticed" {
	fleet -c 'case $4 in 1) n=50 ;; *) n=90 ;; esac
	    ovp-parse "$@" | ovp-group | ovp-agg --percentiles $n' -n fib one/f1.json one/f2.json
	has_failed 'the columns differ'
}

@test "ovp-fleet: usage" {
	run -0 "$root/share/ovp-fleet" -h
	[[ $output = "usage: ovp-fleet "* ]]
	run -0 "$root/share/ovp-fleet" -V
	[ "$output" = "ovp-fleet $VERSION" ]
	run -0 "$root/share/ovp-fleet" --version
	[ "$output" = "ovp-fleet $VERSION" ]
	run -2 "$root/share/ovp-fleet" -x
	[ "$output" = "ovp-fleet: unknown option '-x'; see ovp-fleet --help" ]
	run -2 "$root/share/ovp-fleet" --jobs 3
	[ "$output" = "ovp-fleet: unknown option '--jobs'; see ovp-fleet --help" ]
	run -2 "$root/share/ovp-fleet" -j
	[ "$output" = "ovp-fleet: option '-j' needs an argument; see ovp-fleet --help" ]
	run -2 "$root/share/ovp-fleet" </dev/null
	[ "$output" = "ovp-fleet: no files" ]
	run -2 "$root/share/ovp-fleet" "a
b"
}

@test "ovp-fleet: ten thousand runs" {
	local i
	cd "$at"
	for i in {1..100}; do
		echo "{\"gauge\":[{\"labels\":[[\"group\",\"leaf\"]],\"metric\":\"m\",\"value\":\"$i\"}]}" \
		    >"$i.json"
	done
	# Each of them a hundred times: it is the number of names that matters.
	printf '%s\n' {1..100}.json{,,,,,,,,,}{,,,,,,,,,} >names
	[ "$(wc -l <names)" = 10000 ]
	xargs ovp-parse -n "$(yes fib | head -n 10000 | paste -sd ,)" -- <names |
	    ovp-group | ovp-agg >expected
	"$root/share/ovp-fleet" -n fib <names >out
	same "the output" expected out
}

# block TEXT: prints the commands of ovp(7) that contain the text.
block() {
	awk -v text="$1" '
	/^\.Ed/ { if (index(block, text)) print block; block = ""; inside = 0 }
	inside { block = block $0 "\n" }
	/^\.Bd -literal/ { inside = 1 }
	' "$root/man/ovp.7" | sed 's/\\e/\\/g'
}

@test "ovp(7): as a job array of Slurm" {
	local i
	cp one/f1.json "$at/base.json"
	cd "$at"
	printf '%s\n' "$BATS_FILE_TMPDIR"/{one,two}/f[34].json >runs.txt
	for i in 3 1 2 4; do
		SLURM_ARRAY_TASK_ID=$i sh -c "$(block SLURM)"
	done
	ovp-parse -n fib base.json | ovp-group | ovp-agg >base.tsv
	sh -c "$(block 'seq -f' | sed 's/1000/4/')" >out
	ovp-parse -n fib,fib,fib,fib "$BATS_FILE_TMPDIR"/{one,two}/f[34].json |
	    ovp-group | ovp-agg | ovp-diff base.tsv | ovp-render --md >expected
	same "the report" expected out
}

@test "ovp(7): with Hadoop Streaming" {
	local mapper reducer
	mkdir "$at/bin"
	printf '#!/bin/sh\n[ "$1 $2" = "dfs -cat" ] && cat "$3"\n' >"$at/bin/hdfs"
	chmod +x "$at/bin/hdfs"
	PATH=$at/bin:$PATH
	mapper=$(block hdfs | sed '/^$/,$d')
	reducer=$(block hdfs | sed '1,/^$/d')
	# Two mappers of two files each; the keys of two benches come sorted.
	printf '%s\n' '0 1 one/f3.json' '9 2 two/f3.json' | sh -c "$mapper" >"$at/1"
	printf '%s\n' '0 3 one/f4.json' '9 4 two/f4.json' | sh -c "$mapper" >"$at/2"
	sort "$at/1" "$at/2" | grep '^fib' | sh -c "$reducer" >"$at/out"
	ovp-parse -n fib,fib,fib,fib {one,two}/f3.json {one,two}/f4.json | ovp-group |
	    ovp-agg | sort >"$at/expected"
	same "the statistics" "$at/expected" <(sort "$at/out")
	# A mapper that fails says so.
	run -2 sh -c "$mapper" <<<'0 1 cut.json
9 2 one/f3.json'
}

@test "ovp-fleet: two hosts give the output of one" {
	need_hosts
	fleet -S 1/a,1/b -c 'echo "$ON" >>'"$at"'/on; ovp-parse "$@" | ovp-group | ovp-agg' \
	    {one,two,three}/*.json
	is_whole
	[ "$(sort -u "$at/on" | paste -sd ' ')" = "a b" ]
}

@test "ovp-fleet: a host that is not there leaves its jobs to others" {
	need_hosts
	echo 'Host gone
	Port 1' | cat - config >with-gone
	export PARALLEL_SSH="ssh -F $PWD/with-gone"
	fleet -S 1/a,1/gone one/f1.json one/f2.json one/f3.json
	ovp-parse one/f[123].json | ovp-group | ovp-agg >"$at/expected"
	is_whole "$at/expected"
}

# in_the_middle HOST: kills it when half of a job's output is written.
in_the_middle() {
	timeout 100 sh -c 'until [ -e "$1" ]; do sleep 0.1; done' sh "$at/half"
	kill_host "host-$1"
	wait
}

@test "ovp-fleet: a host that dies in the middle: others do its jobs, all once" {
	need_hosts
	"$root/share/ovp-fleet" -S 1/a,1/b -c 'ovp-parse "$@" | ovp-group | ovp-agg |
	    if [ "$ON" = b ]; then head -n 20; touch '"$at"'/half; sleep 60; else cat; fi' \
	    one/*.json >"$at/out" 2>"$at/err" &
	in_the_middle b
	ovp-parse one/*.json | ovp-group | ovp-agg >"$at/expected"
	same "the output" "$at/expected" "$at/out"
	run ! grep '^ovp-' "$at/err"
}

@test "ovp-fleet: when all hosts die, all fails" {
	need_hosts
	{
		"$root/share/ovp-fleet" -S 1/a -c 'ovp-parse "$@" | ovp-group | ovp-agg |
		    head -n 20; touch '"$at"'/half; sleep 60' \
		    one/f1.json one/f2.json >"$at/out" 2>"$at/err" || echo "$?" >"$at/rc"
	} &
	in_the_middle a
	[ "$(cat "$at/rc")" = 2 ]
	grep -q '^ovp-fleet: jobs failed: 2$' "$at/err"
	[ "$(tail -n 1 "$at/out")" = '!error	ovp-fleet	jobs failed: 2' ]
}
