/* SPDX-License-Identifier: MIT */
/* Messages on standard error, exit on trouble. */
#ifndef OVP_DIAG_H
#define OVP_DIAG_H

#include <stdnoreturn.h>

/* Exit statuses of every program (DESIGN: 1 is a failed gate of ovp-diff). */
enum { EXIT_GATE = 1, EXIT_TROUBLE = 2 };

/* Names this stage; called first in main. The name must outlive the program. */
void diag_stage(const char *stage);
const char *diag_stage_name(void);

/*
 * Sets what fail() calls with its message (without the stage's name, escaped,
 * on one line) before it exits: the record writer, which puts the `!error'
 * line behind the last whole record. NULL takes it back.
 */
void diag_on_fail(void (*hook)(void *ctx, const char *stage,
    const char *message), void *ctx);

/*
 * Prints `STAGE: MESSAGE' and exits 2, telling the hook first. The format's
 * arguments may hold any bytes: what is not printable is shown as vis(3) does
 * in C style. Messages are lower case, without a full stop, and longer ones
 * are cut at 2,000 bytes.
 */
noreturn void fail(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/*
 * The same, on behalf of the stage that wrote an `!error' line (see recin):
 * nothing is printed, and backslashes stay as they are.
 */
noreturn void fail_as(const char *stage, const char *message);

/* Prints `STAGE: MESSAGE' and goes on. */
void warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/*
 * Says what is waited for on standard input if that is a terminal: a program
 * that was given no input should not look as if it hung.
 */
void diag_waits(const char *what);

#endif
