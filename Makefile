# SPDX-License-Identifier: MIT
# What a make other than GNU make reads; GNU make reads GNUmakefile.
all:
	@echo 'ovp is built with GNU make: run gmake' >&2; exit 2

.DEFAULT:
	@echo 'ovp is built with GNU make: run gmake $@' >&2; exit 2
