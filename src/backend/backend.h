// Backends: a finished scene to the bytes of a file. They read, and decide nothing.
#pragma once

#include "base/file.h"
#include "scene/scene.h"
#include "text/font.h"

enum svg_text { SVG_TEXT_OUTLINES, SVG_TEXT_PATHS, SVG_TEXT_TEXT, SVG_TEXT_EMBED };

struct glyph_masks;

struct backend_options {
    double scale;     // of PNG: pixels per px
    bool transparent; // leave the paper out
    bool png_fast;    // palette may merge antialiasing levels
    enum svg_text svg_text;
    long long creation_time;   // of PDF and EPS, seconds since 1970
    struct diag_place place;   // of the figure, for messages
    struct glyph_masks *masks; // of PNG, shared by the run's pictures (glyph_masks.h); may be NULL
};

// One line each in backends.def.
struct backend {
    const char *name; // "svg"; also the extension
    bool (*write)(const struct scene *scene, struct text_engine *text,
                  const struct backend_options *options, struct diag *diag,
                  struct file_output *out);
    // Writes several scenes as the pages of one file; NULL: the format holds one picture.
    bool (*write_pages)(const struct scene_list *pages, struct text_engine *text,
                        const struct backend_options *options, struct diag *diag,
                        struct file_output *out);
};

const struct backend *backend_find(struct str name);
size_t backend_list(const struct backend *const **out);
