// The brand's mark of a style in a picture.
#pragma once

#include "guides/guide.h"

// Px that the style's logo takes; 0 when it has none.
double logo_width(const struct style *style);
double logo_height(const struct style *style);

// Draws it with its top left corner at `corner`. A path that cannot be read is reported.
void logo_draw(const struct guide_context *context, struct scene *scene, struct point corner);
