// Sizes of pictures: presets, WIDTHxHEIGHT, and the objects of a document.
#pragma once

#include "infographic/infographic.h"

struct picture_size {
    struct str name;      // for file names: a preset, or "800x600"; STR_NONE: the figure's own
    double width, height; // px of a page; width 0: the style's; height 0: by content
    enum page_form form;  // how infographics are dealt out to pages
    double least_text;    // px of the smallest readable text; 0: judged by the width
    double label, space;  // of struct style_reading; 0: the style's own
    const struct json *formats; // the document's list of them for this size, or NULL
};

enum { SIZE_SIDE_LIMIT = 65535 }; // px of any picture; PNG, PDF and EPS have lower ones

// "slide-16x9" or "1600x900" (also 1600x0: height by content). False when it is neither.
bool size_parse(struct str text, struct picture_size *out);

// A document's size: a preset, or {"width": …, "height": …, "labels": …} in px or "80mm", "6in", or
// {"preset": …}, each with "formats". False when it is none.
bool size_read(struct arena *arena, const struct json *value, struct picture_size *out);

size_t size_names(struct arena *arena, const struct str **out);

// The smallest text that can be read in a picture of this width (px).
double size_least_text(const struct picture_size *size, double width);
