// Writes pixels as a PNG file (ISO/IEC 15948), rows from top to bottom in as many calls as wanted.
//
// Up to 256 colours become an exact palette of 1, 2, 4 or 8 bits, more become RGB or RGBA. Rows
// are not filtered: for charts (flat areas, hard edges) that is smaller than filter "up" (104 KB
// against 131 KB for a 1600 × 900 bar chart in RGB, 58 KB as a palette) and costs no pass.
// Compression is one call of libdeflate, level 2 (3.4 ms for that palette; zlib level 1 4.4 ms and
// 15 % larger, level 6 11 ms), because libdeflate packs only whole buffers. A picture whose rows
// exceed PNG_ROWS_WHOLE is streamed through zlib level 1 instead, so memory stays bounded.
#pragma once

#include "base/file.h"

enum { PNG_ROWS_WHOLE = 64 * 1024 * 1024 }; // bytes of rows kept before streaming begins

struct png_form {
    unsigned width, height;  // pixels
    unsigned pixels_a_metre; // for pHYs
    bool alpha;              // pixels may be translucent; else their alpha is ignored
    bool merge;              // near colours may share a palette entry (png_merge.h)
    size_t whole_limit;      // PNG_ROWS_WHOLE; smaller in tests
};

struct png_rows;

// `arena` is asked for its out of memory handler only. Never NULL.
struct png_rows *png_rows_new(struct arena *arena, struct file_output *out, struct png_form form);

// Adds rows of Cairo's ARGB32 or RGB24 pixels, `stride` bytes apart. False when a streamed palette
// overflowed: then call png_rows_restart and add the picture again from its first row.
bool png_rows_add(struct png_rows *rows, const uint8_t *pixels, size_t stride, unsigned count);
void png_rows_restart(struct png_rows *rows);

// Writes what is left; all rows must have been added. False: compression failed.
bool png_rows_finish(struct png_rows *rows);
void png_rows_free(struct png_rows *rows);
