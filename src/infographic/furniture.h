// What stands at the foot of every page: the picture's title and the page's number.
#pragma once

#include "infographic/block.h"

// px of the strip along the page's lower edge.
double furniture_height(const struct block_context *context);

// Draws it on a page of the look's width; `tone` is what the strip lies on.
void furniture_draw(const struct block_context *context, struct scene *scene, enum tone_kind tone,
                    size_t page, size_t pages);
