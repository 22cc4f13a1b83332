// The legend of the colour scale in a chart's layout.
#include "chart/layout.h"
#include "chart/legend_classes.h"
#include "chart/mark.h"

#include "base/i18n.h"

#include <math.h>

// More entries than these are no key that anybody reads; Vega-Lite's limit too.
enum { LEGEND_MOST = 30 };

struct str layout_legend_title(const struct plot *plot, const struct channel_spec *spec) {
    if (spec->has_legend_title) {
        return spec->legend_title;
    }
    return spec->has_title                   ? spec->title
           : plot->style->axis_title_default ? plot_field_title(plot->guide.arena, spec)
                                             : STR_NONE;
}

static void make_room(const struct plot *plot, struct layout *layout, double width, double height) {
    if (plot->style->legend_orient == LEGEND_TOP) {
        layout->top += ceil(height + plot->style->legend_gap);
    } else {
        layout->right += width + plot->style->legend_gap;
    }
}

// A bar of colours; classes as entries but in Vega's look.
static void set_amounts(const struct plot *plot, struct layout *layout, double width) {
    if (plot->ramp.scale.type || legend_looks_like_vegas(plot)) {
        layout->ramp = legend_of_amounts(plot);
        layout->ramp.title = layout_legend_title(plot, plot->colour_spec);
        ramp_set(&plot->guide, &layout->ramp);
    } else {
        layout->legend = legend_of_classes(plot, layout_legend_title(plot, plot->colour_spec));
        legend_set(&plot->guide, &layout->legend, width);
    }
}

// Slices say their category beside their amount, when the style has names at the marks.
static bool name_slices(struct plot *plot) {
    for (size_t i = 0; i < plot->unit_count; i++) {
        const struct plot_unit *unit = &plot->units[i];
        if (unit->rows.values[CHANNEL_COLOR] && (!unit->spec->mark.mark->polar || !unit->labels)) {
            return false;
        }
    }
    plot->slices_named = plot->style->series_names && plot->colour_spec->legend == CHOICE_DEFAULT;
    return plot->slices_named;
}

// The first unit whose rows the colours tell apart.
static const struct plot_unit *coloured_unit(const struct plot *plot) {
    for (size_t i = 0; i < plot->unit_count; i++) {
        if (plot->units[i].rows.values[CHANNEL_COLOR]) {
            return &plot->units[i];
        }
    }
    return &plot->units[0];
}

// Symbols look as the marks do.
enum legend_symbol layout_legend_symbol(const struct plot *plot) {
    const struct mark_spec *mark = &coloured_unit(plot)->spec->mark;
    if (mark->mark->symbols) {
        return mark->filled || plot->style->points_filled ? LEGEND_DOT : LEGEND_RING;
    }
    return mark->mark->strokes ? LEGEND_LINE : LEGEND_SQUARE;
}

// How sheer the marks are, where all are alike.
uint8_t layout_legend_alpha(const struct plot *plot, uint8_t otherwise) {
    const struct plot_unit *unit = coloured_unit(plot);
    for (size_t i = 1; i < unit->rows.count; i++) {
        if (unit->fills[i].a != unit->fills[0].a) {
            return otherwise;
        }
    }
    return unit->rows.count ? unit->fills[0].a : otherwise;
}

// The categories and their colours; of very many the first, then how many are left.
static void list_entries(const struct plot *plot, struct legend *legend) {
    struct arena *arena = plot->guide.arena;
    size_t all = plot->colours.count, count = all > LEGEND_MOST ? LEGEND_MOST : all;
    struct colour *colours = ARENA_ARRAY(arena, count, struct colour);
    struct str *words = ARENA_ARRAY(arena, count, struct str);
    const struct str *shown = plot_shown_words(plot, plot->colour_spec, &plot->colours);
    for (size_t i = 0; i < count; i++) {
        colours[i] = plot_category_colour(plot, i);
        colours[i].a = layout_legend_alpha(plot, colours[i].a);
        words[i] = shown[i];
    }
    if (all > LEGEND_MOST) {
        colours[count - 1] = plot->style->context;
        words[count - 1] =
            str_printf(arena, plot_speaks_chinese(plot) ? "……（另有%zu项）" : "… (%zu more)",
                       all - LEGEND_MOST + 1);
        diag_warning(plot->guide.diag, DIAG_LAYOUT, json_place(arena, plot->colour_spec->json),
                     STR("group the categories, or set \"legend\": null"),
                     _("a legend of %zu categories shows the first %d"), all, LEGEND_MOST - 1);
    }
    *legend = (struct legend){
        .words = words, .colours = colours, .count = count, .symbol = layout_legend_symbol(plot)};
    if (layout_shapes_follow_colours(plot)) {
        legend->shapes = layout_shape_paths(plot, &plot->colours);
        legend->outlined = legend->symbol == LEGEND_RING;
    }
}

static void set_categories(const struct plot *plot, struct layout *layout, double width) {
    list_entries(plot, &layout->legend);
    layout->legend.title = layout_legend_title(plot, plot->colour_spec);
    legend_set(&plot->guide, &layout->legend, width);
}

static bool has_colour_legend(const struct plot *plot) {
    return plot->colour_spec && plot->colour_spec->legend != CHOICE_NO &&
           (plot->ramp.count || plot->colours.count);
}

static const struct channel_spec *key_spec(const struct plot *plot, enum channel channel) {
    return channel == CHANNEL_SHAPE ? plot->shape_spec : plot->size_spec;
}

static void add_key(const struct plot *plot, enum channel channel, struct layout *layout,
                    double width) {
    const struct channel_spec *spec = key_spec(plot, channel);
    bool merged = channel == CHANNEL_SHAPE && layout_shapes_follow_colours(plot);
    if (!spec || spec->legend == CHOICE_NO || merged) {
        return;
    }
    struct legend *key = &layout->keys[layout->key_count++];
    *key = layout_make_key(plot, channel);
    legend_set(&plot->guide, key, width);
}

void layout_add_legend(const struct plot *plot, enum channel channel, struct layout *layout,
                       double width) {
    if (channel != CHANNEL_COLOR) {
        add_key(plot, channel, layout, width);
    } else if (has_colour_legend(plot) && plot->ramp.count) {
        set_amounts(plot, layout, width);
    } else if (has_colour_legend(plot)) {
        set_categories(plot, layout, width);
    }
}

// Px between one legend and the next.
static double legend_gap(const struct plot *plot) {
    return 0.8 * plot->style->legend_label.size;
}

struct point layout_legend_extent(const struct plot *plot, const struct layout *layout) {
    struct point all = {fmax(layout->ramp.width, layout->legend.width),
                        fmax(layout->ramp.height, layout->legend.height)};
    for (size_t i = 0; i < layout->key_count; i++) {
        all.x = fmax(all.x, layout->keys[i].width);
        all.y += (all.y > 0 ? legend_gap(plot) : 0) + layout->keys[i].height;
    }
    return all;
}

void layout_set_legend(struct plot *plot, struct layout *layout) {
    double content = layout->width - 2 * plot->style->margin;
    double width = layout->fill_width ? content : plot->style->legend_label.size * 40;
    bool colours = has_colour_legend(plot) && !plot->legend_apart[CHANNEL_COLOR];
    if (colours &&
        (plot->ramp.count || (!layout_set_series_names(plot, layout) &&
                              !layout_set_piece_names(plot, layout) && !name_slices(plot)))) {
        layout_add_legend(plot, CHANNEL_COLOR, layout, width);
    }
    static const enum channel keys[] = {CHANNEL_SHAPE, CHANNEL_SIZE};
    for (size_t i = 0; i < 2; i++) {
        if (!plot->legend_apart[keys[i]]) {
            add_key(plot, keys[i], layout, width);
        }
    }
    struct point extent = layout_legend_extent(plot, layout);
    if (extent.y > 0) {
        make_room(plot, layout, extent.x, extent.y);
    }
}

void layout_draw_legends(const struct plot *plot, const struct layout *layout,
                         struct point corner) {
    if (layout->ramp.count) {
        ramp_draw(&plot->guide, plot->scene, &layout->ramp, corner);
    } else if (layout->legend.count) {
        legend_draw(&plot->guide, plot->scene, &layout->legend, corner);
    }
    double above = fmax(layout->ramp.height, layout->legend.height);
    for (size_t i = 0; i < layout->key_count; i++) {
        corner.y += above + (above > 0 ? legend_gap(plot) : 0);
        legend_draw(&plot->guide, plot->scene, &layout->keys[i], corner);
        above = layout->keys[i].height;
    }
}

void layout_draw_legend(const struct plot *plot, const struct layout *layout) {
    struct point extent = layout_legend_extent(plot, layout);
    double gap = plot->style->legend_gap;
    bool top = plot->style->legend_orient == LEGEND_TOP;
    struct point corner = {rect_right(plot->whole) + layout->beyond + gap, plot->whole.y};
    if (top) {
        corner.x = layout->fill_width ? plot->style->margin : plot->whole.x;
        corner.y = plot->whole.y - layout->over - extent.y - gap;
    }
    layout_draw_legends(plot, layout, corner);
}
