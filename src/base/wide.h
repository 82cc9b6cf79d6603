/* SPDX-License-Identifier: MIT */
/* Whole numbers of 128 bits, which ISO C lacks. */
#ifndef OVP_WIDE_H
#define OVP_WIDE_H

__extension__ typedef unsigned __int128 uint128;

#endif
