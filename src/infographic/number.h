// Printed numbers set large: big digits, small words beside them on one baseline (3000余万人次).
#pragma once

#include "infographic/block.h"

struct number {
    const struct text_block *text;
    double width, height; // of the digits' ink: from their top to the baseline
};

// Sets the printed form with digits of `size` px; its words are never below the least size that can
// be read.
struct number number_set(const struct block_context *context, struct str printed, double size,
                         struct colour colour);

// The factor, at most 1 and noted in context->gather, that makes the widest of the printed forms
// fit `width` at `size`.
double number_fit(const struct block_context *context, const struct str *printed, size_t count,
                  double size, double width);

// Draws it with the digits' top left corner at a point.
void number_draw(struct scene *scene, const struct number *number, struct point at);
