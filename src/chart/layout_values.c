// The steps by which values fit above their columns: as they are, one size down, or an axis of
// amounts in their place, which is reported.
#include "base/i18n.h"
#include "chart/layout.h"

#include <math.h>

// One type size down, as for names of categories.
static const double SIZE_STEP = 0.86;
// Em of air between two values.
static const double APART = 0.35;

// Px from one column to the next, as far as that is known before the margins are.
static double column_pitch(const struct plot *plot, const struct layout *layout) {
    double nested = plot->offsets.count ? (double)plot->offsets.count : 1;
    double bands = fmax(1, (double)plot->x.words.count);
    double content = (layout->width - 2 * plot->style->margin) / (double)plot->grid.columns;
    double step = plot->spec->width.step > 0 ? plot->spec->width.step : plot->style->band_step;
    if (layout->fill_width) {
        return content / bands / nested;
    }
    return plot->spec->width.px > 0 ? plot->spec->width.px / bands / nested : step;
}

static double widest_value(const struct plot_unit *unit) {
    double widest = 0;
    for (size_t i = 0; i < unit->rows.count; i++) {
        widest = fmax(widest, unit->label_widths[i]);
    }
    return widest;
}

static bool stands_above(const struct plot_unit *unit) {
    return unit->labels && !unit->horizontal && unit->stack == STACK_NONE;
}

// The widest of the values that stand above columns; 0 when there are none.
static double widest_above(const struct plot *plot) {
    double widest = 0;
    for (size_t u = 0; u < plot->unit_count; u++) {
        if (stands_above(&plot->units[u])) {
            widest = fmax(widest, widest_value(&plot->units[u]));
        }
    }
    return widest;
}

static void drop_values(struct plot *plot, double widest, double pitch) {
    for (size_t u = 0; u < plot->unit_count; u++) {
        if (stands_above(&plot->units[u])) {
            plot->units[u].labels = NULL;
        }
    }
    plot->y.labelled = false;
    diag_warning(plot->guide.diag, DIAG_LAYOUT, plot->guide.place,
                 STR("draw the bars across, or make the picture wider"),
                 _("values of %.0f px do not fit above columns of %.0f px; an axis shows them"),
                 ceil(widest), floor(pitch));
}

void layout_fit_values(struct plot *plot, const struct layout *layout) {
    if (!plot->x.discrete) {
        return;
    }
    double widest = widest_above(plot), pitch = column_pitch(plot, layout);
    double room = pitch - APART * plot->style->value.size;
    if (widest <= fmax(0, room)) {
        return;
    }
    if (widest * SIZE_STEP <= room) {
        struct style *style = ARENA_NEW(plot->guide.arena, struct style);
        *style = *plot->style;
        style->value.size *= SIZE_STEP;
        plot->style = plot->guide.style = style;
        plot_label_marks(plot);
        return;
    }
    drop_values(plot, widest, pitch);
}
