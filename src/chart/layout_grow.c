// A fixed frame with few bars: bars, names and above all numbers grow, so that it is not empty.
#include "chart/layout.h"

#include <math.h>

// How much more room each bar must have than it likes before anything grows, and how far each part
// may grow. Numbers grow most: they are what the picture is looked at for.
static const double ROOM_LEAST = 1.15, PITCH_MOST = 1.9, BAR_MOST = 1.4, LABEL_MOST = 1.15,
                    VALUE_MOST = 2;
// Of the picture's width, that the longest value takes when grown.
static const double VALUE_SHARE = 0.2;

// Bars across that carry their values, one a category: nothing else to keep in proportion.
static bool is_plain(const struct plot *plot) {
    return plot->unit_count == 1 && plot->grid.count == 1 && plot->y.discrete && plot->x.labelled &&
           !plot->offsets.count && plot->units[0].stack == STACK_NONE && plot->style->bar_pitch > 0;
}

// Px between title block and foot.
static double free_height(const struct plot *plot, const struct frame_texts *texts) {
    const struct style *style = plot->style;
    double width = plot->context->width - 2 * style->margin;
    struct frame frame = frame_set(&plot->guide, texts, width);
    double free = plot->context->height - 2 * style->margin - frame.head_height - frame.foot_height;
    free -= frame.head_height > 0 ? style->title_gap : 0;
    return free - (frame.foot_height > 0 ? style->foot_gap : 0);
}

// How far the values may grow before the longest takes too much from the bars.
static double value_growth(const struct plot *plot) {
    double longest = 1;
    for (size_t i = 0; i < plot->units[0].rows.count; i++) {
        longest = fmax(longest, plot->units[0].label_widths[i]);
    }
    return fmin(VALUE_MOST, fmax(1, VALUE_SHARE * plot->context->width / longest));
}

void layout_grow_type(struct plot *plot, const struct frame_texts *texts) {
    if (plot->context->height <= 0 || plot->context->width <= 0 || !is_plain(plot)) {
        return;
    }
    double liked = plot->style->bar_pitch * (double)plot->y.words.count;
    double room = free_height(plot, texts) / fmax(1, liked);
    if (room < ROOM_LEAST) {
        return;
    }
    struct style *style = ARENA_NEW(plot->guide.arena, struct style);
    *style = *plot->style;
    style->bar_pitch *= fmin(room, PITCH_MOST);
    style->bar_thickness *= fmin(room, BAR_MOST);
    style->label.size *= fmin(room, LABEL_MOST);
    style->value.size *= fmin(room, value_growth(plot));
    plot->style = plot->guide.style = style;
    plot_label_marks(plot); // their widths have changed
}
