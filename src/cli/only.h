// What --only asks for: figures by their ids, pictures by their names (yitu.wechat), pages
// (yitu-p02, yitu.slides-p02).
#pragma once

#include "base/str.h"

struct only {
    const struct str *words;
    size_t count; // 0: everything is wanted
    bool *found;  // of each word
};

// Whether a word may be about the figure, before its pictures are known.
bool only_names_figure(const struct only *only, struct str id);

// Whether a picture is wanted: of the figure `id`, itself named `name`, with pages or without.
// *page: the one wanted, from 1, or 0: all.
bool only_wants(struct only *only, struct str id, struct str name, bool paged, size_t *page);

// Notes that the words about a figure have been answered with a fault of it.
void only_excuse(struct only *only, struct str id);
