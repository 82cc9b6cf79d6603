/* SPDX-License-Identifier: MIT */
/* Error messages, warnings and exit. */
#ifndef OVP_DIAG_H
#define OVP_DIAG_H

#include <stdnoreturn.h>

/* Exit statuses of every program (DESIGN: 1 is a failed gate of ovp-diff). */
enum { EXIT_GATE = 1, EXIT_TROUBLE = 2 };

/* Names this stage; called first in main. The name must outlive the program. */
void diag_stage(const char *stage);
const char *diag_stage_name(void);

/*
 * Sets the function that fail() calls before it exits, with the message on one
 * line, escaped, without the stage's name. The record writer uses it to write
 * the `!error' line after the last complete record. NULL removes it.
 */
void diag_on_fail(
    void (*hook)(void *ctx, const char *stage, const char *message), void *ctx);

/*
 * Calls the hook, prints `STAGE: MESSAGE' and exits with status 2. Arguments of
 * the format may contain any bytes; unprintable ones are shown as vis(3) does
 * in C style. Messages are lower case, without a full stop, and are cut at
 * 2,000 bytes.
 */
noreturn void fail(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/*
 * Fails on behalf of the stage that wrote an `!error' line (see recin): prints
 * nothing and keeps backslashes.
 */
noreturn void fail_as(const char *stage, const char *message);

/* Prints `STAGE: MESSAGE' and returns. */
void warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/*
 * Says what the program waits for if standard input is a terminal, so that it
 * does not seem to hang.
 */
void diag_waits(const char *what);

#endif
