// Lists of views in one picture: where each stands, and what they have in common.
#pragma once

#include "chart/view.h"

// Draws a figure whose root is a list; the scales are made. False when a fault was reported.
bool compose_draw(struct views *views, struct scene *scene);

// compose_fill.c: within a picture of given width. Plots of one column begin and end at the same
// places across, those of one line downwards; what stands around them takes what it needs.
// `content` is what title and foot leave; its height is set unless the picture's is given.
bool compose_fill(struct views *views, struct rect *content, bool fill_height);

// compose_follow.c: the picture follows its plots, by the rules of Vega's grid layout. Sets the
// size of `content`, whose corner is given.
bool compose_follow(struct views *views, struct rect *content);

// Draws a chart that is laid out into a scene of its own.
void compose_draw_chart(const struct views *views, struct view *view);

// The title of a view and the legend of a list, within `width` px.
void compose_set_guides(struct view *view, const struct plot *any, double width);
// Px that they take over the view, and px that a legend takes at its right.
double compose_head_height(const struct view *view, const struct style *style);
double compose_legend_width(const struct view *view, const struct style *style);
