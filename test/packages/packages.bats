#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What leaves the house: the tarball, the Debian package, builds elsewhere.
# Run by `make check-packages', for it takes minutes, a network, and being root.
# shellcheck disable=SC2154 # root is from the harness

load ../harness

setup_file() {
	unset MAKEFLAGS MAKELEVEL MFLAGS
	if command -v dh >/dev/null; then
		make -C "$root" deb >"$BATS_FILE_TMPDIR/log" 2>&1 || {
			tail -n 40 "$BATS_FILE_TMPDIR/log"
			return 1
		}
	fi
}

setup() {
	unset MAKEFLAGS MAKELEVEL MFLAGS
	at=$BATS_TEST_TMPDIR
	cd "$root" || return
}

# quietly COMMAND...: shows the end of what it said if it fails.
quietly() {
	"$@" >"$at/log" 2>&1 || {
		tail -n 40 "$at/log"
		return 1
	}
}

# need PROGRAM PACKAGE
need() {
	PATH=$PATH:/usr/sbin command -v "$1" >/dev/null || skip "$2 is not installed"
}

mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}

need_mirror() {
	local host=${mirror#*://}
	timeout 10 bash -c ": >/dev/tcp/${host%%/*}/80" || skip "$mirror is out of reach"
}

@test "dist: the tarball builds, passes its tests, makes the same tarball, the same package" {
	local filter='install|readme|manual|completion|demo|unit|example|mk:'
	need dh debhelper
	quietly make dist
	tar -C "$at" -xzf "build/ovp-$VERSION.tar.gz"
	cd "$at/ovp-$VERSION"
	# Its files are those that are tested here: what may differ is what looks
	# for files. Without what bats has put into the environment.
	quietly env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME="$HOME" MAKEFLAGS="-- FILTER=$filter" \
	    dpkg-buildpackage -us -uc -b -tc
	[ "$(sed -n 's/^\([0-9]*\) passed, 0 failed$/\1/p' "$at/log")" -gt 50 ]
	cmp "$root"/build/deb/ovp_*.deb "$at"/ovp_*.deb
	quietly make dist
	same "list of files" <(tar -tzf "$root/build/ovp-$VERSION.tar.gz" | grep -v '/$' | sort) \
	    <(tar -tzf "build/ovp-$VERSION.tar.gz" | grep -v '/$' | sort)
}

@test "release: the same bytes twice, which run in an empty root" {
	local arch name sum
	arch=$(uname -m)
	name=ovp-$VERSION-linux-$arch
	[ -e "$(gcc -print-file-name=libbsd.a)" ] || skip "there is no static libbsd"
	quietly make -j "$(nproc)" release
	sum=$(cat "build/$name.tar.gz.sha256")
	# That objects are the same is seen in the two builds of the package: dist.
	rm -rf build/release/bin
	quietly make -j "$(nproc)" release
	[ "$(cat "build/$name.tar.gz.sha256")" = "$sum" ]
	tar -C "$at" -xzf "build/$name.tar.gz"
	[ -s "$at/$name/share/man/man1/ovp.1" ]
	[ -s "$at/$name/share/bash-completion/completions/ovp" ]
	[ "$(id -u)" = 0 ] || skip "chroot needs root"
	cp share/sample.json "$at/$name/bin"
	chroot "$at/$name" /bin/ovp-parse /bin/sample.json |
	    chroot "$at/$name" /bin/ovp-group | chroot "$at/$name" /bin/ovp-agg |
	    chroot "$at/$name" /bin/ovp-render --md >"$at/md"
	ovp-parse share/sample.json | ovp-group | ovp-agg | ovp-render --md >"$at/want"
	same "the report" "$at/want" "$at/md"
}

@test "release: aarch64, under qemu" {
	local name=ovp-$VERSION-linux-aarch64
	need aarch64-linux-gnu-gcc gcc-aarch64-linux-gnu
	need qemu-aarch64 qemu-user
	[ -e /usr/lib/aarch64-linux-gnu/libbsd.a ] || skip "libbsd-dev:arm64 is not installed"
	quietly make -j "$(nproc)" release ARCH=aarch64
	tar -C "$at" -xzf "build/$name.tar.gz"
	cd "$at/$name/bin"
	qemu-aarch64 ./ovp-parse "$root/share/sample.json" | qemu-aarch64 ./ovp-group |
	    qemu-aarch64 ./ovp-agg | qemu-aarch64 ./ovp-render --md >"$at/md"
	ovp-parse "$root/share/sample.json" | ovp-group | ovp-agg | ovp-render --md >"$at/want"
	same "the report" "$at/want" "$at/md"
}

@test "deb: the versions are one, and what builds and tests need" {
	local package
	[ "$(sed -n '1s/.*(\(.*\)).*/\1/p' debian/changelog)" = "$VERSION" ]
	# What .ci/deps installs, less what every Debian has that builds packages.
	# shellcheck disable=SC2013 # words, one a line
	for package in $(awk '$1 ~ /^(build|check)\)/ { on = 1 } $1 == ";;" { on = 0 }
	    on && $1 == "need" { print $2 }' .ci/deps); do
		case $package in gcc | libc6-dev | diffutils) continue ;; esac
		grep -q "[ |]$package\( <\|,\|$\)" debian/control || {
			echo "debian/control lacks $package"
			false
		}
	done
}

@test "deb: is built, and lintian finds nothing" {
	need dh debhelper
	need lintian lintian
	lintian --allow-root --fail-on warning "build/deb/ovp_${VERSION}_"*.changes >"$at/found"
	[ ! -s "$at/found" ]
}

# In a fresh system of the same release.
@test "deb: installs in a clean system, works there, goes without a trace" {
	local system=$root/build/packages/system release
	need debootstrap debootstrap
	need dh debhelper
	need_mirror
	[ "$(id -u)" = 0 ] || skip "a chroot needs root"
	# shellcheck source=/dev/null
	release=$(. /etc/os-release && echo "$VERSION_CODENAME")
	if [ ! -e "$system/whole" ]; then
		rm -rf "$system"
		mkdir -p "$system"
		quietly debootstrap --variant=minbase "$release" "$system" \
		    "$mirror"
		touch "$system/whole"
	fi
	cp /etc/resolv.conf "$system/etc"
	cp build/deb/ovp_*.deb "$system/ovp.deb"
	in_system() {
		DEBIAN_FRONTEND=noninteractive LC_ALL=C \
		    PATH=/usr/sbin:/usr/bin:/sbin:/bin chroot "$system" "$@"
	}
	rm "$system/whole"
	quietly in_system apt-get update
	quietly in_system apt-get install -y --no-install-recommends man-db
	find "$system"/usr "$system"/etc | sort >"$at/before"
	quietly in_system apt-get install -y --no-install-recommends /ovp.deb

	in_system man ovp-parse | grep -q 'metrics files to samples'
	in_system man 7 ovp | grep -q 'zero-knowledge'
	in_system sh -c 'cd /tmp && ovp-parse /usr/share/ovp/sample.json | ovp-group |
	    ovp-agg | ovp-render --md' >"$at/out"
	ovp-parse share/sample.json | ovp-group | ovp-agg | ovp-render --md >"$at/expected"
	same "the report there" "$at/expected" "$at/out"

	quietly in_system apt-get purge -y --autoremove ovp
	find "$system"/usr "$system"/etc | sort >"$at/after"
	same "the files" "$at/before" "$at/after"
	touch "$system/whole"
}

# Debian's libbsd is made for glibc, so its source is built for musl first.
@test "musl: builds, and prints the same bytes" {
	local work=$root/build/packages/musl apt name
	need musl-gcc musl-tools
	need_mirror
	mkdir -p "$work/lists/partial" "$work/headers"
	cd "$work"
	# shellcheck source=/dev/null
	echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]" \
	    "$mirror" "$(. /etc/os-release && echo "$VERSION_CODENAME") main" >sources.list
	apt="apt-get -o Dir::Etc::SourceList=$work/sources.list
	    -o Dir::Etc::SourceParts=- -o Dir::State::Lists=$work/lists
	    -o Dir::Cache=$work -o APT::Sandbox::User=root"
	# Headers of Linux and of jsmn, but none of glibc.
	for name in linux asm-generic jsmn.h; do
		ln -sfn "/usr/include/$name" "headers/$name"
	done
	ln -sfn "/usr/include/$(gcc -print-multiarch)/asm" headers/asm
	if [ ! -e prefix/whole ]; then
		# shellcheck disable=SC2086 # a command of several words
		quietly $apt update
		# shellcheck disable=SC2086
		quietly $apt source --download-only libmd libbsd
		for name in libmd libbsd; do
			rm -rf "$name"
			mkdir "$name"
			tar -C "$name" --strip-components 1 -xf "$name"_*.orig.tar.*z
			cd "$name"
			quietly ./configure CC=musl-gcc --host="$(uname -m)-linux-musl" \
			    --prefix="$work/prefix" --disable-shared LDFLAGS="-L$work/prefix/lib" \
			    CPPFLAGS="-I$work/prefix/include -idirafter $work/headers"
			quietly make -C include install
			quietly make -j "$(nproc)" -C src install
			cd "$work"
		done
		touch prefix/whole
	fi
	cd "$root"
	PKG_CONFIG_LIBDIR=$work/prefix/lib/pkgconfig quietly make -j "$(nproc)" \
	    VARIANT=musl CC=musl-gcc LDFLAGS='-static -no-pie' \
	    CFLAGS="-O0 -Werror -isystem $work/headers" \
	    BSD_L="$work/prefix/lib/libbsd.a $work/prefix/lib/libmd.a" all
	gen-metrics 200K 1 >"$at/run.json"
	ovp-parse "$at/run.json" | ovp-group | ovp-agg | ovp-render --md >"$at/expected"
	PATH=$root/build/musl/bin:$PATH sh -c 'ovp-parse "$1" | ovp-group | ovp-agg |
	    ovp-render --md' sh "$at/run.json" >"$at/out"
	same "the report" "$at/expected" "$at/out"
}
