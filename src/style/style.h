// A style: every token that decides how a picture looks, resolved to one flat record.
//
// Style files (styles/*.json) may extend one another; style_load resolves the chain. A style
// changes looks, guides, paddings and label defaults, never data, order, domain or ticks.
#pragma once

#include "base/colour.h"
#include "base/zh_format.h"
#include "document/json.h"
#include "document/shape.h"

enum { STYLE_PALETTE_LIMIT = 24, STYLE_CHAIN_LIMIT = 16 };

enum unit_form { UNIT_IN_SUBTITLE, UNIT_ABOVE_PLOT, UNIT_AT_AXIS };
enum title_anchor { TITLE_START, TITLE_MIDDLE, TITLE_END };
enum title_orient { TITLE_TOP, TITLE_BOTTOM };
enum legend_orient { LEGEND_TOP, LEGEND_RIGHT };
// How numbers are written: with one unit chosen for the axis (万, 亿), as d3 does, or in all
// digits.
enum number_form { NUMBER_ZH, NUMBER_D3, NUMBER_PLAIN };

// Infographics: the ornament of their banner, the numerals of their sections.
enum style_motif { MOTIF_NONE, MOTIF_HIBISCUS, MOTIF_WAVES };
enum style_numerals { NUMERALS_NONE, NUMERALS_DIGITS, NUMERALS_HAN, NUMERALS_FORMAL };

struct style_font {
    struct str family; // list, the Chinese face first
    struct str latin;  // or STR_NONE
};

struct style_text {
    double size;  // px
    double pitch; // em
    bool bold;
    struct colour colour;
};

struct style_ramp {
    struct colour colours[STYLE_PALETTE_LIMIT];
    size_t count;
};

enum logo_side { LOGO_FOOT, LOGO_TOP };

// A brand's mark: a picture, or shapes in a box of units of their own.
struct style_logo {
    double height; // px; 0: none is drawn
    enum logo_side side;
    struct str alt;               // what it is, for screen readers
    struct str file, png;         // a PNG file's path and bytes; or STR_NONE and
    const struct json *paths;     // the shapes, or NULL
    double box_width, box_height; // pixels of the PNG, or units of the shapes
};

struct style {
    struct str name, description;
    struct colour paper, ink, muted, accent, context, grid, rule;
    struct colour mark; // of a single series
    struct colour palette[STYLE_PALETTE_LIMIT];
    size_t palette_count;
    struct style_ramp ramp; // of amounts
    struct style_ramp heat; // of amounts in cells
    struct style_ramp diverging;
    bool ordinal_ramp; // ordered categories take colours of the ramp
    double cell_gap;   // px between the cells of a heatmap and the slices of a pie
    struct style_font title_font, heading_font, body_font, figures_font;
    struct style_text title, subtitle, label, value, axis_label, axis_title, legend_label,
        legend_title, foot;
    enum title_anchor title_anchor;
    enum title_orient title_orient;
    double margin, title_gap, foot_gap; // px
    double title_line_gap;              // px between title and subtitle
    double bar_share;                   // bar thickness in its band, 0 to 1
    double band_outer;                  // space before the first band, in bands
    double band_step;                   // px of a band when no size is given; 0: fill the picture
    double plot_width, plot_height;     // px of a continuous axis, likewise; 0: fill the picture
    double bar_thickness;               // most px; 0: no limit
    double bar_pitch;                   // most px from band to band; 0: no limit
    double bar_pitch_least;             // least px, before the picture grows
    double label_gap;                   // px between a bar's end and its value
    double category_share;              // most share of the width for category labels
    double axis_label_gap, axis_title_gap, tick_size, corner;
    double column_label_angle; // degrees clockwise of the names below columns
    bool label_flush;          // numbers at the ends of an axis across stay within it
    double tick_spacing;       // em of the axis labels for each tick, about
    double line_width;         // px of outlines of points
    double point_size;         // px², as in Vega-Lite
    double point_opacity;      // of points and ticks that stand for single rows
    bool points_filled;
    double rule_width;             // px of axis lines, grid and ticks
    struct colour tint, on_accent; // ground of panels and cards; text on the accent colour
    enum style_motif motif;
    enum style_numerals numerals;
    double card_corner;  // px
    struct colour frame; // of a box around the plot; alpha 0: none
    bool approx_notch;   // a notch in the end of bars of approximate values
    bool label_inside;   // values inside the bar's end when all of them fit
    enum number_form number_form;
    enum zh_grouping grouping;
    enum legend_orient legend_orient;
    bool series_names; // at the ends of lines and areas, where they fit, instead of a legend
    double legend_gap; // px between legend and plot
    bool zero_line;    // a line at zero, where there is an axis or something below it
    bool grid_lines, axis_line, axis_ticks, value_axis; // of a value axis whose bars carry labels
    bool check_contrast;
    double least_text;       // px that the layout check lets pass; 0: by the size
    bool axis_titles_turned; // of left axes: along the axis instead of over it
    bool axis_title_default; // an axis without title takes its field's name
    enum unit_form unit_form;
    const struct json *note_prefix, *source_prefix, *credit_prefix; // style_words
    struct style_logo logo;
    double width, height; // px of a picture whose size is not given; height 0: by its content
};

// Whether there is a mark to draw.
static inline bool style_has_logo(const struct style_logo *logo) {
    return logo->height > 0 && (logo->paths || logo->png.len);
}

// The style named `name` (a packaged style, or the path of a file relative to `folder`), with the
// overrides of an object (NULL: none) laid on top. NULL when a fault was reported.
const struct style *style_load(struct arena *arena, struct diag *diag, struct diag_place from,
                               struct str name, struct str folder, const struct json *overrides);

// How a size of picture wants its style: a slide, a phone and a printed column are read from
// different distances, so the same look comes in different sizes of type.
struct style_reading {
    double label;      // px of category labels; 0: the style's own sizes
    double space;      // margins and gaps between parts, relative to the type; 0: as the type
    double least_text; // px below which no text shrinks
};

// The style at the sizes of a reading; itself when nothing changes.
const struct style *style_scale(struct arena *arena, const struct style *style,
                                struct style_reading reading);

// `base` with the overrides of an object laid on top. NULL when a fault was reported.
const struct style *style_override(struct arena *arena, struct diag *diag, const struct style *base,
                                   const struct json *overrides);

// Words of a style that may be given by language: those of the nearest one, else the English ones,
// else the first.
struct str style_words(const struct json *words, struct str language);

// Appends every key with its value: a style file that extends nothing and looks the same.
void style_print(struct buf *out, const struct style *style);

// Names of the packaged styles, sorted.
size_t style_list(struct arena *arena, const struct str **out);

extern const struct shape style_shape; // of a style file and of overrides
