// Big digits with small units.
#include "infographic/number.h"

#include <math.h>

// Units, 余 and 万 beside the digits, in sizes of the digits; the digits' height in em (Noto Sans
// and Serif CJK: 733 of 1000 units); the gap between the two.
static const double unit_share = 0.45, digit_height = 0.733, unit_gap = 0.06;

static bool is_digit_part(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == ',';
}

// Whether the form is printed in Han numerals only (三张): its first character is its digits.
static bool has_digits(struct str printed) {
    for (size_t i = 0; i < printed.len; i++)
        if (printed.data[i] >= '0' && printed.data[i] <= '9')
            return true;
    return false;
}

static const struct text_block *set_part(const struct block_context *context, struct str words,
                                         double size, struct colour colour) {
    const struct infographic_context *info = context->info;
    const struct look_type *type = &context->look->types[LOOK_NUMBER];
    struct text_request request = {
        .words = words,
        .style = {.fonts = type->font->family,
                  .latin = type->font->latin,
                  .bold = true,
                  .size = size,
                  .colour = colour,
                  .language = info->document->language},
        .place = json_place(info->arena, context->request->json),
    };
    return text_set(info->text, info->arena, info->diag, &request);
}

// The end of the run of digits, or of words, that starts at `from`.
static size_t run_end(struct str printed, size_t from, bool han) {
    if (han)
        return from ? printed.len : printed.len < 3 ? printed.len : 3; // a Han numeral in UTF-8
    bool digits = is_digit_part(printed.data[from]);
    size_t to = from + 1;
    while (to < printed.len && is_digit_part(printed.data[to]) == digits)
        to++;
    return to;
}

struct number number_set(const struct block_context *context, struct str printed, double size,
                         struct colour colour) {
    struct number number = {.words = printed, .height = digit_height * size};
    double unit = fmax(unit_share * size, context->look->least_text);
    bool han = !has_digits(printed);
    for (size_t from = 0; from < printed.len && number.count < NUMBER_PARTS;) {
        bool big = han ? from == 0 : is_digit_part(printed.data[from]);
        size_t to = number.count == NUMBER_PARTS - 1 ? printed.len : run_end(printed, from, han);
        const struct text_block *part =
            set_part(context, str_slice(printed, from, to), big ? size : unit, colour);
        number.x[number.count] = number.width + (number.count ? unit_gap * size : 0);
        number.width = number.x[number.count] + part->width;
        number.parts[number.count++] = part;
        from = to;
    }
    return number;
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
    return scale;
}

void number_draw(struct scene *scene, const struct number *number, struct point at) {
    scene_open_group(scene, ROLE_NUMBER, number->words);
    for (size_t i = 0; i < number->count; i++) {
        struct text_placement place = {.at = {at.x + number->x[i], at.y + number->height},
                                       .baseline = BASELINE_ALPHABETIC};
        text_place(scene, ROLE_NUMBER, OWNER_NONE, number->parts[i], &place);
    }
    scene_close_group(scene);
}
