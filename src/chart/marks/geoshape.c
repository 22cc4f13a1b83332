// Shapes of the earth's surface: regions as areas, borders as lines.
#include "chart/places.h"
#include "chart/strokes.h"

#include <math.h>

// Named properties of the mark, else in the style's look: neighbours are told apart by a gap.
static struct stroke stroke_of(const struct plot *plot, const struct plot_unit *unit, size_t row,
                               bool filled) {
    const struct mark_spec *mark = &unit->spec->mark;
    struct stroke stroke = stroke_of_mark(plot, unit, row, 1);
    struct colour colour = unit->fills[row];
    bool given = spec_colour(plot->style, mark->stroke, &colour);
    if (filled && !given) {
        stroke.width = plot->style->cell_gap > 0 ? fmin(plot->style->cell_gap, 1) : 0;
        colour = plot->style->paper;
    }
    stroke.paint = paint_solid(colour);
    stroke.join = JOIN_ROUND;
    return stroke;
}

static bool is_filled(const struct plot_unit *unit) {
    const struct json *filled = json_get(unit->spec->mark.json, "filled");
    return json_bool(filled, true);
}

// The region's name, for readers' machines.
static struct str row_name(const struct plot_unit *unit, size_t row) {
    size_t column = table_find_column(unit->table, STR(PLACES_NAME));
    if (column == SIZE_MAX) {
        return STR_NONE;
    }
    struct value value = unit->table->columns[column].values[unit->rows.origin[row]];
    return value.kind == VALUE_STRING ? value.string : STR_NONE;
}

static struct str row_words(const struct plot *plot, const struct plot_unit *unit, size_t row) {
    struct str name = row_name(unit, row);
    const struct value *values = unit->rows.values[CHANNEL_COLOR];
    if (!values || values[row].kind == VALUE_NULL) {
        return name;
    }
    struct str said = values[row].kind == VALUE_NUMBER
                          ? plot_print_amount(plot, unit, values[row].number)
                          : plot_word(plot->guide.arena, values[row]);
    const char *between = plot_speaks_chinese(plot) ? "：" : ": ";
    return name.len
               ? str_printf(plot->guide.arena, "%.*s%s%.*s", STR_ARG(name), between, STR_ARG(said))
               : said;
}

static void draw_shape(struct plot *plot, const struct plot_unit *unit, size_t row, size_t shape) {
    const struct chart_places *places = plot->context->places;
    struct path outline = places->outline(places->bridge, shape);
    if (!outline.verb_count) {
        return; // too small to be seen, or beyond the projection
    }
    bool filled = is_filled(unit) && !places->is_line(places->bridge, shape);
    struct scene_path path = {.path = outline, .even_odd = true, .opacity = 1};
    if (filled) {
        path.fill = paint_solid(unit->fills[row]);
    }
    path.stroke = stroke_of(plot, unit, row, filled);
    scene_add_path(plot->scene, ROLE_REGION, scene_new_owner(plot->scene), path)->label =
        row_words(plot, unit, row);
}

static void draw(struct plot *plot, const struct plot_unit *unit) {
    scene_open_group(plot->scene, ROLE_MARK, STR_NONE);
    for (size_t i = 0; i < unit->rows.count; i++) {
        size_t shape = plot_row_shape(unit, i);
        if (shape != SIZE_MAX) {
            draw_shape(plot, unit, i, shape);
        }
    }
    scene_close_group(plot->scene);
}

const struct mark mark_geoshape = {.name = "geoshape",
                                   .shapes = true,
                                   .words = "地图",
                                   .properties = "fill filled stroke strokeWidth strokeDash",
                                   .draw = draw};
