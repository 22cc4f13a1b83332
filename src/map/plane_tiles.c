// Squares of side 1, row 0 uppermost.
#include "map/plane_tiles.h"

#include "base/file.h"
#include "base/i18n.h"
#include "map/plane_builder.h"

#include <math.h>

enum { MOST_STEPS = 80 }; // columns, and rows

static const struct str layouts[] = {STR_INIT("sichuan"), STR_INIT("chengdu"), STR_INIT("china")};
enum { LAYOUTS = sizeof layouts / sizeof *layouts };

struct tiles {
    struct arena *arena;
    struct diag *diag;
    const struct json *json;
    const struct table *table;
    size_t name, adcode, column, row; // of the table; adcode SIZE_MAX: none
};

static const struct table *read(struct tiles *tiles, const struct document *document) {
    struct str name = tiles->json->string, path = STR_NONE;
    struct diag_place place = json_place(tiles->arena, tiles->json);
    for (size_t i = 0; i < LAYOUTS; i++) {
        if (str_equal(layouts[i], name)) {
            path = path_join(tiles->arena, file_find_data(tiles->arena, "data/geo"),
                             str_printf(tiles->arena, "tiles/%.*s.csv", STR_ARG(name)));
        }
    }
    struct str extension = path_extension(name);
    bool own = str_is(extension, "csv") || str_is(extension, "tsv") || str_is(extension, "json");
    if (!path.len && !own) {
        diag_error(tiles->diag, DIAG_UNKNOWN_WORD, place,
                   diag_hint_nearest(tiles->diag, name, layouts, LAYOUTS),
                   _("there is no layout of tiles “%.*s”; a table of your own ends in .csv, .tsv "
                     "or .json"),
                   STR_ARG(name));
        return NULL;
    }
    if (!path.len && !document_allows_path(document, tiles->diag, place, name, &path)) {
        return NULL;
    }
    return table_read_file(tiles->arena, tiles->diag, place, path, ENCODING_DETECT);
}

static bool find_columns(struct tiles *tiles) {
    static const struct {
        const char *name, *chinese;
    } heads[] = {{"name", "名称"}, {"adcode", "代码"}, {"column", "列"}, {"row", "行"}};
    size_t *columns[] = {&tiles->name, &tiles->adcode, &tiles->column, &tiles->row};
    for (int i = 0; i < 4; i++) {
        *columns[i] = table_find_column(tiles->table, str_from(heads[i].name));
        if (*columns[i] == SIZE_MAX) {
            *columns[i] = table_find_column(tiles->table, str_from(heads[i].chinese));
        }
        if (*columns[i] == SIZE_MAX && columns[i] != &tiles->adcode) {
            diag_error(tiles->diag, DIAG_NO_SUCH_COLUMN, json_place(tiles->arena, tiles->json),
                       STR_NONE, _("a layout of tiles has the columns name, column and row"));
            return false;
        }
    }
    return true;
}

static struct diag_place cell_place(const struct tiles *tiles, size_t row, size_t column) {
    return tiles->table->place ? tiles->table->place(tiles->arena, tiles->table, row, column)
                               : json_place(tiles->arena, tiles->json);
}

static bool read_step(const struct tiles *tiles, size_t row, size_t column, double *step) {
    struct value value = tiles->table->columns[column].values[row];
    *step = value.number;
    if (value.kind == VALUE_NUMBER && value.number == floor(value.number) && value.number >= 0 &&
        value.number < MOST_STEPS) {
        return true;
    }
    diag_error(tiles->diag, DIAG_OUT_OF_RANGE, cell_place(tiles, row, column), STR_NONE,
               _("columns and rows of tiles are whole numbers from 0 to %d"), MOST_STEPS - 1);
    return false;
}

static bool is_taken(const struct geo *geo, double column, double row) {
    for (size_t i = 0; i < geo->feature_count; i++) {
        struct point corner = geo->points[geo->parts[i].start];
        if (corner.x == column && corner.y == -row) {
            return true;
        }
    }
    return false;
}

static struct str cell_words(const struct tiles *tiles, size_t row, size_t column) {
    struct value value = tiles->table->columns[column].values[row];
    return value.kind == VALUE_NUMBER ? str_printf(tiles->arena, "%.0f", value.number)
                                      : value.string;
}

static bool add_tile(const struct tiles *tiles, size_t row, struct plane_builder *builder) {
    double x, y;
    if (!read_step(tiles, row, tiles->column, &x) || !read_step(tiles, row, tiles->row, &y)) {
        return false;
    }
    if (is_taken(builder->geo, x, y)) {
        diag_error(tiles->diag, DIAG_DUPLICATE_ID, cell_place(tiles, row, tiles->column), STR_NONE,
                   _("two tiles stand in one place"));
        return false;
    }
    struct geo_feature *feature = &builder->geo->features[builder->geo->feature_count];
    struct geo_property *properties = ARENA_ARRAY(tiles->arena, 2, struct geo_property);
    properties[0] =
        (struct geo_property){.key = STR("name"), .value = cell_words(tiles, row, tiles->name)};
    feature->properties = properties;
    feature->property_count = 1;
    if (tiles->adcode != SIZE_MAX) {
        properties[1] = (struct geo_property){.key = STR("adcode"),
                                              .value = cell_words(tiles, row, tiles->adcode)};
        feature->property_count = 2;
    }
    const struct point corners[] = {{x, -y}, {x, -y - 1}, {x + 1, -y - 1}, {x + 1, -y}};
    plane_add_shape(builder, corners, 4);
    return true;
}

const struct geo *plane_tiles_load(const struct base_reader *reader, const struct json *name) {
    struct tiles tiles = {.arena = reader->arena, .diag = reader->diag, .json = name};
    tiles.table = read(&tiles, reader->document);
    if (!tiles.table || !find_columns(&tiles)) {
        return NULL;
    }
    struct plane_builder builder = plane_open(reader->arena, tiles.table->row_count, 4);
    bool sound = true;
    for (size_t i = 0; i < tiles.table->row_count; i++) {
        sound = add_tile(&tiles, i, &builder) && sound;
    }
    geo_measure(builder.geo);
    return sound ? builder.geo : NULL;
}
