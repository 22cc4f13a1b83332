// SHA-256 (FIPS 180-4).
#pragma once

#include "base/str.h"

// The digest of `bytes` as 64 hexadecimal digits.
struct str sha256_text(struct arena *arena, struct str bytes);
