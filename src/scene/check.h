// The layout checker: looks at a finished scene, independent of what placed its items.
#pragma once

#include "scene/scene.h"

enum finding_kind {
    FINDING_TEXT_ON_TEXT,    // two texts' ink overlap
    FINDING_TEXT_ON_MARK,    // a text over a mark that is not its own
    FINDING_TEXT_OFF_CANVAS, // ink outside the picture
    FINDING_TEXT_TOO_SMALL,  // below the minimum as read
    FINDING_LOW_CONTRAST,    // against what lies under it
};

struct finding {
    enum finding_kind kind;
    size_t item, other;       // indexes in the scene; other is item when there is only one
    struct rect box;          // where
    struct str text, partner; // words of the two; partner may be empty
    double measure, limit;    // overlap in px², size in px, contrast ratio
};

struct check_limits {
    double min_text_px; // as read: 11 pt on screen, 7 pt in print, in this scene's px
    double contrast_small, contrast_large; // WCAG 4.5 and 3; 0: not checked
    double large_text_px;
};

// Findings in order of the items. A grid keeps it n log n.
size_t scene_check(struct arena *arena, const struct scene *scene, struct check_limits limits,
                   const struct finding **out);

const char *finding_name(enum finding_kind kind); // "text-on-text"
