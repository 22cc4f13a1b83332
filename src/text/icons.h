// Icons by name, drawn as outlines from a font of icons (Debian's
// fonts-materialdesignicons-webfont).
//
// The font carries the names itself, so that no list has to be kept beside it; it is opened when
// the first icon is asked for. Chinese names of common ones are in icons.def.
#pragma once

#include "text/text.h"

struct icon {
    struct str name;   // in the font
    struct path shape; // in the square of side 1 around (0, 0), y downwards; may be scene_points'
};

// NULL with a report: no such icon (the nearest names are in the hint), or no such font
// (environment). Lives as long as the engine.
const struct icon *icon_find(struct text_engine *engine, struct diag *diag, struct diag_place place,
                             struct str name);

// All names in the order of the font's bytes, without the Chinese ones; false with a report when
// the font is not installed. In `arena`.
bool icon_list(struct text_engine *engine, struct arena *arena, struct diag *diag,
               struct diag_place place, struct str **names, size_t *count);

// The Chinese names of an icon, separated by 、; STR_NONE when it has none.
struct str icon_chinese_names(struct arena *arena, struct str name);
