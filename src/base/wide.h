/* SPDX-License-Identifier: MIT */
/* Whole numbers of 128 bits, which ISO C does not have. */
#ifndef OVP_WIDE_H
#define OVP_WIDE_H

__extension__ typedef unsigned __int128 uint128;

#endif
