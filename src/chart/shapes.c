// What a chart may say: one table for checks, schema and reference.
#include "chart/shapes_parts.h"

#include "base/i18n.h"
#include "chart/spec.h"

// ---- data

static const struct field metric_group_fields[] = {
    {"group", &shape_string, true, N_("Every metric of this group, in the document's order.")},
};
static const struct shape metric_group_shape = {
    .kind = SHAPE_OBJECT, .name = "metricGroup", FIELDS(metric_group_fields)};
static const struct shape *const metrics_options[] = {&strings_shape, &metric_group_shape};
static const struct shape metrics_selector_shape = {.kind = SHAPE_EITHER, OPTIONS(metrics_options)};

static const char *const encoding_words[] = {"utf-8", "gb18030"};
static const struct shape encoding_word_shape = {
    .kind = SHAPE_WORD, .words = encoding_words, .word_count = 2};

static const char *const format_words[] = {"csv", "tsv", "json", "topojson"};
static const struct shape format_word_shape = {.kind = SHAPE_WORD, WORDS(format_words)};
static const char *const filter_words[] = {"interior", "exterior"};
static const struct shape filter_word_shape = {.kind = SHAPE_WORD, WORDS(filter_words)};
static const struct field format_fields[] = {
    {"type", &format_word_shape, false,
     N_("csv, tsv, json or topojson; by the name when left out.")},
    {"property", &shape_string, false, N_("\"features\": the file is GeoJSON.")},
    {"feature", &shape_string, false,
     N_("The object of a TopoJSON file whose features are the rows.")},
    {"mesh", &shape_string, false, N_("The object whose borders are one row, each border once.")},
    {"filter", &filter_word_shape, false, N_("Of a mesh: borders inside or outside only.")},
};
static const struct shape format_shape = {.kind = SHAPE_OBJECT,
                                          .name = "dataFormat",
                                          .doc = N_("What kind of file it is."),
                                          FIELDS(format_fields)};

static const struct field data_fields[] = {
    {"metrics", &metrics_selector_shape, false, N_("Ids of metrics, or {\"group\": name}.")},
    {"name", &shape_string, false, N_("The name of a dataset of the document.")},
    {"values", &values_shape, false, N_("The rows themselves: an array of objects.")},
    {"url", &shape_string, false, N_("A CSV, TSV or JSON file, relative to the document.")},
    {"format", &format_shape, false, N_("What kind of file it is, of boundaries above all.")},
    {"encoding", &encoding_word_shape, false,
     N_("Of a CSV or TSV file: utf-8 or gb18030; detected when left out.")},
};
const struct shape data_shape = {.kind = SHAPE_OBJECT,
                                 .name = "data",
                                 .doc = N_("Where a chart's rows come from: one of the keys."),
                                 FIELDS(data_fields)};

static const struct field step_fields[] = {
    {"step", &px_shape, true, N_("Px of each band.")},
};
static const struct shape step_shape = {.kind = SHAPE_OBJECT, .name = "step", FIELDS(step_fields)};
static const struct shape *const extent_options[] = {&px_shape, &step_shape};
const struct shape extent_shape = {.kind = SHAPE_EITHER, .name = "extent", OPTIONS(extent_options)};

static const struct field facet_operator_fields[] = {
    {"field", &field_shape, false, N_("A column of the data.")},
    {"type", &category_type_shape, false, N_("ordinal or nominal.")},
    {"sort", &sort_shape, false, N_("Order of the categories; null keeps the data's.")},
    {"row", &row_shape, false, N_("A small chart for each category, one below the other.")},
    {"column", &row_shape, false, N_("A small chart for each category, side by side.")},
};
const struct shape facet_operator_shape = {
    .kind = SHAPE_OBJECT, .name = "facet", FIELDS(facet_operator_fields)};
static const char *const geo_words[] = {
    "albers",          "azimuthalEqualArea", "conicConformal", "conicEqualArea",    "equalEarth",
    "equirectangular", "mercator",           "orthographic",   "transverseMercator"};
static const struct shape geo_word_shape = {.kind = SHAPE_WORD, WORDS(geo_words)};
static const struct shape degrees_shape = {.kind = SHAPE_NUMBER, .minimum = -360, .maximum = 360};
static const struct shape degrees_pair_shape = {
    .kind = SHAPE_ARRAY, .item = &degrees_shape, .least = 2, .most = 2};
static const struct shape rotate_shape = {
    .kind = SHAPE_ARRAY, .item = &degrees_shape, .least = 1, .most = 3};
static const struct shape geo_scale_shape = {
    .kind = SHAPE_NUMBER, .minimum = 0.001, .maximum = 1e9};
static const struct shape shift_item_shape = {
    .kind = SHAPE_NUMBER, .minimum = -1e9, .maximum = 1e9};
static const struct shape shift_pair_shape = {
    .kind = SHAPE_ARRAY, .item = &shift_item_shape, .least = 2, .most = 2};
static const struct field geo_projection_fields[] = {
    {"type", &geo_word_shape, false, N_("The projection (default equalEarth).")},
    {"rotate", &rotate_shape, false,
     N_("[-longitude, -latitude] of the middle, degrees; latitude of azimuthal ones only.")},
    {"parallels", &degrees_pair_shape, false, N_("Standard parallels of a cone, degrees.")},
    {"scale", &geo_scale_shape, false,
     N_("Px by radius of the earth; when left out, with translate, all shapes fill the plot.")},
    {"translate", &shift_pair_shape, false, N_("[x, y] of the center in the plot, px.")},
    {"center", &degrees_pair_shape, false,
     N_("[longitude, latitude] beyond rotate that translate puts; default [0, 0].")},
};
const struct shape geo_projection_shape = {.kind = SHAPE_OBJECT,
                                           .name = "chartProjection",
                                           .doc = N_("A projection, as Vega-Lite has it."),
                                           FIELDS(geo_projection_fields)};

static const char *const mixed_words[] = {"unit", "measure"};
static const struct shape mixed_word_shape = {.kind = SHAPE_WORD, WORDS(mixed_words)};
const struct shape mixed_shape = {.kind = SHAPE_ARRAY, .item = &mixed_word_shape};
const struct shape highlight_shape = {.kind = SHAPE_ARRAY, .item = &shape_string, .least = 1};

// ---- layers and views, which may stand in one another

static const struct field unit_fields[] = {
    {"mark", &mark_shape, false, N_("What draws a row.")},
    {"layer", &layer_shape, false, N_("Several marks over one another on shared scales.")},
    {"encoding", &encoding_shape, false, N_("Channels of this layer, beside the shared ones.")},
    {"data", &data_shape, false, N_("Rows of this layer only.")},
    {"transform", &transforms_shape, false, N_("Steps that make other tables of the rows.")},
    {"params", &parameters_shape, false,
     N_("What readers could change; the picture shows its begin.")},
    {"width", &extent_shape, false, N_("Width of the chart, where it has none itself.")},
    {"height", &extent_shape, false, N_("Height of the chart, where it has none itself.")},
};
static const struct shape unit_shape = {.kind = SHAPE_OBJECT, .name = "unit", FIELDS(unit_fields)};
const struct shape layer_shape = {
    .kind = SHAPE_ARRAY, .name = "layer", .item = &unit_shape, .least = 1, .most = SPEC_UNIT_LIMIT};

static const struct shape repeated_shape = {
    .kind = SHAPE_ARRAY, .item = &shape_string, .least = 1, .most = 1000};
static const struct field repeat_fields[] = {
    {"row", &repeated_shape, false, N_("A chart for each field, one below the other.")},
    {"column", &repeated_shape, false, N_("A chart for each field, side by side.")},
    {"layer", &repeated_shape, false, N_("A layer for each field.")},
};
static const struct shape repeat_object_shape = {
    .kind = SHAPE_OBJECT, .name = "repeatFields", FIELDS(repeat_fields)};
static const struct shape *const repeat_options[] = {&repeated_shape, &repeat_object_shape};
const struct shape repeat_shape = {.kind = SHAPE_EITHER, .name = "repeat", OPTIONS(repeat_options)};

static const struct field spacing_fields[] = {
    {"row", &px_shape, false, N_("Px between lines.")},
    {"column", &px_shape, false, N_("Px between charts of a line.")},
};
static const struct shape spacing_object_shape = {
    .kind = SHAPE_OBJECT, .name = "spacingObject", FIELDS(spacing_fields)};
static const struct shape *const spacing_options[] = {&px_shape, &spacing_object_shape};
const struct shape spacing_shape = {
    .kind = SHAPE_EITHER, .name = "spacing", OPTIONS(spacing_options)};

static const char *const align_words[] = {"none", "each", "all"};
static const struct shape align_word_shape = {.kind = SHAPE_WORD, WORDS(align_words)};
static const struct field align_fields[] = {
    {"row", &align_word_shape, false, N_("Of lines.")},
    {"column", &align_word_shape, false, N_("Of columns.")},
};
static const struct shape align_object_shape = {
    .kind = SHAPE_OBJECT, .name = "viewAlignObject", FIELDS(align_fields)};
static const struct shape *const align_options[] = {&align_word_shape, &align_object_shape};
const struct shape view_align_shape = {
    .kind = SHAPE_EITHER, .name = "viewAlign", OPTIONS(align_options)};

static const struct field center_fields[] = {
    {"row", &shape_bool, false, N_("Of lines.")},
    {"column", &shape_bool, false, N_("Of columns.")},
};
static const struct shape center_object_shape = {
    .kind = SHAPE_OBJECT, .name = "centerObject", FIELDS(center_fields)};
static const struct shape *const center_options[] = {&shape_bool, &center_object_shape};
const struct shape center_shape = {.kind = SHAPE_EITHER, .name = "center", OPTIONS(center_options)};

static const char *const bounds_words[] = {"full", "flush"};
const struct shape bounds_shape = {.kind = SHAPE_WORD, WORDS(bounds_words)};

static const char *const resolve_words[] = {"shared", "independent"};
static const struct shape resolve_word_shape = {.kind = SHAPE_WORD, WORDS(resolve_words)};
static const struct field resolve_scale_fields[] = {
    {"x", &resolve_word_shape, false,
     N_("Places across; facets and layers share them, lists do not.")},
    {"y", &resolve_word_shape, false,
     N_("Places upwards; facets and layers share them, lists do not.")},
    {"color", &resolve_word_shape, false, N_("Colours; one scale for all.")},
    {"shape", &resolve_word_shape, false, N_("Shapes; one scale for all.")},
    {"size", &resolve_word_shape, false, N_("Sizes of points; one scale for all.")},
    {"opacity", &resolve_word_shape, false, N_("Opacities; one scale for all.")},
};
static const struct shape resolve_scale_shape = {
    .kind = SHAPE_OBJECT, .name = "resolveScale", FIELDS(resolve_scale_fields)};
static const struct field resolve_legend_fields[] = {
    {"color", &resolve_word_shape, false, N_("One legend for all charts of one scale (default).")},
    {"shape", &resolve_word_shape, false, N_("One legend for all charts of one scale (default).")},
    {"size", &resolve_word_shape, false, N_("One legend for all charts of one scale (default).")},
};
static const struct shape resolve_legend_shape = {
    .kind = SHAPE_OBJECT, .name = "resolveLegend", FIELDS(resolve_legend_fields)};
static const struct field resolve_axis_fields[] = {
    {"x", &resolve_word_shape, false, N_("Of facets: independent draws it in every cell.")},
    {"y", &resolve_word_shape, false, N_("Of facets: independent draws it in every cell.")},
};
static const struct shape resolve_axis_shape = {
    .kind = SHAPE_OBJECT, .name = "resolveAxis", FIELDS(resolve_axis_fields)};
static const struct field resolve_fields[] = {
    {"scale", &resolve_scale_shape, false, N_("Whether scales are shared or independent.")},
    {"axis", &resolve_axis_shape, false, N_("Whether axes are shared or independent.")},
    {"legend", &resolve_legend_shape, false, N_("Whether legends are shared or independent.")},
};
const struct shape resolve_shape = {
    .kind = SHAPE_OBJECT, .name = "resolve", FIELDS(resolve_fields)};

static const struct field parameter_fields[] = {
    {"name", &shape_string, true, N_("By which conditions and filters know it.")},
    {"select", &shape_any, false, N_("How readers select; in a picture nothing is selected.")},
    {"value", &shape_any, false, N_("Not together with `select`.")},
    {"bind", &shape_any, false, N_("Accepted; pictures have no controls.")},
    {"views", &shape_any, false, N_("Accepted, as `name`s of charts are.")},
    {"expr", &shape_string, false, N_("Accepted; expressions do not know parameters.")},
};
static const struct shape parameter_shape = {
    .kind = SHAPE_OBJECT, .name = "parameter", FIELDS(parameter_fields)};
const struct shape parameters_shape = {.kind = SHAPE_ARRAY, .item = &parameter_shape};

static const struct field view_fields[] = {
    {"title", &shape_text, false, N_("Stands over the chart.")},
    {"unitNote", &shape_text, false, N_("The unit of the chart, as 单位：亿元.")},
    {"name", &shape_string, false, N_("Accepted; names of charts are not drawn.")},
    {"description", &shape_string, false, N_("Accepted; the figure's `alt` describes all charts.")},
#define FIELD(name, shape, required, doc) {name, &shape, required, doc},
#include "chart/chart_fields.def"
#undef FIELD
};
const struct shape view_shape = {.kind = SHAPE_OBJECT,
                                 .name = "view",
                                 .doc = N_("A chart in a list of charts, or a list in it."),
                                 FIELDS(view_fields)};
const struct shape views_shape = {.kind = SHAPE_ARRAY, .item = &view_shape, .least = 1};

static const struct field chart_fields[] = {
#define FIELD(name, shape, required, doc) {name, &shape, required, doc},
#include "chart/chart_fields.def"
#undef FIELD
};
const struct shape chart_shape = {.kind = SHAPE_OBJECT, .name = "chart", FIELDS(chart_fields)};
