// Positions of boundary files, [104.06, 30.67]: read without tokens, since a file has a million.
#pragma once

#include "base/str.h"

enum { POSITION_NUMBERS = 4 };

// The numbers of an array whose bracket stands before *at; *at goes behind the closing one. 0, with
// *at as it was, when the text is not plainly an array of one to four numbers.
size_t position_read(struct str text, size_t *at, double numbers[POSITION_NUMBERS]);
