# SPDX-License-Identifier: MIT
# Rules for GNU make, from metrics files to reports, pages and histories:
#
#	OVP_GATES = -g 'total_proof_time_ms@leaf>5%'
#	all: fib.md keccak.md keccak.svg
#	include /usr/local/share/ovp/ovp.mk
#
#	make fib.tsv            statistics of fib.json (or of fib.prom)
#	make fib.md             the report
#	make fib.html           the page, with pictures if fib.json exists
#	make fib.bmf.json       Bencher Metric Format
#	make fib.svg            GPU memory over time; for a history, which has no
#	                        fib.json, proof times over the runs
#	make check-regress      all runs against baseline/: status 2 if a gate
#	                        fails; changes are in regress.tsv, regress.md
#	make keep-history       adds the runs to history.tsv, once for each commit
#	                        and machine: OVP_PARSE = --set commit=$(shell ...)
#	make history.html       the page of all runs: when and by which commit
#
# Targets are written completely or not at all. Set before the include:
#
#	OVP_RUNS                the runs of check-regress; all *.json here
#	OVP_BASE                their baseline; baseline/NAME.tsv for each, made from
#	                        baseline/NAME.json if needed
#	OVP_GATES               options of ovp-diff
#	OVP_HISTORY, OVP_KEEP   the file of keep-history; the number of runs of each
#	                        bench that it keeps, all by default
#	OVP_PARSE, OVP_GROUP, OVP_AGG, OVP_MD, OVP_HTML, OVP_BMF, OVP_SVG
#	                        options of the stages, for all files or one target:
#	                        fib-old.tsv: OVP_PARSE = --names fib
#
# make can't handle names with blanks or any of % : # $ * ? [ ].

OVP_RUNS ?= $(filter-out %.bmf.json,$(wildcard *.json))
OVP_BASE ?= $(OVP_RUNS:%.json=baseline/%.tsv)

OVP_HISTORY ?= history.tsv
ovp_keep := $(dir $(lastword $(MAKEFILE_LIST)))ovp-keep

# The first target of your makefile stays the default goal.
ovp_goal := $(.DEFAULT_GOAL)

# Quotes a word for the shell.
ovp_word = '$(subst ','\'',$(1))'
# Keeps the output of a command only if it succeeds.
ovp_made = >$(call ovp_word,$@.part) && \
	mv -f -- $(call ovp_word,$@.part) $(call ovp_word,$@) || \
	{ rm -f -- $(call ovp_word,$@.part); exit 2; }
# The parser takes some options of ovp-group, so that it drops records early.
ovp_told = $(if $(filter --n% --r% --c%,$(OVP_GROUP)),,--trim $(OVP_GROUP))
ovp_stat = ovp-parse $(ovp_told) $(OVP_PARSE) $(1) -- $(call ovp_word,$<) | \
	ovp-group --trim $(OVP_GROUP) | ovp-agg $(OVP_AGG) $(ovp_made)

%.tsv: %.json
	$(call ovp_stat)

%.tsv: %.prom
	$(call ovp_stat,--format prometheus)

%.md: %.tsv
	ovp-render --md $(OVP_MD) -- $(call ovp_word,$<) $(ovp_made)

# A page reads the samples twice, so a file next to it holds them.
%.html: %.tsv %.json
	ovp-parse $(OVP_PARSE) -- $(call ovp_word,$*.json) \
	    >$(call ovp_word,$@.samples) && \
	ovp-render --html $(OVP_HTML) --samples $(call ovp_word,$@.samples) -- \
	    $(call ovp_word,$<) >$(call ovp_word,$@.part) && \
	rm -f -- $(call ovp_word,$@.samples) && \
	mv -f -- $(call ovp_word,$@.part) $(call ovp_word,$@) || \
	{ rm -f -- $(call ovp_word,$@.part) $(call ovp_word,$@.samples); exit 2; }

%.html: %.tsv
	ovp-render --html $(OVP_HTML) -- $(call ovp_word,$<) $(ovp_made)

%.bmf.json: %.tsv
	ovp-render --bmf $(OVP_BMF) -- $(call ovp_word,$<) $(ovp_made)

%.svg: %.json
	ovp-parse $(OVP_PARSE) -- $(call ovp_word,$<) | ovp-render --svg $(ovp_made)

%.svg: %.tsv
	ovp-render --svg $(OVP_SVG) -- $(call ovp_word,$<) $(ovp_made)

# Keeps tables even if only a report was requested.
.PRECIOUS: %.tsv

.PHONY: check-regress
check-regress: $(OVP_RUNS:%.json=%.tsv) $(OVP_BASE)
	@$(if $(OVP_RUNS),,$(error check-regress: there are no runs, see OVP_RUNS))
	@cat -- $(foreach run,$(OVP_RUNS:%.json=%.tsv),$(call ovp_word,$(run))) | \
	    ovp-diff $(OVP_GATES) -- \
	    $(foreach base,$(OVP_BASE),$(call ovp_word,$(base))) >regress.tsv; \
	verdict=$$?; \
	if [ "$$verdict" -gt 1 ]; then rm -f regress.tsv; exit 2; fi; \
	ovp-render --md $(OVP_MD) regress.tsv >regress.md || \
	    { rm -f regress.md; exit 2; }; \
	exit "$$verdict"

.PHONY: keep-history
keep-history: $(OVP_RUNS:%.json=%.tsv)
	@$(if $(OVP_RUNS),,$(error keep-history: there are no runs, see OVP_RUNS))
	@sh $(call ovp_word,$(ovp_keep)) $(OVP_KEEP:%=-n %) -- \
	    $(call ovp_word,$(OVP_HISTORY)) \
	    $(foreach run,$(OVP_RUNS:%.json=%.tsv),$(call ovp_word,$(run)))

.DEFAULT_GOAL := $(ovp_goal)
