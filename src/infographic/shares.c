// Reading parts of a whole, their colours and their legend.
#include "infographic/shares.h"

#include "base/i18n.h"

#include <math.h>

// Designed px.
static const double square = 28, square_gap = 18, number_gap = 16, line_gap = 22, note_gap = 4;

static bool report(const struct block_context *context, const struct json *value, const char *what,
                   const char *hint) {
    diag_error(context->info->diag, DIAG_BLOCK, json_place(context->info->arena, value),
               str_from(hint), "%s", what);
    return false;
}

// 1 for percentages; 0 with a report when nothing says what the parts are of.
static double find_scale(const struct block_context *context, const struct json *value,
                         const struct statistic *items, size_t count) {
    const struct json *id = json_get(value, "whole");
    bool percent = true;
    for (size_t i = 0; i < count; i++)
        percent = percent && str_is(items[i].metric->number.unit, "%");
    if (percent && !id)
        return 1;
    if (!id) {
        report(context, value, _("nothing says what the items are parts of"),
               _("name the metric of the whole as \"whole\"; the items are never added up"));
        return 0;
    }
    const struct metric *whole = statistic_metric(context, id);
    if (!whole)
        return 0;
    if (!(whole->number.value > 0) || !isfinite(whole->number.value) ||
        !str_equal(whole->number.unit, items[0].metric->number.unit)) {
        report(context, id, _("a whole is above zero and has its parts' unit"), "");
        return 0;
    }
    return whole->number.value;
}

// The items' parts; where rounding makes them a little more than the whole, they fill it.
static bool fill_parts(const struct block_context *context, const struct json *value,
                       const struct statistic *items, size_t count, double whole,
                       struct shares *out) {
    double sum = 0, open = 0;
    for (size_t i = 0; i < count; i++) {
        sum += items[i].metric->number.value / whole;
        open += zh_number_tolerance(&items[i].metric->number) / whole;
    }
    if (sum > 1 + open + 1e-9)
        return report(context, value, _("the parts are more than the whole"), "");
    for (size_t i = 0; i < count; i++)
        out->parts[i] = (struct share){
            .item = items[i], .part = items[i].metric->number.value / whole / fmax(sum, 1)};
    out->count = count;
    out->remainder = fmax(1 - sum, 0);
    out->numbered = true;
    return true;
}

bool shares_read(const struct block_context *context, const struct json *value,
                 struct shares *out) {
    struct statistic *items;
    size_t count;
    *out = (struct shares){0};
    if (!amounts_read(context, value, &items, &count))
        return false;
    if (count > SHARES_MOST)
        return report(context, json_get(value, "items"),
                      _("more than seven parts cannot be told apart"),
                      _("put the small ones together, or draw bars"));
    double whole = find_scale(context, value, items, count);
    if (whole <= 0 || !fill_parts(context, value, items, count, whole, out))
        return false;
    struct str rest = block_words(context, value, "rest");
    if (rest.len)
        out->parts[out->count++] =
            (struct share){.item = {.label = rest}, .part = out->remainder, .rest = true};
    return true;
}

struct colour shares_ground(const struct block_context *context) {
    const struct tone *tone = context->tone;
    return colour_mix(tone->paper, tone->ink, 0.12);
}

static bool has_highlight(const struct shares *shares) {
    for (size_t i = 0; i < shares->count; i++)
        if (shares->parts[i].item.highlight)
            return true;
    return false;
}

// Steps of one colour towards the paper, for parts that must not speak louder than another.
static struct colour step_of(struct colour colour, struct colour paper, size_t index,
                             size_t count) {
    return colour_mix(colour, paper, 0.62 * (double)index / (double)count);
}

// One part is in the accent colour; several are in the palette's, and steps of the text's colour
// where the ground itself is the accent colour. Beside a highlighted part the others are grey.
void shares_colour(const struct block_context *context, struct shares *shares) {
    const struct tone *tone = context->tone;
    const struct style *style = context->look->style;
    bool filled = colour_equal(tone->paper, style->accent);
    size_t count = shares->count;
    for (size_t i = 0; i < count; i++) {
        struct share *share = &shares->parts[i];
        if (share->rest)
            share->colour = shares_ground(context);
        else if (share->item.highlight || count - (shares->parts[count - 1].rest ? 1 : 0) == 1)
            share->colour = tone->accent;
        else if (has_highlight(shares))
            share->colour = step_of(tone->context, tone->paper, i, count);
        else if (filled || i >= style->palette_count)
            share->colour = step_of(tone->accent, tone->paper, i, count);
        else
            share->colour = style->palette[i];
    }
}

double shares_set_legend(const struct block_context *context, struct shares *shares, double width) {
    static const double most_share = 0.45;
    struct str numbers[SHARES_MOST];
    size_t numbered = 0;
    for (size_t i = 0; i < shares->count; i++)
        if (!shares->parts[i].rest)
            numbers[numbered++] = shares->parts[i].item.number;
    double size = context->look->types[LOOK_FIGURE].size, height = 0;
    size *= number_fit(context, numbers, numbered, size, most_share * width);
    for (size_t i = 0; i < shares->count; i++) {
        struct share *share = &shares->parts[i];
        double used = block_px(context, square + square_gap);
        share->number = (struct number){0};
        if (shares->numbered && !share->rest) {
            share->number = number_set(context, share->item.number, size, context->tone->ink);
            used += share->number.width + block_px(context, number_gap);
        }
        struct block_text_request request = {.type = LOOK_LABEL,
                                             .words = share->item.label,
                                             .width = width - used,
                                             .mode = TEXT_WRAP};
        share->label = block_set_text(context, &request);
        request.type = LOOK_NOTE;
        request.words = share->item.note;
        share->note = block_set_text(context, &request);
        double first = share->label ? share->label->first_baseline : 0;
        double baseline = fmax(share->number.height, first);
        share->height = fmax(baseline - first + block_height(share->label), baseline);
        share->height += share->note ? share->note->height + block_px(context, note_gap) : 0;
        height += share->height + (i ? block_px(context, line_gap) : 0);
    }
    return height;
}

static void draw_line(const struct block_context *context, const struct share *share,
                      struct scene *scene, struct point at) {
    static const double han_middle = 0.38; // em
    double side = block_px(context, square), x = at.x + block_px(context, square + square_gap);
    double first = share->label ? share->label->first_baseline : 0;
    double baseline = at.y + fmax(share->number.height, first);
    double middle = share->number.text ? share->number.height / 2
                    : share->label     ? han_middle * share->label->style.size
                                       : 0;
    block_fill(scene, ROLE_LEGEND_SYMBOL,
               (struct rect){at.x, baseline - middle - side / 2, side, side}, 0, share->colour);
    if (share->number.text) {
        number_draw(scene, &share->number, (struct point){x, baseline - share->number.height});
        x += share->number.width + block_px(context, number_gap);
    }
    double y = baseline - first + block_put(scene, ROLE_BODY, share->label, x, baseline - first);
    block_put(scene, ROLE_BODY, share->note, x, y + block_px(context, note_gap));
}

void shares_draw_legend(const struct block_context *context, const struct shares *shares,
                        struct scene *scene, struct point corner) {
    for (size_t i = 0; i < shares->count; i++) {
        draw_line(context, &shares->parts[i], scene, corner);
        corner.y += shares->parts[i].height + block_px(context, line_gap);
    }
}
