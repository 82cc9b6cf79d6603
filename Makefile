# SPDX-License-Identifier: MIT
# ovp: filters over the performance metrics of a zero-knowledge virtual machine.
# GNU make. CC, CFLAGS, LDFLAGS, PREFIX, DESTDIR are yours; `make help' lists
# the targets. A variant (asan, cov, ...) is this make with another build folder.

# A rule to GNU make, to BSD make the end:
.error : ovp is built with GNU make, run gmake

VERSION  = 0.1.0
PREFIX   = /usr/local
DESTDIR  =
CC       = cc
CFLAGS   = -O2 -g
VARIANT  = release
FILTER   =
ANALYZE  =
INSTALL  = install

release := $(filter release,$(VARIANT))
O        = build/$(VARIANT)
BIN      = $(if $(release),bin,$(O)/bin)
GEN      = $(if $(release),test,$(O)/test)

FORTIFY  = $(if $(findstring -fsanitize,$(CFLAGS)),,$(if \
           $(filter -O1 -O2 -O3 -Os,$(CFLAGS)),-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2))
HARDEN   = -fstack-protector-strong -fPIE $(FORTIFY)
WARN     = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes \
           -Wstrict-prototypes -Wwrite-strings
# `make V=1' shows commands.
silent  := $(findstring s,$(filter-out --%,$(firstword -$(MAKEFLAGS))))
say      = $(if $(V),,@$(if $(silent),,printf '%-4s %s\n' $(1) $@;))

# Asked for when the first file is compiled, so that `make deps demo' finds what
# deps has installed; then kept. The BSDs and macOS have it in their libc.
system  := $(shell uname -s)
libbsd   = $(if $(filter Linux,$(system)),$(or $(shell pkg-config $(1) libbsd-overlay),$(error \
           libbsd is missing: make deps)))
BSD_C    = $(eval BSD_C := $(call libbsd,--cflags))$(BSD_C)
BSD_L    = $(eval BSD_L := $(call libbsd,--libs))$(BSD_L)
CPP_ALL  = -D_GNU_SOURCE -DOVP_VERSION='"$(VERSION)"' -Isrc -I$(O) $(BSD_C)
C_ALL    = -std=gnu11 -fno-math-errno -pthread $(WARN) $(HARDEN) -ffile-prefix-map=$(CURDIR)/= $(CFLAGS)
# Programs that need only what libc has, too, start without libm.
LIBS     = $(BSD_L) -lc -lm
RELRO    = $(if $(filter Darwin,$(system)),,-Wl,-z,relro,-z,now,--as-needed)
LD_ALL   = -pie -pthread $(RELRO) $(CFLAGS) $(LDFLAGS)

tools   := $(patsubst src/%/main.c,%,$(wildcard src/ovp-*/main.c))
# Programs have a main.c; every other folder of src is a room that they share.
sources := $(wildcard src/*/*.c src/*/*/*.c)
objects := $(sources:src/%.c=$(O)/%.o)
lib_o   := $(patsubst src/%.c,$(O)/%.o,$(filter-out src/ovp-%,$(sources)))
gen_o   := $(patsubst test/%.c,$(O)/%.o,$(wildcard test/gen/*.c))
units   := $(patsubst test/unit/%.c,$(O)/unit/%,$(wildcard test/unit/*.c))
fuzzers := $(patsubst test/fuzz/%.c,$(O)/fuzz/%,$(wildcard test/fuzz/*.c))
# Programs that are scripts over the others.
scripted := ovp openvm-prof
scripts := .ci/run .ci/deps src/embed src/manual src/options src/table $(scripted:%=bin/%) $(shell grep -ls '^#!.*\(sh\|bats\)$$' share/* test/* test/*/*)
manuals := $(wildcard man/*.[1-8])
embedded := $(patsubst src/%,$(O)/%.h,$(wildcard src/assets/*.css src/assets/*.js))
options := $(tools:%=$(O)/%/options.h)
tables  := $(O)/domain/metrics_table.h $(O)/domain/stages_table.h
objs_of  = $(patsubst src/%.c,$(O)/%.o,$(filter src/$(1)/%,$(sources)))

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.PRECIOUS: $(O)/ovp-%.a
.SECONDEXPANSION:
.SUFFIXES:
ifneq ($(filter deps,$(MAKECMDGOALS)),)
.NOTPARALLEL:		# first install, then build
endif
MAKEFLAGS += --no-print-directory

all: $(tools:%=$(BIN)/%) $(GEN)/gen-metrics	## the programs, in bin/

# The scripts find the programs of their variant beside them.
ifeq ($(release),)
all: $(scripted:%=$(BIN)/%)
$(scripted:%=$(BIN)/%): $(BIN)/%: bin/%
	@mkdir -p $(@D)
	@cp $< $@
endif

all: $(BIN)/ovp-fleet
$(BIN)/ovp-fleet: share/ovp-fleet
	@mkdir -p $(@D)
	@cp $< $@

# What compilers are called with: what is made with other words is made anew.
# Apart for linking, for static programs are made of the same objects.
quoted   = '$(subst ','\'',$(1))'
compiles = $(call quoted,$(CC) $(CPP_ALL) $(C_ALL))
links    = $(call quoted,$(CC) $(LD_ALL))
$(O)/compiles $(O)/links.$(VARIANT): force
	@mkdir -p $(@D)
	@printf '%s\n' $($(basename $(@F))) | cmp -s - $@ || \
	    printf '%s\n' $($(basename $(@F))) >$@
force:

# Files that a program writes into a page, as C to include.
$(embedded): $(O)/%.h: src/% src/embed
	@mkdir -p $(@D)
	$(call say,GEN)src/embed $< >$@

# What a program knows of its options.
$(options): $(O)/%/options.h: share/options.tsv src/options
	@mkdir -p $(@D)
	$(call say,GEN)src/options $* <$< >$@

# What all of them know of metrics, of stages.
$(tables): $(O)/domain/%_table.h: src/domain/%.tsv src/table
	@mkdir -p $(@D)
	$(call say,GEN)src/table $* <$< >$@

$(objects): $(O)/%.o: src/%.c $(O)/compiles | $(embedded) $(options) $(tables)
	@mkdir -p $(@D)
	$(call say,CC)$(CC) $(CPP_ALL) $(C_ALL) $(ANALYZE) -MMD -MP -c -o $@ $<

$(O)/gen/%.o: test/gen/%.c | $(tables)
	@mkdir -p $(@D)
	$(call say,CC)$(CC) $(CPP_ALL) $(C_ALL) $(ANALYZE) -MMD -MP -c -o $@ $<

$(O)/libovp.a: $(lib_o)
	$(call say,AR)rm -f $@; $(AR) rcs $@ $^

$(BIN)/ovp-%: $$(call objs_of,ovp-%) $(O)/libovp.a $(O)/links.$(VARIANT)
	@mkdir -p $(@D)
	$(call say,LD)$(CC) $(LD_ALL) -o $@ $(filter %.o %.a,$^) $(LIBS)

$(GEN)/gen-metrics: $(gen_o) $(O)/libovp.a $(O)/links.$(VARIANT)
	@mkdir -p $(@D)
	$(call say,LD)$(CC) $(LD_ALL) -o $@ $(filter %.o %.a,$^) $(BSD_L)

$(O)/unit/%: test/unit/%.c test/unit/unit.h $(O)/libovp.a $(O)/links.$(VARIANT)
	@mkdir -p $(@D)
	$(call say,LD)$(CC) $(CPP_ALL) $(C_ALL) $(LD_ALL) $(ANALYZE) -MMD -MP -MF $@.d -o $@ $< \
	    $(O)/libovp.a $(LIBS)

# What a program is made of, but for its main.
$(O)/ovp-%.a: $$(filter-out $(O)/ovp-$$*/main.o,$$(call objs_of,ovp-$$*))
	$(call say,AR)rm -f $@; $(AR) rcs $@ $^

# A fuzzer named for a program calls its main, any other one the parts of all.
$(O)/fuzz/ovp-%: test/fuzz/ovp-%.c $(O)/ovp-%.a $(O)/libovp.a
	$(link_fuzzer)
$(O)/fuzz/%: test/fuzz/%.c $(tools:%=$(O)/%.a) $(O)/libovp.a
	$(link_fuzzer)
define link_fuzzer
@mkdir -p $(@D)
$(call say,LD)$(CC) $(CPP_ALL) $(C_ALL) $(LD_ALL) -fsanitize=fuzzer -MMD -MP \
    -MF $@.d -o $@ $< $(filter %.a,$^) $(LIBS)
endef

demo: all	## the report of a small run, and what to type next
	@BIN='$(BIN)' share/demo

units: $(units)

# A test that installs builds nothing anew: it says the same words.
check: all units	## all tests; FILTER=TEXT only those whose names match
	@CC=$(call quoted,$(CC)) CFLAGS=$(call quoted,$(CFLAGS)) \
	    LDFLAGS=$(call quoted,$(LDFLAGS)) BIN='$(abspath $(BIN))' GEN='$(abspath $(GEN))' O='$(abspath $(O))' \
	    TOOLS='$(tools)' VERSION='$(VERSION)' test/run $(if $(FILTER),'$(FILTER)')

ready: lint-includes lint-circles lint-scripts	## what a change must pass: two minutes, no network
	@$(MAKE) VARIANT=ready CC=gcc CFLAGS='-O2 -g -Werror' SUITES='$(quick)' check
	@$(MAKE) $(ASAN) SUITES= check
quick    = $(filter-out %/growth.bats %/fleet.bats %/verdicts.bats %/hostile.bats,$(wildcard test/*.bats))

# Not again here: what tests scripts, the makefile or manuals, what counts verdicts
# or instructions. The programs do what they do there in the cases, too.
asan:	## all tests of the programs, with the sanitizers for addresses and undefined behaviour
	@$(MAKE) $(ASAN) SUITES='$(programs)' check
programs = $(filter-out $(patsubst %,test/%.bats,ci-recipes completions deps docs fleet growth \
           install openvm-prof ovp ovp-mk systems verdicts),$(wildcard test/*.bats))
SANITIZE = -fsanitize=address,undefined,float-cast-overflow -fno-sanitize-recover=all
# What clang warns of is found here.
ASAN     = VARIANT=asan CC=clang CFLAGS='-O1 -gline-tables-only -Werror -fno-omit-frame-pointer \
           -Wreserved-identifier -Wreserved-macro-identifier $(SANITIZE)'

plain:	## tests of what works in blocks of bytes, in plain C instead
	@$(MAKE) VARIANT=plain CFLAGS='-O1 -DOVP_NO_SIMD' \
	    FILTER='$(or $(FILTER),ovp-parse|ovp-group|ovp-agg|unit|records|lanes)' check

valgrind: all units	## the cases, under valgrind
	@BIN='$(abspath $(BIN))' GEN='$(abspath $(GEN))' O='$(abspath $(O))' \
	    TOOLS='$(tools)' test/valgrind $(if $(FILTER),'$(FILTER)')

tsan:	## tests of the threads of ovp-parse, with the sanitizer for threads
	@$(MAKE) VARIANT=tsan CC=clang CFLAGS='-O1 -g -Werror -fsanitize=thread' parts
parts: $(BIN)/ovp-parse $(GEN)/gen-metrics
	@BIN='$(abspath $(BIN))' GEN='$(abspath $(GEN))' O='$(abspath $(O))' \
	    TOOLS='$(tools)' bats --tap test/parts.bats >'$(O)/parts.tap' || :
	@test/count '$(O)/parts.tap'

check-browser: all	## pages, pictures in a browser, DuckDB: needs npm, chromium
	@BIN='$(BIN)' test/browser/run

cov:	## lines that the tests run, per file
	@rm -rf build/cov
	@status=0; $(MAKE) VARIANT=cov CC=gcc CFLAGS='-O0 -g --coverage \
	    -fprofile-update=atomic' check || status=$$?; \
	    test/coverage build/cov; exit $$status

T        = $(notdir $(fuzzers))
SECONDS  = 10
# The programs that make seeds are the release's.
fuzz: all	## the fuzzers, or those of T='NAME...', SECONDS=10 each
	@$(MAKE) VARIANT=fuzz CC=clang CFLAGS='-O1 -gline-tables-only $(SANITIZE) \
	    -fsanitize=fuzzer-no-link' BIN='$(BIN)' GEN='$(GEN)' fuzzers
fuzzers: $(T:%=$(O)/fuzz/%)
	@BIN='$(abspath $(BIN))' GEN='$(abspath $(GEN))' O='$(abspath $(O))' \
	    test/fuzz/run $(SECONDS) $(T)

BENCH    =
REAL     =
bench: all	## speed beside other tools; BENCH=10G for growth, REAL=FOLDER of metrics files
	@BIN='$(BIN)' GEN='$(GEN)' REAL='$(REAL)' test/bench/run $(BENCH)

tidied  := $(patsubst %,build/tidy/%,$(sources) $(wildcard test/gen/*.c))
lint: lint-format lint-includes lint-circles lint-scripts lint-manuals lint-cppcheck lint-gcc $(tidied)	## what compilers and checkers find
	@$(MAKE) $(ASAN) all units

lint-gcc:
	@$(MAKE) VARIANT=lint-gcc CC=gcc $(FINDS) all units

# The analyzer changes no code: what is made here is not made anew without it.
analyzed:	## the programs, made anew with what lint asks of gcc
	@rm -rf '$(O)'
	@$(MAKE) $(FINDS) all units complete
# GCC 12 takes structs that functions return in memory for uninitialized.
FINDS    = ANALYZE='-Werror -fanalyzer -Wno-analyzer-use-of-uninitialized-value'

build/tidy/%: % .clang-tidy $(wildcard src/*/*.h src/*/*/*.h test/gen/*.h) | $(embedded) $(options) $(tables)
	@mkdir -p $(@D)
	$(call say,TIDY)clang-tidy --quiet $< -- -std=gnu11 $(CPP_ALL) \
	    -Xclang -analyzer-config -Xclang max-nodes=75000 2>$@.said || \
	    { cat $@.said; false; }
	@mv $@.said $@

# Where an editor's language server looks for it.
build/compile_commands.json: force	## how each file is compiled, for editors
	@mkdir -p $(@D)
	@{ comma='['; for file in $(sources) $(wildcard test/gen/*.c); do \
	    printf '%s\n{"directory": "%s", "file": "%s", "command": "%s"}' \
	    "$$comma" '$(CURDIR)' "$$file" "$$(printf '%s' \
	    $(call quoted,$(CC) $(CPP_ALL) $(C_ALL)) | sed 's/[\"]/\\&/g') -c $$file"; \
	    comma=,; done; printf '\n]\n'; } >$@

lint-format:
	clang-format --dry-run -Werror $(wildcard src/*/*.[ch] src/*/*/*.[ch] test/*/*.[ch])

lint-includes:
	test/includes

lint-circles: $(objects)
	@test/circles $^

lint-scripts:
	shellcheck $(scripts)

lint-manuals:
	@# Whether other manuals are installed here is no fault of these.
	command -v mandoc && ! mandoc -Tlint -Wstyle $(manuals) 2>/dev/null | \
	    grep -v 'referenced manual not found'

lint-cppcheck: $(embedded) $(options) $(tables)
	cppcheck --quiet --error-exitcode=1 --inline-suppr -j2 --std=c11 \
	    --enable=warning,performance,portability --library=test/cppcheck.cfg \
	    -Isrc -I$(O) src test/gen

# Completions of command lines, and where shells look for them.
BASHDIR  = $(PREFIX)/share/bash-completion/completions
ZSHDIR   = $(PREFIX)/share/zsh/site-functions
FISHDIR  = $(PREFIX)/share/fish/vendor_completions.d
commands   := $(tools) ovp-fleet $(scripted)
bash_files := $(commands:%=$(O)/complete/%)
zsh_files  := $(commands:%=$(O)/complete/_%)
fish_files := $(commands:%=$(O)/complete/%.fish)
$(bash_files): $(O)/complete/%: share/options.tsv share/complete
	@mkdir -p $(@D)
	$(call say,GEN)share/complete bash $* <$< >$@
$(zsh_files): $(O)/complete/_%: share/options.tsv share/complete
	@mkdir -p $(@D)
	$(call say,GEN)share/complete zsh $* <$< >$@
$(fish_files): $(O)/complete/%.fish: share/options.tsv share/complete
	@mkdir -p $(@D)
	$(call say,GEN)share/complete fish $* <$< >$@

complete: $(bash_files) $(zsh_files) $(fish_files)

install: all complete	## to PREFIX (/usr/local), below DESTDIR
	$(INSTALL) -d '$(DESTDIR)$(PREFIX)/bin' '$(DESTDIR)$(PREFIX)/share/ovp' \
	    '$(DESTDIR)$(PREFIX)/share/man/man1' '$(DESTDIR)$(PREFIX)/share/man/man5' \
	    '$(DESTDIR)$(PREFIX)/share/man/man7'
	$(INSTALL) $(installed_bin) '$(DESTDIR)$(PREFIX)/bin'
	$(INSTALL) -m 644 $(installed_share) '$(DESTDIR)$(PREFIX)/share/ovp'
	$(INSTALL) share/ovp-keep '$(DESTDIR)$(PREFIX)/share/ovp'
	for m in $(manuals); do $(INSTALL) -m 644 "$$m" \
	    '$(DESTDIR)$(PREFIX)/share/man/man'"$${m##*.}" || exit 1; done
	$(INSTALL) -d '$(DESTDIR)$(BASHDIR)' '$(DESTDIR)$(ZSHDIR)' '$(DESTDIR)$(FISHDIR)'
	$(INSTALL) -m 644 $(bash_files) '$(DESTDIR)$(BASHDIR)'
	$(INSTALL) -m 644 $(zsh_files) '$(DESTDIR)$(ZSHDIR)'
	$(INSTALL) -m 644 $(fish_files) '$(DESTDIR)$(FISHDIR)'
installed_bin   = $(tools:%=$(BIN)/%) $(BIN)/ovp-fleet $(scripted:%=bin/%)
installed_share = $(wildcard share/*.json share/*.mk)

uninstall:	## what install has put there
	rm -f $(patsubst %,'$(DESTDIR)$(PREFIX)/bin/%',$(notdir $(installed_bin)))
	rm -f $(foreach m,$(manuals),'$(DESTDIR)$(PREFIX)/share/man/man$(subst .,,$(suffix $(m)))/$(notdir $(m))')
	rm -rf '$(DESTDIR)$(PREFIX)/share/ovp'
	rm -f $(patsubst %,'$(DESTDIR)$(BASHDIR)/%',$(commands)) \
	    $(patsubst %,'$(DESTDIR)$(ZSHDIR)/_%',$(commands)) \
	    $(patsubst %,'$(DESTDIR)$(FISHDIR)/%.fish',$(commands))

dist:	## build/ovp-VERSION.tar.gz, the sources
	@mkdir -p build
	if [ -e .git ]; then \
	    git archive --prefix=ovp-$(VERSION)/ HEAD; else \
	    rm -rf build/dist && mkdir -p build/dist/ovp-$(VERSION) && \
	    tar --exclude=./build --exclude='./bin/ovp-*' \
	    --exclude=./test/gen-metrics -cf - . | tar -C build/dist/ovp-$(VERSION) -xf - && \
	    tar -C build/dist -cf - ovp-$(VERSION); fi | gzip -n >build/ovp-$(VERSION).tar.gz

# Programs without shared libraries, for systems of one kind: ARCH=aarch64 is
# made with the cross compiler and the libraries of a multiarch Debian.
ARCH     = $(shell uname -m)
CROSS    = $(if $(filter $(shell uname -m),$(ARCH)),,$(ARCH)-linux-gnu-)
bundle   = ovp-$(VERSION)-linux-$(ARCH)
release:	## build/ovp-VERSION-linux-ARCH.tar.gz, static programs, with checksum
	@rm -rf build/$(bundle)
	@$(MAKE) VARIANT=static-$(ARCH) $(if $(CROSS),CC=$(CROSS)gcc CFLAGS=-O2,O='$(O)') \
	    LDFLAGS='-static-pie -s' BSD_L='-lbsd -lmd' \
	    DESTDIR='$(CURDIR)/build/$(bundle)' PREFIX=/$(bundle) install
	@cp LICENSE README.md build/$(bundle)/$(bundle)
	@tar -C build/$(bundle) --sort=name --mtime=@$${SOURCE_DATE_EPOCH:-0} --owner=0 \
	    --group=0 --numeric-owner --mode=go=u,go-w -cf - $(bundle) | \
	    gzip -n >build/$(bundle).tar.gz
	@cd build && sha256sum $(bundle).tar.gz >$(bundle).tar.gz.sha256
	@rm -rf build/$(bundle)
	@cat build/$(bundle).tar.gz.sha256

deb: dist	## build/deb/ovp_VERSION_ARCH.deb, for Debian
	rm -rf build/deb
	mkdir -p build/deb
	tar -C build/deb -xzf build/ovp-$(VERSION).tar.gz
	cd build/deb/ovp-$(VERSION) && env -u MAKEFLAGS -u MAKELEVEL -u MFLAGS \
	    DEB_BUILD_OPTIONS=nocheck DEB_BUILD_PROFILES=nocheck dpkg-buildpackage -us -uc
	rm -rf build/deb/ovp-$(VERSION)

check-packages: all	## the tarball, the Debian package, a build for musl
	@BIN='$(abspath $(BIN))' GEN='$(abspath $(GEN))' O='$(abspath $(O))' \
	    TOOLS='$(tools)' VERSION='$(VERSION)' bats --tap test/packages/packages.bats \
	    >'$(O)/packages.tap' || :
	@test/count '$(O)/packages.tap'

clean:	## removes what make made
	rm -rf build $(tools:%=bin/%) bin/ovp-fleet test/gen-metrics

deps:	## installs what building and testing needs (Debian packages)
	@.ci/deps build check
deps-packages:	## installs what check-packages needs
	@.ci/deps build check packages
deps-dev:	## installs what asan, lint, fuzz need as well
	@.ci/deps build check dev browser

manual:	## the tables of man/ovp-metrics.5, from src/domain
	@mkdir -p build
	src/manual <man/ovp-metrics.5 >build/ovp-metrics.5
	cp build/ovp-metrics.5 man/ovp-metrics.5

help:	## this list
	@awk -F':.*\t## ' '/^[a-z\/._-]+:.*\t## / { printf "make %-27s %s\n", $$1, $$2 }' Makefile

-include $(wildcard $(O)/*/*.d $(O)/*/*/*.d)
.PHONY: all units demo check ready force check-browser asan plain valgrind tsan parts cov fuzz fuzzers bench lint \
    lint-format lint-includes lint-circles lint-scripts lint-manuals lint-cppcheck lint-gcc analyzed complete install \
    uninstall dist release deb manual check-packages clean deps deps-packages deps-dev help
