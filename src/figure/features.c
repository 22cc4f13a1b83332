// Columns of features: id, properties.NAME, and the numbers of their shapes.
#include "figure/features.h"

#include "base/number.h"
#include "chart/places.h"

struct rows {
    struct arena *arena;
    struct str *names; // of the columns
    struct value **values;
    size_t column_count, column_capacity, value_capacity, row_count;
};

static void set_cell(struct rows *rows, struct str name, size_t row, struct value value) {
    size_t at = 0;
    while (at < rows->column_count && !str_equal(rows->names[at], name)) {
        at++;
    }
    if (at == TABLE_COLUMN_LIMIT) {
        return;
    }
    if (at == rows->column_count) {
        size_t count = rows->column_count;
        ARENA_RESERVE(rows->arena, rows->names, count, rows->column_capacity);
        ARENA_RESERVE(rows->arena, rows->values, rows->column_count, rows->value_capacity);
        rows->names[at] = name;
        rows->values[at] = ARENA_ARRAY(rows->arena, rows->row_count, struct value);
        rows->column_count++;
    }
    rows->values[at][row] = value;
}

static struct value text_value(struct str text) {
    return (struct value){.kind = VALUE_STRING, .string = text};
}

static struct value property_value(const struct geo_property *property) {
    struct value value = text_value(property->value);
    if (property->is_number && number_parse(property->value, &value.number)) {
        value.kind = VALUE_NUMBER;
    }
    return value;
}

static struct value id_value(const struct geo_feature *feature) {
    struct value value = text_value(feature->id);
    if (feature->id_is_number && number_parse(feature->id, &value.number)) {
        value.kind = VALUE_NUMBER;
    }
    return value;
}

static void set_feature(struct rows *rows, const struct geo_feature *feature, size_t row) {
    if (feature->id.len) {
        set_cell(rows, STR("id"), row, id_value(feature));
    }
    for (size_t i = 0; i < feature->property_count; i++) {
        const struct geo_property *property = &feature->properties[i];
        set_cell(rows, str_printf(rows->arena, "properties.%.*s", STR_ARG(property->key)), row,
                 property_value(property));
    }
}

static struct diag_place place_of(struct arena *arena, const struct table *table, size_t row,
                                  size_t column) {
    (void)arena;
    (void)column;
    const struct geo *geo = table->origin;
    return geo_place(geo, &geo->features[row]);
}

static const struct table *finish(struct rows *rows, const struct geo *geo) {
    struct column *columns = ARENA_ARRAY(rows->arena, rows->column_count, struct column);
    for (size_t i = 0; i < rows->column_count; i++) {
        columns[i] = (struct column){rows->names[i], rows->values[i]};
    }
    struct table *table = ARENA_NEW(rows->arena, struct table);
    *table = (struct table){.columns = columns,
                            .column_count = rows->column_count,
                            .row_count = rows->row_count,
                            .place = place_of,
                            .origin = geo};
    return table;
}

const struct table *features_table(struct arena *arena, const struct geo *geo, size_t first) {
    struct rows rows = {.arena = arena, .row_count = geo->feature_count};
    for (size_t i = 0; i < geo->feature_count; i++) {
        set_feature(&rows, &geo->features[i], i);
        set_cell(&rows, STR(PLACES_SHAPE), i,
                 (struct value){.kind = VALUE_NUMBER, .number = (double)(first + i)});
    }
    return finish(&rows, geo);
}

const struct table *features_one_row(struct arena *arena, const struct geo *geo, size_t shape) {
    struct rows rows = {.arena = arena, .row_count = 1};
    set_cell(&rows, STR(PLACES_SHAPE), 0,
             (struct value){.kind = VALUE_NUMBER, .number = (double)shape});
    return finish(&rows, geo);
}
