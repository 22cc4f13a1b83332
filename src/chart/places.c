// Fitting a chart's shapes and places into its plot.
#include "chart/places.h"

#include "base/i18n.h"
#include "chart/mark.h"

#include <math.h>

bool plot_has_place(const struct plot_unit *unit) {
    return unit->spec->channels[CHANNEL_LONGITUDE].given &&
           unit->spec->channels[CHANNEL_LATITUDE].given;
}

static bool is_shape(const struct plot_unit *unit) {
    return unit->spec->mark.mark->shapes;
}

bool plot_is_map(const struct plot *plot) {
    for (size_t i = 0; i < plot->unit_count; i++) {
        if (is_shape(&plot->units[i]) || plot_has_place(&plot->units[i])) {
            return true;
        }
    }
    return false;
}

size_t plot_row_shape(const struct plot_unit *unit, size_t row) {
    size_t column = table_find_column(unit->table, STR(PLACES_SHAPE));
    struct value value = unit->table->columns[column].values[unit->rows.origin[row]];
    return value.kind == VALUE_NUMBER ? (size_t)value.number : SIZE_MAX;
}

static bool row_degrees(const struct plot_unit *unit, size_t row, struct point *degrees) {
    const struct value *lon = unit->rows.values[CHANNEL_LONGITUDE];
    const struct value *lat = unit->rows.values[CHANNEL_LATITUDE];
    if (!lon || !lat || lon[row].kind != VALUE_NUMBER || lat[row].kind != VALUE_NUMBER) {
        return false;
    }
    *degrees = (struct point){lon[row].number, lat[row].number};
    return fabs(degrees->x) <= 360 && fabs(degrees->y) <= 90;
}

bool plot_row_degrees_px(const struct plot *plot, const struct plot_unit *unit, size_t row,
                         struct point *point) {
    const struct chart_places *places = plot->context->places;
    struct point degrees;
    if (!row_degrees(unit, row, &degrees)) {
        return false;
    }
    *point = places->place(places->bridge, degrees.x, degrees.y);
    return isfinite(point->x) && isfinite(point->y);
}

// ---- checks

static bool report(const struct plot *plot, const struct plot_unit *unit, const char *hint,
                   const char *message) {
    diag_error(plot->guide.diag, DIAG_MISSING_FIELD,
               json_place(plot->guide.arena, unit->spec->json), str_from(hint), "%s", message);
    return false;
}

static bool check_unit(const struct plot *plot, const struct plot_unit *unit) {
    const struct channel_spec *channels = unit->spec->channels;
    bool placed = channels[CHANNEL_LONGITUDE].given || channels[CHANNEL_LATITUDE].given;
    if (is_shape(unit) && table_find_column(unit->table, STR(PLACES_SHAPE)) == SIZE_MAX) {
        return report(plot, unit, _("its data is GeoJSON or TopoJSON"),
                      _("the mark “geoshape” needs boundaries"));
    }
    if (placed && (!plot_has_place(unit) || !unit->spec->mark.mark->places)) {
        return report(plot, unit, _("give points and texts both of them"),
                      _("“longitude” and “latitude” place points and texts together"));
    }
    if (plot_is_map(plot) && !is_shape(unit) && !plot_has_place(unit)) {
        return report(plot, unit, _("give the layer “longitude” and “latitude”"),
                      _("a layer over shapes has no place on the map"));
    }
    return true;
}

bool plot_check_places(const struct plot *plot) {
    bool sound = true;
    if (plot->spec->projection && !plot_is_map(plot)) {
        diag_error(plot->guide.diag, DIAG_UNSUPPORTED,
                   json_key_place(plot->guide.arena, plot->spec->projection),
                   str_from(_("leave it out, or draw “geoshape” or “longitude” and “latitude”")),
                   _("a projection goes with maps"));
        return false;
    }
    for (size_t i = 0; i < plot->unit_count; i++) {
        sound = check_unit(plot, &plot->units[i]) && sound;
    }
    return sound;
}

// ---- fitting

static size_t count_rows(const struct plot *plot) {
    size_t count = 0;
    for (size_t i = 0; i < plot->unit_count; i++) {
        count += plot->units[i].rows.count;
    }
    return count;
}

bool plot_fit_places(const struct plot *plot) {
    if (!plot_is_map(plot)) {
        return true;
    }
    size_t *shapes = ARENA_ARRAY(plot->guide.arena, count_rows(plot), size_t);
    struct point *places = ARENA_ARRAY(plot->guide.arena, count_rows(plot), struct point);
    struct places_shown shown = {.shapes = shapes, .places = places};
    for (size_t i = 0; i < plot->unit_count; i++) {
        const struct plot_unit *unit = &plot->units[i];
        for (size_t row = 0; row < unit->rows.count; row++) {
            size_t shape = is_shape(unit) ? plot_row_shape(unit, row) : SIZE_MAX;
            if (shape != SIZE_MAX) {
                shapes[shown.shape_count++] = shape;
            }
            shown.place_count += row_degrees(unit, row, &places[shown.place_count]);
        }
    }
    if (!shown.shape_count && !shown.place_count) {
        diag_error(plot->guide.diag, DIAG_EMPTY_DATA, plot->guide.place,
                   STR("give it rows with numbers, or leave the figure out"),
                   _("no row has a place on the map"));
        return false;
    }
    const struct chart_places *bridge = plot->context->places;
    return bridge->fit(bridge->bridge, plot->spec->projection, &shown, plot->area);
}
