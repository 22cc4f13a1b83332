// A chart's spec as a typed record: Vega-Lite's vocabulary, read once, checked once.
#pragma once

#include "base/time_units.h"
#include "chart/aggregate.h"
#include "chart/bins.h"
#include "chart/curve.h"
#include "chart/format.h"
#include "chart/symbol.h"
#include "document/table.h"
#include "scales/blend.h"
#include "scales/scale.h"
#include "scales/steps.h"
#include "style/style.h"

enum channel {
#define CHANNEL(id, name, positional) CHANNEL_##id,
#include "chart/channels.def"
#undef CHANNEL
    CHANNEL_COUNT
};

enum field_type { TYPE_UNSET, TYPE_QUANTITATIVE, TYPE_ORDINAL, TYPE_NOMINAL, TYPE_TEMPORAL };

enum sort_kind {
    SORT_ASCENDING,
    SORT_DESCENDING,
    SORT_NONE,    // null: as in the data
    SORT_CHANNEL, // "-x"
    SORT_FIELD,   // {"field", "op", "order"}
    SORT_VALUES,  // an array: these first
};

struct sort_spec {
    enum sort_kind kind;
    enum channel channel;
    struct str field;
    enum aggregate op;
    bool descending;
    const struct json *values;
};

// Yes, no, or as the style and the grammar's defaults have it.
enum choice { CHOICE_DEFAULT, CHOICE_NO, CHOICE_YES };

struct axis_spec {
    enum choice shown; // null: no
    enum choice grid, labels, ticks, domain;
    enum choice right;  // of an upright axis: no stands for left
    double tick_count;  // 0: by length
    double label_angle; // degrees clockwise; NAN: the style's
    const struct json *values;
    struct format_spec format;
};

struct scale_spec {
    const struct scale_type *type; // NULL: linear
    enum choice nice, zero;
    double nice_count;             // NAN: the default
    double parameter;              // base, exponent or constant; NAN: the type's
    double domain_min, domain_max; // NAN: not given
    bool reverse, clamp;
    const struct json *domain, *range;
    double domain_mid;                   // of colours on both sides of it; NAN: none
    const struct step_type *steps;       // classes of amounts; NULL: a continuous scale
    const struct json *scheme;           // a name, an object or colours; NULL: the style's
    enum blend blend;                    // between colours of `range`
    bool identity;                       // null: the field holds colours itself
    bool points;                         // of categories: places instead of bands
    double padding_inner, padding_outer; // NAN: default
};

enum stack_kind { STACK_DEFAULT, STACK_NONE, STACK_ZERO, STACK_NORMALIZE, STACK_CENTER };

struct channel_spec {
    bool given;
    bool positional; // x or y
    struct str field;
    enum field_type type;
    enum aggregate aggregate;
    struct time_units time_unit;      // parts 0: none
    const struct json *bin;           // true or parameters; NULL: none
    bool binned;                      // the field holds bins' lower edges already
    const struct json *value, *datum; // constants, or NULL
    bool has_title;                   // the author decided: `title`, or none when empty
    struct str title;
    struct sort_spec sort;
    struct axis_spec axis;
    struct scale_spec scale;
    enum choice legend;
    struct str legend_title; // has_legend_title says whether it counts
    bool has_legend_title;
    enum stack_kind stack;
    double columns;                // of facets, side by side; 0: as many as fit
    struct format_spec format;     // of texts
    const struct json *test;       // of a condition with a constant
    const struct json *test_value; // its value; NULL: no condition
    const struct json *json;
};

// In the order of label_position_words in shapes.c. The last four are for marks without length.
enum label_position {
    LABEL_AUTO,
    LABEL_INSIDE,
    LABEL_OUTSIDE,
    LABEL_ABOVE,
    LABEL_BELOW,
    LABEL_LEFT,
    LABEL_RIGHT,
};

struct label_spec {
    bool given;
    struct format_spec format;
    struct str field; // STR_NONE: the measure
    enum label_position position;
};

struct mark_spec {
    const struct mark *mark;
    const struct json *color, *stroke;       // NULL: the style's
    double opacity, corner, size, thickness; // NAN: default
    double stroke_width, font_size;          // NAN: default
    double dx, dy;                           // px
    const struct json *dashes, *text;        // NULL: none
    struct str align, baseline, font_weight; // STR_NONE: default
    bool filled;
    enum symbol symbol;                // of points
    enum curve curve;                  // of lines and areas
    bool line, points;                 // their edge, and a symbol at each row
    double inner_radius, outer_radius; // px of arcs; NAN: default
    double point_size;                 // px² of these; NAN: default
    bool horizontal, has_orient;
    struct label_spec label;
    const struct json *json;
};

struct unit_spec {
    size_t layer; // of the chart's own list, in which it stands
    struct mark_spec mark;
    struct channel_spec channels[CHANNEL_COUNT];
    const struct json *data;              // the nearest of the unit and its parents
    const struct json *const *transforms; // from the data's owner inwards
    size_t transform_count;
    const struct json *mixed; // what metrics on one axis may differ in, or NULL
    const struct json *json;
};

// Width or height: a number of px, or px for each band.
struct extent_spec {
    double px, step; // 0: not given
};

// Vega-Lite's counts of bins: on a position, and of anything else.
enum { POSITION_BINS = 10, OTHER_BINS = 6 };

// Layers of one chart; charts of one picture; how deep views may stand in one another.
enum { SPEC_UNIT_LIMIT = 64, SPEC_VIEW_LIMIT = 200, SPEC_DEPTH_LIMIT = 8 };

struct chart_spec {
    struct unit_spec *units; // the layers, or the one unit
    size_t unit_count;
    struct extent_spec width, height;
    const struct json *projection; // of shapes and places; NULL: the default
};

enum view_align { VIEW_ALIGN_NONE, VIEW_ALIGN_EACH, VIEW_ALIGN_ALL };

// Whether the views of a list have one scale, axis or legend for a channel, or each its own.
struct resolve_spec {
    enum choice scale[CHANNEL_COUNT], axis[CHANNEL_COUNT], legend[CHANNEL_COUNT]; // yes: shared
};

// A view: one chart, or a list of views in lines of `columns`. Pairs are of columns, then of rows.
struct view_spec {
    const struct chart_spec *chart; // NULL: a list
    struct view_spec *views;
    size_t view_count, columns;
    double spacing[2]; // px; NAN: not given
    enum view_align align[2];
    bool center[2];
    bool flush; // places go by the plots, whatever stands around them
    struct resolve_spec resolve;
    const struct json *json;
};

// Reads a spec that fits chart_shape; NULL with reports when it contradicts itself.
// Of a Vega-Lite document, repeated charts get no titles of their own.
const struct view_spec *spec_read(struct arena *arena, struct diag *diag, const struct json *json,
                                  bool vega_lite);

enum symbol symbol_find(struct str word); // a word of symbol_words

const char *channel_name(enum channel channel); // "x"

extern const struct shape chart_shape; // of the keys that make a figure a chart

// Px or a CSS colour word of a spec; "accent", "context" and "ink" are the style's own colours.
bool spec_colour(const struct style *style, const struct json *value, struct colour *out);
