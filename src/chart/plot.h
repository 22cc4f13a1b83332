// A chart being made: what the stages hand to one another, from rows to positions.
#pragma once

#include "chart/chart.h"
#include "chart/spec.h"
#include "guides/guide.h"
#include "scales/scale.h"

// Rows of a unit after its transforms, by channel.
struct plot_rows {
    size_t count;
    const struct value *values[CHANNEL_COUNT]; // NULL: the channel has no field
    const struct value *ends[CHANNEL_COUNT];   // of bins and time units; NULL: no ends
    const struct value *raw[CHANNEL_COUNT];    // of the table's rows, before they are grouped
    struct bins bins[CHANNEL_COUNT];
    double *from, *to; // along the measure, stacked
    size_t *origin;    // the first table row of each
};

struct plot_unit {
    const struct unit_spec *spec;
    const struct table *table;
    struct plot_rows rows;
    bool horizontal; // the measure runs along x
    enum stack_kind stack;
    struct colour *fills; // of each row
    bool *accented;       // rows that a condition picks out
    double *sizes;        // px² of points, by the channel size; or NULL
    struct str *labels;   // printed at each mark, or NULL
    double *label_widths;
    bool labels_inside;
    bool *labels_below; // rows of lines whose neighbours lie higher; or NULL
};

// Position along x or y, shared by the units.
struct plot_axis {
    enum channel channel;
    const struct channel_spec *spec; // of the first unit that has it, or NULL
    bool discrete, banded;
    struct word_set words; // categories, in order
    struct str *shorts;    // their short forms, or NULL
    bool dated;            // the categories are dates
    struct scale_band band;
    double inner, outer; // of the band
    struct scale scale;  // of amounts
    bool reverse;
    double padding;        // px between the ends of the range and what is drawn, of bars at places
    double open_domain[2]; // before the padding
    double nice_count;     // of ticks to end on when there is padding; 0: the ends stay
    double size;           // px along the axis; 0: not decided yet
    bool labelled;         // every mark carries its value
    struct str title;      // STR_NONE: none
    struct str unit, measure; // where the title says the unit: 亿元, and 金额 or STR_NONE
};

// Colours of amounts.
struct colour_ramp {
    double low, high;
    const struct colour *stops; // of a way through colours, or one for each class
    size_t count;               // 0: the colours are of categories
    enum blend blend;           // between stops
    struct scale scale;         // of a way; type NULL: of classes
    double middle;              // of a way whose halves have lengths of their own; NAN: none
    struct steps steps;         // of classes
    bool binned;                // the classes are bins from `low` to `high`
};

// Small multiples (grid.h): one cell when the chart has none of their channels.
struct plot_grid {
    size_t columns, rows, count;  // of cells
    struct word_set across, down; // words of facet or column, and of row
    bool wrapped;                 // facet: lines of cells
    double gap, header, left;     // px between cells, of a header above, and left of them
};

// Where a view of a list may draw: px of its plot, all cells together, and what may stand around.
struct view_box {
    double width, height; // height 0: by its content
    double around;        // px left and right of the plot, as far as that is known
};

struct plot {
    const struct chart_context *context;
    struct guide_context guide;
    const struct style *style;
    const struct chart_spec *spec;
    const struct view_box *box; // of a view in a list; NULL: the chart is the whole picture
    struct plot_unit *units;
    size_t unit_count;
    struct plot_axis x, y;
    struct word_set colours, offsets; // categories of the channels color, and xOffset or yOffset
    const struct channel_spec *colour_spec, *shape_spec, *size_spec; // of their scales, or NULL
    struct word_set shapes;                   // categories of the channel shape
    double size_domain[2], opacity_domain[2]; // amounts of these channels
    const struct scheme_colours *scheme;      // of the categories; NULL: the style's palette
    struct colour_ramp ramp;
    bool slices_named;                               // the labels of arcs say their category
    const struct category_colours *category_colours; // of the document; NULL: Vega-Lite's order
    struct str title, unit_note;                     // of a view in a list
    bool bare[CHANNEL_Y + 1];         // of x and y: another chart has the axis, this one the grid
    bool over;                        // lies over another chart of the same place
    bool follows;                     // the picture follows the plot, whatever the style says
    bool legend_apart[CHANNEL_COUNT]; // the list that the chart stands in draws it
    bool unit_scaled; // the unit that is said has 万 or 亿 in it: numbers have not
    struct plot_grid grid;
    struct rect area;  // of the plot: of one cell
    struct rect whole; // of all cells
    struct scene *scene;
};

static inline struct plot_axis *plot_measure_axis(struct plot *plot, const struct plot_unit *unit) {
    return unit->horizontal ? &plot->x : &plot->y;
}

static inline struct plot_axis *plot_band_axis(struct plot *plot, const struct plot_unit *unit) {
    return unit->horizontal ? &plot->y : &plot->x;
}

// A value as a category's word: numbers in their shortest form.
struct str plot_word(struct arena *arena, struct value value);

// The value in words: a time by its pattern, a bin by its ends, else plot_word.
struct str plot_shown_word(const struct plot *plot, const struct channel_spec *channel,
                           const struct bins *bins, struct value value);

// The words of a channel's categories as they are shown: bins and units of time in words.
const struct str *plot_shown_words(const struct plot *plot, const struct channel_spec *spec,
                                   const struct word_set *words);

// d3-time-format's pattern for times of the channel.
struct str plot_time_pattern(const struct plot *plot, const struct channel_spec *channel,
                             double time);

// A number by an author's format; its $ is ¥ where numbers are Chinese.
struct str plot_write_format(const struct plot *plot, const struct format_spec *format,
                             double value);

bool plot_speaks_chinese(const struct plot *plot); // in dates and numbers

static inline enum channel plot_measure_channel(const struct plot_unit *unit) {
    return unit->horizontal ? CHANNEL_X : CHANNEL_Y;
}

static inline enum channel plot_band_channel(const struct plot_unit *unit) {
    return unit->horizontal ? CHANNEL_Y : CHANNEL_X;
}

// The colour of the colour scale's category.
struct colour plot_category_colour(const struct plot *plot, size_t index);

// colours.c: the colours that the author or the style gives categories in turn; false with a
// report when there is no such scheme.
bool plot_find_scheme(struct plot *plot);

// ramp.c: the ramp over the rows' amounts; false when a fault was reported.
bool plot_make_ramp(struct plot *plot);
struct colour plot_ramp_colour(const struct plot *plot, double value);
double plot_ramp_share(const struct plot *plot, double value); // of the way, 0 to 1

// Px from the plot's corner to a row's band (its start and width), or to its middle when the axis
// is not banded. False when the row has no place.
bool plot_row_band(const struct plot *plot, const struct plot_unit *unit, size_t row, double *start,
                   double *width);

// The same along an axis of the caller's choice.
bool plot_axis_band(const struct plot *plot, const struct plot_unit *unit,
                    const struct plot_axis *axis, size_t row, double *start, double *width);

// Px along `axis` from the plot's corner to a row's place: an amount's, or the middle of its band.
// False when the row has none.
bool plot_row_place(const struct plot *plot, const struct plot_unit *unit,
                    const struct plot_axis *axis, size_t row, double *place);

// The other end along an axis, from the channel x2 or y2. False when the row has none.
bool plot_row_second(const struct plot *plot, const struct plot_unit *unit,
                     const struct plot_axis *axis, size_t row, double *place);

// dates.c: whether all the categories are dates of ISO 8601, in a style that writes them in
// Chinese.
bool plot_words_are_dates(const struct plot *plot, const struct word_set *words);
// A discrete axis's categories as it prints them.
const struct str *plot_axis_words(const struct plot *plot, const struct plot_axis *axis);

// Px from the plot's corner of a position channel's constant. False when it has none.
bool plot_row_constant(const struct plot *plot, const struct plot_unit *unit, enum channel channel,
                       double *place);

// The scene's px of a row's place on both axes: where a point stands, or a line passes. False when
// it has none.
bool plot_row_point(const struct plot *plot, const struct plot_unit *unit, size_t row,
                    struct point *point);

// places.c: shapes and places of a map.
bool plot_has_place(const struct plot_unit *unit); // by longitude and latitude
bool plot_is_map(const struct plot *plot);
bool plot_check_places(const struct plot *plot);                 // false when a fault was reported
bool plot_fit_places(const struct plot *plot);                   // into the plot's area; likewise
size_t plot_row_shape(const struct plot_unit *unit, size_t row); // SIZE_MAX: none
// The scene's px of the row's longitude and latitude. False when it has none.
bool plot_row_degrees_px(const struct plot *plot, const struct plot_unit *unit, size_t row,
                         struct point *point);

// An amount as labels print it.
struct str plot_print_amount(const struct plot *plot, const struct plot_unit *unit, double value);

enum label_side { SIDE_RIGHT, SIDE_LEFT, SIDE_ABOVE, SIDE_BELOW };

// Where a label outside its mark stands.
enum label_side plot_label_side(const struct plot_unit *unit, size_t row);

// scaled_shapes.c: of a row, and of a category of the channel shape.
enum symbol plot_row_symbol(const struct plot *plot, const struct plot_unit *unit, size_t row);
enum symbol plot_category_symbol(const struct plot *plot, size_t index);

// px² of a point by an amount of the channel size.
double plot_size_of(const struct plot *plot, double amount);

// Draws a mark's label beside the end of its bar, or inside it. `bar` is in the scene's px.
void plot_draw_label(struct plot *plot, const struct plot_unit *unit, size_t row, struct rect bar,
                     uint32_t owner);

// The label of a slice: its category, where no legend says it, and its amount. Drawn with the end
// nearer to the circle at a point.
// `lines` is 1, or 2 when the amount stands under the category.
double plot_slice_width(const struct plot *plot, const struct plot_unit *unit, size_t row,
                        unsigned lines);
struct slice_label {
    struct point at;
    bool right; // of the circle
    unsigned lines;
    uint32_t owner;
};
void plot_draw_slice_label(struct plot *plot, const struct plot_unit *unit, size_t row,
                           const struct slice_label *label);

// What a row says, for screen readers: "主题教育活动: 300余场次".
struct str plot_row_words(const struct plot *plot, const struct plot_unit *unit, size_t row);

// titles.c: of the axis x or y over all units; STR_NONE: none.
struct str plot_axis_title(const struct plot *plot, enum channel channel);
// Vega-Lite's name of a field: "Sum of value".
struct str plot_field_title(struct arena *arena, const struct channel_spec *spec);

// The stages, in order. Each returns false when a fault was reported.
bool plot_read_units(struct plot *plot);                        // plot_units.c: data, rows, cells
bool plot_read_rows(struct plot *plot, struct plot_unit *unit); // rows.c: fields, aggregates
bool plot_stack(struct plot *plot, struct plot_unit *unit);     // stack.c
// categories.c: the first unit's spec of a channel with a field or datum, or NULL; the categories
// of a channel over all units in the order of its sort; both at once.
const struct channel_spec *plot_first_spec(const struct plot *plot, enum channel channel);
struct word_set plot_collect_categories(const struct plot *plot, enum channel channel,
                                        const struct channel_spec *spec);
const struct channel_spec *plot_collect_words(const struct plot *plot, enum channel channel,
                                              struct word_set *words);
bool plot_collect_colours(struct plot *plot); // domains.c
// domains.c: the axis x or y over the units; one that was made over those of several charts; the
// categories side by side in a band.
bool plot_make_axis(struct plot *plot, enum channel channel);
void plot_take_axis(struct plot *plot, enum channel channel, const struct plot_axis *shared);
void plot_make_offsets(struct plot *plot);
bool plot_make_amounts(struct plot *plot, struct plot_axis *axis); // amounts.c: of one axis
void plot_collect_shapes(struct plot *plot);                       // scaled_shapes.c
void plot_collect_sizes(struct plot *plot);                        // numbers.c
void plot_collect_opacities(struct plot *plot);                    // numbers.c
bool plot_colour_marks(struct plot *plot);                         // colours.c
bool plot_read_numbers(struct plot *plot);                         // numbers.c: opacity, size
void plot_label_marks(struct plot *plot);                          // labels.c: words and widths
