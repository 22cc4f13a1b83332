// JPEG files as pixels; asked through image_file.h.
#pragma once

#include "infographic/image_file.h"

bool image_decode_jpeg(struct arena *arena, struct diag *diag, struct diag_place place,
                       struct str bytes, struct scene_image *out);

// What both kinds of files share: a report of one sentence, and the limits of size. Both return
// false after a report.
bool image_report(struct diag *diag, struct diag_place place, const char *what, const char *hint);
bool image_check_size(struct diag *diag, struct diag_place place, size_t width, size_t height);
