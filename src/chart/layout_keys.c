// Legends of what is not told by colours: shapes, and sizes of points.
#include "chart/layout.h"
#include "chart/mark.h"

#include <math.h>

// About how many sizes are shown, as Vega has it; a narrow page needs fewer.
enum { SIZE_TICKS = 5, SIZE_TICKS_PRINT = 3 };

// The first unit that draws the channel.
static const struct plot_unit *find_unit(const struct plot *plot, enum channel channel) {
    size_t i = 0;
    while (i + 1 < plot->unit_count && !plot->units[i].rows.values[channel]) {
        i++;
    }
    return &plot->units[i];
}

bool layout_shapes_follow_colours(const struct plot *plot) {
    const struct channel_spec *shape = plot->shape_spec, *colour = plot->colour_spec;
    return shape && colour && !plot->ramp.count && str_equal(shape->field, colour->field) &&
           colour->legend != CHOICE_NO;
}

static struct path outline_of(const struct plot *plot, enum symbol symbol, double size) {
    struct path_builder builder = PATH_BUILDER(plot->guide.arena);
    symbol_add(&builder, symbol, (struct point){0, 0}, size);
    return path_done(&builder);
}

const struct path *layout_shape_paths(const struct plot *plot, const struct word_set *words) {
    struct path *paths = ARENA_ARRAY(plot->guide.arena, words->count, struct path);
    double side = plot->style->legend_label.size;
    for (size_t i = 0; i < words->count; i++) {
        size_t index = word_set_find(&plot->shapes, words->words[i]);
        enum symbol symbol = index == SIZE_MAX ? SYMBOL_CIRCLE : plot_category_symbol(plot, index);
        paths[i] = outline_of(plot, symbol, side * side);
    }
    return paths;
}

// In the colour of the points, where they have one.
static const struct colour *plain_colours(const struct plot *plot, const struct plot_unit *unit,
                                          size_t count) {
    struct colour *colours = ARENA_ARRAY(plot->guide.arena, count, struct colour);
    bool plain = !unit->rows.values[CHANNEL_COLOR] && unit->rows.count;
    for (size_t i = 0; i < count; i++) {
        colours[i] = plain ? unit->fills[0] : plot->style->muted;
    }
    return colours;
}

static void list_sizes(const struct plot *plot, const struct plot_unit *unit,
                       struct legend *legend) {
    struct arena *arena = plot->guide.arena;
    bool vega = plot->style->number_form == NUMBER_D3;
    struct scale scale = {.type = &scale_linear,
                          .domain = {plot->size_domain[0], plot->size_domain[1]}};
    double *ticks;
    size_t all = scale_ticks(arena, &scale, vega ? SIZE_TICKS : SIZE_TICKS_PRINT, &ticks);
    struct path *shapes = ARENA_ARRAY(arena, all, struct path);
    struct str *words = ARENA_ARRAY(arena, all, struct str);
    for (size_t i = 0; i < all; i++) {
        double size = plot_size_of(plot, ticks[i]);
        if (size > 0) { // nothing is drawn for zero
            shapes[legend->count] = outline_of(plot, unit->spec->mark.symbol, size);
            words[legend->count++] = plot_print_amount(plot, unit, ticks[i]);
        }
    }
    legend->shapes = shapes;
    legend->words = words;
}

struct legend layout_make_key(const struct plot *plot, enum channel channel) {
    const struct plot_unit *unit = find_unit(plot, channel);
    const struct mark_spec *mark = &unit->spec->mark;
    bool shapes = channel == CHANNEL_SHAPE;
    struct legend legend = {
        .outlined = !mark->filled && !plot->style->points_filled,
        .title = layout_legend_title(plot, shapes ? plot->shape_spec : plot->size_spec),
    };
    if (shapes) {
        legend.words = plot->shapes.words;
        legend.count = plot->shapes.count;
        legend.shapes = layout_shape_paths(plot, &plot->shapes);
    } else {
        list_sizes(plot, unit, &legend);
    }
    legend.colours = plain_colours(plot, unit, legend.count);
    return legend;
}
