/* SPDX-License-Identifier: MIT */
/* Powers of ten as doubles. */
#ifndef OVP_POWERS_H
#define OVP_POWERS_H

/* All that a double holds exactly: 1e0 to 1e22. */
enum { POWERS = 23 };
extern const double power_of_ten[POWERS];

#endif
