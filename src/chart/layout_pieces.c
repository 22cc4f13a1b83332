// Names above the pieces of the first bar, where they fit, in place of a legend.
#include "chart/layout.h"
#include "chart/mark.h"

#include <math.h>

enum { PIECES_MOST = 6, LARGE_TEXT = 24 }; // names; px of 18 pt
// Of the picture's width, that bars across have at least, whatever their names take.
static const double BARS_SHARE = 0.6;
// Em between two names.
static const double APART = 0.6;

static const struct plot_unit *piled_bars(const struct plot *plot) {
    const struct plot_unit *unit = &plot->units[0];
    bool plain = plot->unit_count == 1 && plot->grid.count == 1 && !plot->offsets.count;
    return plain && unit->horizontal && unit->stack != STACK_NONE &&
                   unit->spec->mark.mark->banded && plot->y.banded && plot->y.words.count
               ? unit
               : NULL;
}

// The row of the first bar that has the colour; SIZE_MAX when it has none.
static size_t find_piece(const struct plot *plot, const struct plot_unit *unit, size_t colour) {
    const struct value *bars = unit->rows.values[CHANNEL_Y];
    const struct value *colours = unit->rows.values[CHANNEL_COLOR];
    struct arena *arena = plot->guide.arena;
    for (size_t i = 0; bars && colours && i < unit->rows.count; i++) {
        if (str_equal(plot_word(arena, bars[i]), plot->y.words.words[0]) &&
            str_equal(plot_word(arena, colours[i]), plot->colours.words[colour])) {
            return i;
        }
    }
    return SIZE_MAX;
}

static bool piece_holds_name(const struct plot *plot, const struct plot_unit *unit, size_t colour,
                             double length) {
    size_t row = find_piece(plot, unit, colour);
    if (row == SIZE_MAX) {
        return false;
    }
    const double *domain = plot->x.scale.domain;
    double share = fabs((unit->rows.to[row] - unit->rows.from[row]) / (domain[1] - domain[0]));
    double name =
        guide_width(&plot->guide, &plot->style->legend_label, plot->colours.words[colour]);
    return share * length >= name + APART * plot->style->legend_label.size;
}

bool layout_set_piece_names(struct plot *plot, struct layout *layout) {
    const struct plot_unit *unit = piled_bars(plot);
    const struct style_text *look = &plot->style->legend_label;
    if (!unit || !plot->style->series_names || !layout->fill_width || plot->colours.count < 2 ||
        plot->colours.count > PIECES_MOST || plot->colour_spec->legend != CHOICE_DEFAULT) {
        return false;
    }
    if (layout->frame.unit || plot->y.title.len) { // these stand there
        return false;
    }
    for (size_t i = 0; i < plot->colours.count; i++) {
        if (!piece_holds_name(plot, unit, i, BARS_SHARE * layout->width)) {
            return false;
        }
    }
    layout->piece_names = true;
    layout->top += ceil(look->size * look->pitch + plot->style->label_gap);
    return true;
}

void layout_draw_piece_names(struct plot *plot, const struct layout *layout) {
    const struct plot_unit *unit = piled_bars(plot);
    if (!layout->piece_names || !unit) {
        return;
    }
    double least = plot->style->legend_label.size >= LARGE_TEXT ? 3 : 4.5; // WCAG 2.1, 1.4.3
    double bar = plot->area.y + scale_band_start(&plot->y.band, 0);
    bar -= layout_above_height(plot, layout);
    scene_open_group(plot->scene, ROLE_LEGEND, STR_NONE);
    for (size_t i = 0; i < plot->colours.count; i++) {
        size_t row = find_piece(plot, unit, i);
        double middle = (scale_map(&plot->x.scale, unit->rows.from[row]) +
                         scale_map(&plot->x.scale, unit->rows.to[row])) /
                        2;
        struct style_text *look = ARENA_NEW(plot->guide.arena, struct style_text);
        struct colour colour = plot_category_colour(plot, i);
        *look = plot->style->legend_label;
        look->bold = true;
        look->colour = colour_contrast(colour, plot->style->paper) >= least ? colour : look->colour;
        struct text_placement place = {
            .at = {plot->area.x + middle, bar - plot->style->label_gap},
            .align = ALIGN_CENTRE,
            .baseline = BASELINE_BOTTOM,
        };
        text_place(plot->scene, ROLE_LEGEND_LABEL, OWNER_NONE,
                   guide_set(&plot->guide, look, plot->colours.words[i], 0, TEXT_WRAP), &place);
    }
    scene_close_group(plot->scene);
}
