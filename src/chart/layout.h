// Layout of a chart: how large the plot is, where it stands, and what stands around it.
#pragma once

#include "chart/plot.h"
#include "guides/axis.h"
#include "guides/frame.h"
#include "guides/legend.h"
#include "guides/ramp.h"

struct series_end; // layout_series.c

struct layout {
    struct frame frame;
    struct legend legend;
    struct ramp ramp;      // in place of the legend, for colours of amounts
    struct legend keys[2]; // of shapes and of sizes
    size_t key_count;
    struct axis x, y;
    struct category_labels x_labels, y_labels;
    double left, right, top, bottom; // px around the plot inside the margins
    double beyond;                   // px right of the plot for an axis there
    double lead;                     // px that the first number of the x axis needs on its left
    double over;                     // px over the plot for its unit and the title of its left axis
    double width, height;            // of the picture
    bool fill_width, fill_height;    // the picture's size is given, the plot takes the rest
    struct rect head, foot;
    double least_height;            // px that bars with their labels need; 0: no bars across
    bool hide_left, hide_bottom;    // of a cell: its axes stand at another
    struct series_end *series_ends; // of each colour, when names stand there; or NULL
    bool piece_names;               // above the first bar
};

// Whether the size of the picture is given, and the plot takes what it leaves.
bool layout_fills_picture(const struct plot *plot);

// Fills `layout` and the ranges of the plot's scales, and plot->area.
bool layout_make(struct plot *plot, struct layout *layout, const struct frame_texts *texts);

// px of the label block above each bar, its gap included; 0 when labels stand beside.
double layout_above_height(const struct plot *plot, const struct layout *layout);

// layout_grow.c: larger bars, labels and values where a frame of fixed height has few bars.
void layout_grow_type(struct plot *plot, const struct frame_texts *texts);

// layout_values.c: values above columns take the step at which they do not touch.
void layout_fit_values(struct plot *plot, const struct layout *layout);

// layout_ranges.c: ranges of amounts with room for the values printed beside their marks.
void layout_decide_labels(struct plot *plot);
void layout_fit_ranges(struct plot *plot);
// Px that values printed outside reach beyond the plot's right edge, or above its top.
double layout_label_overflow(struct plot *plot, bool across);

// layout_legend.c: sets the legend and makes room for it; draws it.
void layout_set_legend(struct plot *plot, struct layout *layout);
// How its symbols look: as the marks do, and as sheer.
enum legend_symbol layout_legend_symbol(const struct plot *plot);
uint8_t layout_legend_alpha(const struct plot *plot, uint8_t otherwise);
void layout_draw_legend(const struct plot *plot, const struct layout *layout);
// The legend of a channel that several charts share, added to `layout` alone, within `width` px.
void layout_add_legend(const struct plot *plot, enum channel channel, struct layout *layout,
                       double width);
// Px of all legends together; drawn with their corner at a point.
struct point layout_legend_extent(const struct plot *plot, const struct layout *layout);
void layout_draw_legends(const struct plot *plot, const struct layout *layout, struct point corner);

// layout_keys.c: the legend of the channel shape or size.
struct legend layout_make_key(const struct plot *plot, enum channel channel);
// Whether shapes tell the same categories apart as colours, so that one legend has both; then gives
// the outlines of its entries.
bool layout_shapes_follow_colours(const struct plot *plot);
const struct path *layout_shape_paths(const struct plot *plot, const struct word_set *words);
struct str layout_legend_title(const struct plot *plot, const struct channel_spec *spec);

// layout_series.c: names at the ends of lines and areas instead of a legend. Makes room and returns
// true where they fit.
bool layout_set_series_names(struct plot *plot, struct layout *layout);
void layout_draw_series_names(struct plot *plot, const struct layout *layout);
// layout_pieces.c: names above the pieces of the first bar of piles across, likewise.
bool layout_set_piece_names(struct plot *plot, struct layout *layout);
void layout_draw_piece_names(struct plot *plot, const struct layout *layout);
// Where grid lines run across: as far as the lines, not behind their names.
struct rect layout_grid_area(const struct plot *plot, const struct layout *layout);

// layout_ticks.c: ticks and their words of an axis of amounts.
void layout_make_ticks(const struct plot *plot, const struct plot_axis *from, struct axis *axis);
