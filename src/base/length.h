// Lengths with their unit.
#pragma once

#include "base/str.h"

// Reads "85mm", "20 cm", "6in", "12pt" or "40px" in CSS px, 1/96 in (CSS Values 3: 1 in = 72 pt =
// 2.54 cm). False when it is no length, or below zero.
bool length_parse(struct str text, double *px);
