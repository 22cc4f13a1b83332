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

// The icon `side` px wide and high; nothing for NULL. Its label is the name.
void icon_draw(struct scene *scene, const struct icon *icon, struct point corner, double side,
               struct colour colour);
