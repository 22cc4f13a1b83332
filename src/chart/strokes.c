// Strokes by a mark's properties.
#include "chart/strokes.h"

#include <math.h>

static const double *read_dashes(const struct plot *plot, const struct json *json, size_t *count) {
    double *dashes = ARENA_ARRAY(plot->guide.arena, json->count, double), sum = 0;
    *count = 0;
    for (const struct json *dash = json->first; dash; dash = dash->next) {
        dashes[(*count)++] = dash->number;
        sum += dash->number;
    }
    *count = sum > 0 ? *count : 0; // all zero: a solid line
    return dashes;
}

struct stroke stroke_of_mark(const struct plot *plot, const struct plot_unit *unit, size_t row,
                             double width) {
    const struct mark_spec *mark = &unit->spec->mark;
    struct stroke stroke = {.paint = paint_solid(unit->fills[row]),
                            .width = isfinite(mark->stroke_width) ? mark->stroke_width : width};
    if (mark->dashes) {
        stroke.dashes = read_dashes(plot, mark->dashes, &stroke.dash_count);
    }
    return stroke;
}

struct stroke stroke_of_outline(const struct plot *plot, const struct plot_unit *unit) {
    const struct mark_spec *mark = &unit->spec->mark;
    struct colour colour;
    struct stroke stroke = {0};
    if (!mark->stroke || !spec_colour(plot->style, mark->stroke, &colour)) {
        return stroke;
    }
    stroke.paint = paint_solid(colour);
    stroke.width = isfinite(mark->stroke_width) ? mark->stroke_width : 1;
    if (mark->dashes) {
        stroke.dashes = read_dashes(plot, mark->dashes, &stroke.dash_count);
    }
    return stroke;
}
