// What a PNG file says of itself, and whether it is whole.
#pragma once

#include "base/str.h"

enum { PNG_SIDE_LIMIT = 8192 }; // px of a side

// The size in pixels. False when the bytes are not a PNG (ISO/IEC 15948): a wrong signature, chunks
// that do not add up or whose checksums are wrong, no pixels, or sides beyond PNG_SIDE_LIMIT.
bool png_info_read(struct str bytes, unsigned *width, unsigned *height);
