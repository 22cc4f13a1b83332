// The views of a figure while it is drawn: the tree of its spec with a plot for each chart, and the
// scales that several of them share.
#pragma once

#include "chart/layout.h"

struct insets {
    double left, right, top, bottom; // px
};

struct view {
    const struct view_spec *spec;
    struct plot *plot; // of a chart; NULL: a list
    struct view *views;
    size_t count, columns;
    bool overlaid;                               // of a list: all lie over one another
    bool faceted;                                // of a list: the cells of a facet
    bool cell;                                   // one of these
    struct str title, unit_note;                 // of a view in a list
    const struct plot *legend_of[CHANNEL_COUNT]; // of a list: a chart whose legend stands for all
    // Set by the layout:
    struct layout *layout;                // of a chart
    struct scene *scene;                  // of a chart, drawn alone; NULL: not yet
    struct layout *guides;                // of a list: its legend
    const struct text_block *title_block; // of a list
    struct insets insets;                 // px that titles, axes and legends take around the plots
    struct rect inner;                    // px of the plots, all together
    struct point edge;     // the corner of all that stands around them, where titles begin
    double natural_height; // px of these when nothing limits them
    double least_height;
};

struct views {
    const struct chart_context *context;
    const struct figure_request *request;
    struct view root;
    struct plot **plots; // of the charts, in the spec's order; room for SPEC_VIEW_LIMIT + 1
    size_t plot_count;
};

// Makes the tree of a spec; titles are taken from it.
void views_make(struct views *views, const struct chart_context *context,
                const struct figure_request *request, const struct view_spec *spec);

// view_split.c: makes lists of facets and layers that do not share all their scales; their rows are
// read. False when a fault was reported.
bool views_split(struct views *views);

// Reads data and makes scales, shared ones over all charts that share them. False when a fault was
// reported.
bool views_read(struct views *views);
bool views_make_scales(struct views *views);

// The categories of all channels of colour, each once.
struct category_list views_categories(const struct views *views);
