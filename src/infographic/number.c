// Big digits with small units.
#include "infographic/number.h"

#include <math.h>

// Units, 余 and 万 beside the digits, in sizes of the digits; the digits' height in em (Noto Sans
// and Serif CJK: 733 of 1000 units).
static const double unit_share = 0.45, digit_height = 0.733;

struct number number_set(const struct block_context *context, struct str printed, double size,
                         struct colour colour) {
    const struct infographic_context *info = context->info;
    const struct look_type *type = &context->look->types[LOOK_NUMBER];
    struct text_number number = {
        .printed = printed,
        .style = {.fonts = type->font->family,
                  .latin = type->font->latin,
                  .bold = true,
                  .size = size,
                  .colour = colour,
                  .language = info->document->language},
        .unit_scale = fmin(fmax(unit_share, context->look->least_text / size), 1),
        .place = json_place(info->arena, context->request->json),
    };
    const struct text_block *text = text_set_number(info->text, info->arena, info->diag, &number);
    return (struct number){.text = text, .width = text->width, .height = digit_height * size};
}

static double widest(const struct block_context *context, const struct str *printed, size_t count,
                     double size) {
    double width = 0;
    for (size_t i = 0; i < count; i++)
        width = fmax(width, number_set(context, printed[i], size, context->tone->ink).width);
    return width;
}

// Units have a least size, so that the width does not shrink with the digits: a few rounds.
double number_fit(const struct block_context *context, const struct str *printed, size_t count,
                  double size, double width) {
    enum { ROUNDS = 6 };
    double scale = 1;
    for (int i = 0; i < ROUNDS; i++) {
        double found = widest(context, printed, count, scale * size);
        if (found <= width)
            break;
        scale *= width / found;
    }
    context->gather->tightest = fmin(context->gather->tightest, scale);
    return scale;
}

void number_draw(struct scene *scene, const struct number *number, struct point at) {
    struct text_placement place = {.at = {at.x, at.y + number->height},
                                   .baseline = BASELINE_ALPHABETIC};
    text_place(scene, ROLE_NUMBER, OWNER_NONE, number->text, &place);
}
