// Icons of blocks: reading their names, drawing them in a square.
#pragma once

#include "infographic/block.h"
#include "text/icons.h"

// The key of an object that may show an icon.
#define ICON_FIELD                                                                                 \
    {                                                                                              \
        "icon", &shape_string, false,                                                              \
            N_("The name of an icon, English or Chinese; `tushuo fonts --icons` lists the names.") \
    }

// *out is NULL where the value names none; false when a fault was reported.
bool icon_read(const struct block_context *context, const struct json *value,
               const struct icon **out);

// px from the left of its square to its ink: less by that, an icon stands flush with a text's edge.
double icon_blank(const struct icon *icon, double side);

// The icon `side` px wide and high; nothing for NULL. Its label is the name.
void icon_draw(struct scene *scene, const struct icon *icon, struct point corner, double side,
               struct colour colour);
// As icon_draw, its ink flush with the corner's left edge.
void icon_draw_flush(struct scene *scene, const struct icon *icon, struct point corner, double side,
                     struct colour colour);
