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

static struct plot_axis *axis_of(struct plot *plot, enum channel channel) {
    return channel == CHANNEL_X ? &plot->x : &plot->y;
}

bool plot_make_axis(struct plot *plot, enum channel channel) {
    struct plot_axis *axis = axis_of(plot, channel);
    *axis = (struct plot_axis){.channel = channel, .words = WORD_SET(plot->guide.arena)};
    axis->spec = plot_first_spec(plot, channel);
    if (!axis->spec) {
        axis->discrete = axis->banded = true; // one band holds all
        word_set_add(&axis->words, STR_NONE);
        return true;
    }
    axis->title = plot_axis_title(plot, channel);
    axis->discrete = axis->spec->type != TYPE_QUANTITATIVE && axis->spec->type != TYPE_TEMPORAL;
    axis->reverse = axis->spec->scale.reverse;
    if (!axis->discrete) {
        return plot_make_amounts(plot, axis);
    }
    axis->banded = any_banded(plot) && !axis->spec->scale.points;
    axis->words = plot_collect_categories(plot, axis->channel, axis->spec);
    axis->dated = plot_words_are_dates(plot, &axis->words);
    return true;
}

void plot_take_axis(struct plot *plot, enum channel channel, const struct plot_axis *shared) {
    struct plot_axis *axis = axis_of(plot, channel);
    *axis = *shared;
    axis->spec = plot_first_spec(plot, channel);
    axis->title = plot_axis_title(plot, channel);
}

bool plot_collect_colours(struct plot *plot) {
    plot->colour_spec = plot_first_spec(plot, CHANNEL_COLOR);
    if (!plot->colour_spec) {
        return true;
    }
    if (plot->colour_spec->scale.identity) {
        return true;
    }
    enum field_type type = plot->colour_spec->type;
    if (type == TYPE_QUANTITATIVE || type == TYPE_TEMPORAL) {
        return plot_make_ramp(plot);
    }
    plot->colours = plot_collect_categories(plot, CHANNEL_COLOR, plot->colour_spec);
    return plot_find_scheme(plot);
}

void plot_make_offsets(struct plot *plot) {
    const struct channel_spec *offset = plot_first_spec(plot, CHANNEL_XOFFSET);
    enum channel channel = offset ? CHANNEL_XOFFSET : CHANNEL_YOFFSET;
    offset = offset ? offset : plot_first_spec(plot, CHANNEL_YOFFSET);
    if (offset) {
        plot->offsets = plot_collect_categories(plot, channel, offset);
    }
}
