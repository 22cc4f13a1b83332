// Writing JSON: strings quoted and escaped, the same bytes each time.
#pragma once

#include "base/str.h"

void buf_add_json_string(struct buf *buf, struct str s); // with its quotes
void buf_add_json_number(struct buf *buf, double value); // null when not finite
