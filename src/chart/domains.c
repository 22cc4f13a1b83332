// Axes: what they span, and their titles.
#include "chart/mark.h"

#include <math.h>

static bool any_banded(struct plot *plot) {
    for (size_t i = 0; i < plot->unit_count; i++) {
        if (plot->units[i].spec->mark.mark->banded) {
            return true;
        }
    }
    return false;
}

static bool make_axis(struct plot *plot, struct plot_axis *axis) {
    axis->spec = plot_first_spec(plot, axis->channel);
    if (!axis->spec) {
        axis->discrete = axis->banded = true; // one band holds all
        word_set_add(&axis->words, STR_NONE);
        return true;
    }
    axis->title = plot_axis_title(plot, axis->channel);
    axis->discrete = axis->spec->type != TYPE_QUANTITATIVE && axis->spec->type != TYPE_TEMPORAL;
    axis->reverse = axis->spec->scale.reverse;
    if (!axis->discrete) {
        return plot_make_amounts(plot, axis);
    }
    axis->banded = any_banded(plot);
    axis->words = plot_collect_categories(plot, axis->channel, axis->spec);
    axis->dated = plot_words_are_dates(plot, &axis->words);
    return true;
}

bool plot_collect_colours(struct plot *plot) {
    plot->colour_spec = plot_first_spec(plot, CHANNEL_COLOR);
    if (!plot->colour_spec) {
        return true;
    }
    if (plot->colour_spec->type == TYPE_QUANTITATIVE) {
        return plot_make_ramp(plot);
    }
    plot->colours = plot_collect_categories(plot, CHANNEL_COLOR, plot->colour_spec);
    return true;
}

bool plot_make_scales(struct plot *plot) {
    struct arena *arena = plot->guide.arena;
    plot->x = (struct plot_axis){.channel = CHANNEL_X, .words = WORD_SET(arena)};
    plot->y = (struct plot_axis){.channel = CHANNEL_Y, .words = WORD_SET(arena)};
    if (!make_axis(plot, &plot->x) || !make_axis(plot, &plot->y)) {
        return false;
    }
    const struct channel_spec *offset = plot_first_spec(plot, CHANNEL_XOFFSET);
    enum channel channel = offset ? CHANNEL_XOFFSET : CHANNEL_YOFFSET;
    offset = offset ? offset : plot_first_spec(plot, CHANNEL_YOFFSET);
    if (offset) {
        plot->offsets = plot_collect_categories(plot, channel, offset);
    }
    return true;
}
