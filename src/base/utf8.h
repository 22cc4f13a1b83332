// UTF-8: decoding, encoding, validation (Unicode 15, section 3.9).
#pragma once

#include "base/str.h"

enum { UTF8_INVALID = 0xFFFD };

// Decodes the character at *at and moves *at behind it. An invalid sequence gives UTF8_INVALID and
// moves by its maximal valid prefix (at least one byte). *at must be < s.len.
uint32_t utf8_next(struct str s, size_t *at);

// Decodes the character that ends at *at and moves *at to its start. *at must be > 0.
uint32_t utf8_previous(struct str s, size_t *at);

// Writes 1 to 4 bytes; returns how many. Surrogates and values above 10FFFF become UTF8_INVALID.
size_t utf8_encode(uint32_t c, char out[4]);

// Offset of the first byte that is not valid UTF-8, or SIZE_MAX.
size_t utf8_find_invalid(struct str s);

size_t utf8_count(struct str s); // characters (code points)

void buf_add_utf8(struct buf *buf, uint32_t c);
