// Ornaments of banners, drawn as lines: hibiscus (芙蓉) and the waves of a river (锦江).
#pragma once

#include "scene/scene.h"
#include "style/style.h"

// Draws the style's motif in `area`, clipped to it, at its right and lower edge.
void motif_draw(struct scene *scene, enum style_motif motif, struct rect area, double unit,
                struct colour colour);
