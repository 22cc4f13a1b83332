// A scene through a backend into memory: for standard output and for pages that hold pictures.
#pragma once

#include "backend/backend.h"

// Through the backend, which must hold pages when there are several. False when it reported a
// fault.
bool output_pages(const struct backend *backend, const struct scene_list *pages,
                  struct text_engine *text, const struct backend_options *options,
                  struct diag *diag, struct file_output *out);

// Appends the picture's bytes. False when the backend reported a fault.
bool output_picture(const struct backend *backend, const struct scene_list *pages,
                    struct text_engine *text, const struct backend_options *options,
                    struct diag *diag, struct buf *out);

// Date for PDF and EPS in seconds since 1970: SOURCE_DATE_EPOCH, else `date` (2023, 2023-02 or
// 2023-02-18, midnight UTC), else 0.
long long output_date(struct str date);

extern const char *const output_svg_texts[4]; // as enum svg_text
