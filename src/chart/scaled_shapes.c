// Shapes of points by category.
#include "chart/plot.h"

// Vega's order of shapes by category.
static const enum symbol defaults[] = {
    SYMBOL_CIRCLE,  SYMBOL_SQUARE,         SYMBOL_TRIANGLE_UP,   SYMBOL_CROSS,
    SYMBOL_DIAMOND, SYMBOL_TRIANGLE_RIGHT, SYMBOL_TRIANGLE_DOWN, SYMBOL_TRIANGLE_LEFT,
};

void plot_collect_shapes(struct plot *plot) {
    plot->shape_spec = plot_collect_words(plot, CHANNEL_SHAPE, &plot->shapes);
}

enum symbol plot_category_symbol(const struct plot *plot, size_t index) {
    const struct json *range = plot->shape_spec->scale.range;
    return range && range->count ? symbol_find(json_at(range, index % range->count)->string)
                                 : defaults[index % SYMBOL_COUNT];
}

enum symbol plot_row_symbol(const struct plot *plot, const struct plot_unit *unit, size_t row) {
    const struct channel_spec *channel = &unit->spec->channels[CHANNEL_SHAPE];
    const struct value *values = unit->rows.values[CHANNEL_SHAPE];
    if (values && plot->shape_spec) {
        struct str word = plot_word(plot->guide.arena, values[row]);
        size_t index = word_set_find(&plot->shapes, word);
        return index == SIZE_MAX ? unit->spec->mark.symbol : plot_category_symbol(plot, index);
    }
    return channel->value ? symbol_find(channel->value->string) : unit->spec->mark.symbol;
}
