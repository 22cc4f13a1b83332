// The keys of a map, with the sentences that schema and reference print.
#include "base/i18n.h"
#include "map/classes.h"
#include "map/map_inset.h"
#include "map/symbol_key.h"

#define FIELDS(list) .fields = (list), .field_count = sizeof(list) / sizeof *(list)
#define OPTIONS(list) .options = (list), .option_count = sizeof(list) / sizeof *(list)

static const struct shape degrees_shape = {.kind = SHAPE_NUMBER, .minimum = -360, .maximum = 360};
static const struct shape pair_shape = {
    .kind = SHAPE_ARRAY, .item = &degrees_shape, .least = 2, .most = 2};
static const struct shape numbers_shape = {
    .kind = SHAPE_ARRAY, .item = &shape_number, .least = 2, .most = CLASS_LIMIT + 1};
static const struct field base_fields[] = {
    {"url", &shape_string, false, N_("The path of a GeoJSON or TopoJSON file.")},
    {"feature", &shape_string, false, N_("The name of one of the objects of a TopoJSON file.")},
    {"tiles", &shape_string, false,
     N_("Equal tiles instead of boundaries: sichuan, chengdu, china, or the path of a table with "
        "the columns name, column and row.")},
    {"circles", &shape_string, false,
     N_("Equal circles at seats of government instead of boundaries: the base whose regions they "
        "stand for.")},
};
static const struct shape base_object_shape = {
    .kind = SHAPE_OBJECT, .name = "mapBase", FIELDS(base_fields)};
static const struct shape *const base_options[] = {&shape_string, &base_object_shape};
static const struct shape base_shape = {.kind = SHAPE_EITHER, OPTIONS(base_options)};
static const struct shape bases_shape = {.kind = SHAPE_ARRAY, .item = &base_shape, .least = 1};
static const struct shape names_shape = {.kind = SHAPE_ARRAY, .item = &shape_string, .least = 1};
static const struct shape colours_shape = {
    .kind = SHAPE_ARRAY, .item = &shape_colour, .least = 1, .most = 100};

// ---- projection

static const char *const projection_words[] = {
    "albers",          "azimuthalEqualArea", "conicConformal", "equalEarth",
    "equirectangular", "mercator",           "orthographic",   "transverseMercator"};
static const struct shape projection_word_shape = {.kind = SHAPE_WORD,
                                                   .words = projection_words,
                                                   .word_count = sizeof projection_words /
                                                                 sizeof *projection_words};
static const struct field projection_fields[] = {
    {"type", &projection_word_shape, true, N_("The projection.")},
    {"center", &pair_shape, false,
     N_("[longitude, latitude] of its middle, degrees; the middle of the base when left out.")},
    {"parallels", &pair_shape, false,
     N_("Standard parallels of a cone, degrees; a sixth inside the base when left out.")},
};
static const struct shape projection_object_shape = {
    .kind = SHAPE_OBJECT, .name = "projection", FIELDS(projection_fields)};
static const struct shape *const projection_options[] = {&projection_word_shape,
                                                         &projection_object_shape};
static const struct shape projection_shape = {.kind = SHAPE_EITHER, OPTIONS(projection_options)};

// ---- fill

static const struct shape class_word_shape = {
    .kind = SHAPE_WORD, .words = class_method_words, .word_count = CLASS_METHOD_COUNT};
static const struct shape class_count_shape = {
    .kind = SHAPE_INTEGER, .minimum = 1, .maximum = CLASS_LIMIT};
static const struct field class_fields[] = {
    {"method", &class_word_shape, false,
     N_("jenks (default: natural breaks), equal, quantile, deviation, pretty, manual or "
        "continuous.")},
    {"count", &class_count_shape, false, N_("How many classes; 5 when left out.")},
    {"limits", &numbers_shape, false,
     N_("The limits of manual classes, rising; each class holds its lower limit.")},
};
static const struct shape class_object_shape = {
    .kind = SHAPE_OBJECT, .name = "classes", FIELDS(class_fields)};
static const struct shape *const class_options[] = {&class_word_shape, &class_object_shape};
static const struct shape classes_shape = {.kind = SHAPE_EITHER, OPTIONS(class_options)};

static const struct field fill_fields[] = {
    {"field", &shape_string, true,
     N_("The column of the figure's data that colours the regions: numbers make classes, texts "
        "categories.")},
    {"region", &shape_string, false,
     N_("The column that names the regions, by name, short name, code or any property; a column "
        "地区, 名称, name … is found by itself.")},
    {"title", &shape_text, false, N_("What the colours mean; the column's name when left out.")},
    {"unit", &shape_text, false, N_("The unit, said once in the legend's title.")},
    {"classes", &classes_shape, false, N_("How amounts are divided: a method, or an object.")},
    {"middle", &shape_number, false,
     N_("The value from which colours diverge to both sides, as 0 or a mean.")},
    {"colors", &colours_shape, false,
     N_("Colours from the least to the greatest, or of the categories.")},
    {"counts", &shape_bool, false, N_("Whether the legend says how many regions a class has.")},
    {"values", &shape_bool, false,
     N_("Whether the value stands under the region's name (default false).")},
    {"noData", &shape_text, false,
     N_("Words for regions without value; 无数据 (No data) when left out.")},
    {"legend", &shape_bool, false, N_("Whether there is a legend (default true).")},
};
static const struct shape fill_shape = {
    .kind = SHAPE_OBJECT, .name = "mapFill", .doc = N_("A choropleth."), FIELDS(fill_fields)};

// ---- symbols

static const char *const symbol_words[] = {"circle", "pie", "bar"};
static const struct shape symbol_word_shape = {
    .kind = SHAPE_WORD, .words = symbol_words, .word_count = 3};
static const struct shape symbol_columns_shape = {
    .kind = SHAPE_ARRAY, .item = &shape_string, .least = 1, .most = SYMBOL_FIELD_LIMIT};
static const struct field symbol_fields[] = {
    {"type", &symbol_word_shape, false, N_("circle (default), pie or bar.")},
    {"field", &shape_string, false, N_("The column of the figure's data that sizes the circles.")},
    {"fields", &symbol_columns_shape, false,
     N_("The columns that are the parts of pies or the bars, in their order.")},
    {"longitude", &shape_string, false,
     N_("The column of longitudes, degrees, for symbols that stand at places of their own.")},
    {"latitude", &shape_string, false, N_("The column of latitudes.")},
    {"region", &shape_string, false,
     N_("The column that names the regions, by name, short name, code or any property; a column "
        "地区, 名称, name … is found by itself.")},
    {"title", &shape_text, false,
     N_("What areas or heights mean; of circles the column's name when left out.")},
    {"unit", &shape_text, false, N_("The unit, said once in the legend's title.")},
};
static const struct shape symbols_shape = {
    .kind = SHAPE_OBJECT,
    .name = "mapSymbols",
    .doc = N_("Circles or pies with areas true to values, or small bars."),
    FIELDS(symbol_fields)};

// ---- insets

static const struct shape extent_shape = {
    .kind = SHAPE_ARRAY, .item = &degrees_shape, .least = 4, .most = 4};
static const struct shape width_share_shape = {
    .kind = SHAPE_NUMBER, .minimum = 0.05, .maximum = 0.5};
static const struct field inset_fields[] = {
    {"base", &base_shape, true, N_("Boundaries, as those of the map.")},
    {"only", &names_shape, false, N_("These regions of the base alone.")},
    {"highlight", &names_shape, false, N_("Regions in the accent colour.")},
    {"outlines", &bases_shape, false, N_("Boundaries drawn as lines over it.")},
    {"projection", &projection_shape, false, N_("Its own projection.")},
    {"extent", &extent_shape, false,
     N_("[west, south, east, north] that it shows, degrees; all of its base when left out.")},
    {"link", &shape_bool, false,
     N_("Whether a box shows the extent of the smaller map on the larger one, with lines from a "
        "box on the map to the inset (default false).")},
    {"scaleBar", &shape_bool, false, N_("Whether a scale bar of its own stands under it.")},
    {"title", &shape_text, false, N_("Words above the inset.")},
    {"width", &width_share_shape, false,
     N_("Its share of the picture's width; 0.17 when left out.")},
};
static const struct shape inset_shape = {
    .kind = SHAPE_OBJECT, .name = "mapInset", FIELDS(inset_fields)};
static const struct shape insets_shape = {
    .kind = SHAPE_ARRAY, .item = &inset_shape, .least = 1, .most = INSET_LIMIT};

// ---- places

static const struct shape *const spot_options[] = {&shape_string, &pair_shape};
static const struct shape spot_shape = {.kind = SHAPE_EITHER, OPTIONS(spot_options)};
static const struct field flow_fields[] = {
    {"from", &spot_shape, true,
     N_("Where the arrow begins: a region, a seat of government, or [longitude, latitude].")},
    {"to", &spot_shape, true, N_("Where it ends.")},
    {"value", &shape_number, false,
     N_("How wide it is, not below zero; either all flows of a map have one or none.")},
    {"label", &shape_text, false, N_("Words at it.")},
};
static const struct shape flow_shape = {
    .kind = SHAPE_OBJECT, .name = "mapFlow", FIELDS(flow_fields)};
static const struct shape flow_list_shape = {
    .kind = SHAPE_ARRAY, .item = &flow_shape, .least = 1, .most = 1000};
static const char *const flow_label_words[] = {"none", "end", "along"};
static const struct shape flow_label_shape = {
    .kind = SHAPE_WORD, .words = flow_label_words, .word_count = 3};
static const char *const curve_words[] = {"arc", "greatCircle"};
static const struct shape curve_shape = {.kind = SHAPE_WORD, .words = curve_words, .word_count = 2};
static const struct field flow_set_fields[] = {
    {"items", &flow_list_shape, false, N_("The flows, written here.")},
    {"from", &shape_string, false,
     N_("The column of the figure's data that names where flows begin, a flow a row.")},
    {"to", &shape_string, false, N_("The column that names where they end.")},
    {"field", &shape_string, false, N_("The column of their widths; all are equal without one.")},
    {"label", &shape_string, false, N_("The column of words at them.")},
    {"title", &shape_text, false, N_("What the widths mean; the column's name when left out.")},
    {"unit", &shape_text, false, N_("The unit, said once in the legend's title.")},
    {"labels", &flow_label_shape, false,
     N_("What stands at the arrows: place and value at the end, the value along the way, or none "
        "(default).")},
    {"curve", &curve_shape, false,
     N_("Arcs that fan out (default), or great circles: the shortest ways on the earth.")},
    {"legend", &shape_bool, false, N_("Whether widths have a legend (default true).")},
};
static const struct shape flow_set_shape = {
    .kind = SHAPE_OBJECT, .name = "mapFlows", FIELDS(flow_set_fields)};
static const struct shape *const flows_options[] = {&flow_list_shape, &flow_set_shape};
static const struct shape flows_shape = {.kind = SHAPE_EITHER, OPTIONS(flows_options)};
static const struct field pin_fields[] = {
    {"at", &spot_shape, true,
     N_("Where it stands: a region, a seat of government, or [longitude, latitude].")},
    {"label", &shape_text, false, N_("Words beside it; the place's name when left out.")},
};
static const struct shape pin_shape = {.kind = SHAPE_OBJECT, .name = "mapPin", FIELDS(pin_fields)};
static const struct shape pins_shape = {
    .kind = SHAPE_ARRAY, .item = &pin_shape, .least = 1, .most = 1000};
static const struct shape *const label_options[] = {&shape_bool, &names_shape};
static const struct shape labels_shape = {.kind = SHAPE_EITHER, OPTIONS(label_options)};

// ---- graticule

static const struct shape graticule_step_shape = {
    .kind = SHAPE_NUMBER, .minimum = 0.01, .maximum = 90};
static const struct field graticule_fields[] = {
    {"step", &graticule_step_shape, false,
     N_("Degrees from line to line; a round number that suits the base when left out.")},
    {"labels", &shape_bool, false,
     N_("Whether the degrees stand below the map and to its left (default false).")},
};
static const struct shape graticule_object_shape = {
    .kind = SHAPE_OBJECT, .name = "mapGraticule", FIELDS(graticule_fields)};
static const struct shape *const graticule_options[] = {&shape_bool, &graticule_object_shape};
static const struct shape graticule_shape = {.kind = SHAPE_EITHER, OPTIONS(graticule_options)};

// ---- map

static const struct field map_fields[] = {
    {"base", &base_shape, true,
     N_("Boundaries: sichuan, sichuan-counties, chengdu, chengyu, chengyu-circle, chongqing, "
        "eurasia, world, or the path of a GeoJSON or TopoJSON file.")},
    {"only", &names_shape, false,
     N_("Draw these regions of the base alone: names, codes, or what they belong to.")},
    {"ground", &base_shape, false, N_("Boundaries whose land lies pale under the map.")},
    {"outlines", &bases_shape, false,
     N_("Boundaries drawn as lines over the map, as prefectures over counties.")},
    {"projection", &projection_shape, false,
     N_("The projection; one that suits the base when left out.")},
    {"fill", &fill_shape, false, N_("Colours of the regions by the figure's data.")},
    {"symbols", &symbols_shape, false,
     N_("A circle, pie or group of bars in each region or at places of its own, as large as the "
        "figure's data says.")},
    {"highlight", &names_shape, false, N_("Regions in the accent colour.")},
    {"labels", &labels_shape, false,
     N_("Whether regions are named, or which of them; a base of 2 to 40 regions has its names "
        "when left out, unless symbols take their places.")},
    {"flows", &flows_shape, false,
     N_("Curved arrows from place to place, all of one width or as wide as their values.")},
    {"pins", &pins_shape, false, N_("Dots with words: events and places.")},
    {"insets", &insets_shape, false,
     N_("Small maps in free corners: where the map's subject lies, or parts of their own.")},
    {"scaleBar", &shape_bool, false,
     N_("Whether a scale bar stands in a free corner, true in the middle of the map.")},
    {"northArrow", &shape_bool, false,
     N_("Whether an arrow shows north where it stands, in a free corner.")},
    {"graticule", &graticule_shape, false,
     N_("Meridians and parallels as hairlines, with their degrees on request.")},
    {"approval", &shape_text, false,
     N_("The review number (审图号：…), or 示意图; printed at the map's lower edge.")},
};
const struct shape map_shape = {.kind = SHAPE_OBJECT,
                                .name = "map",
                                .doc = N_("Regions and what is shown on them."),
                                FIELDS(map_fields)};
