// Pictures from files: PNG and JPEG as pixels, their size checked before anything is decoded.
#pragma once

#include "base/diag.h"
#include "scene/scene.h"

enum {
    IMAGE_FILE_LIMIT = 32 * 1024 * 1024,  // bytes of a file
    IMAGE_SIDE_LIMIT = 16 * 1024,         // pixels of a side
    IMAGE_PIXEL_LIMIT = 40 * 1000 * 1000, // pixels of all
};

// Decodes the bytes of a file; `out` has the pixels and the bytes themselves (borrowed), no place.
// False with a report at `place` when the file is neither PNG nor JPEG, cut short, damaged, larger
// than the limits, a JPEG of CMYK colours, or one that its camera stored turned.
bool image_file_decode(struct arena *arena, struct diag *diag, struct diag_place place,
                       struct str bytes, struct scene_image *out);
