// The frame of a figure: title block above (or below) the plot, notes, sources and credit at the
// foot.
#pragma once

#include "guides/guide.h"

struct frame_texts {
    struct str number, title, subtitle, credit; // STR_NONE: absent
    struct str unit;                            // said above the plot's right end
    const struct str *notes, *sources;
    size_t note_count, source_count;
    struct diag_place title_place, subtitle_place, notes_place; // unknown ones: the context's
};

struct frame {
    const struct text_block *title, *subtitle, *notes, *sources, *unit; // NULL: absent
    double head_height, foot_height;                                    // 0 when empty
    bool logo_in_head, logo_in_foot;
    double logo_room; // px that the logo takes at the right end of its part, its gap included
};

// Sets the texts within `width` px; 0 sets no limit.
struct frame frame_set(const struct guide_context *context, const struct frame_texts *texts,
                       double width);

// The title block or the foot alone, with the logo if that is where it stands: for pages that have
// only one of them.
struct frame frame_head(const struct frame *frame);
struct frame frame_foot(const struct frame *frame);

// Draws the unit with its bottom right corner at a point.
void frame_draw_unit(struct scene *scene, const struct frame *frame, struct point corner);

// Draws title block and foot; `head` and `foot` are the boxes they stand in.
void frame_draw(const struct guide_context *context, struct scene *scene, const struct frame *frame,
                struct rect head, struct rect foot);
