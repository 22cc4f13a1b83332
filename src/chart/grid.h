// Small multiples: the cells into which the channels row, column and facet part a chart. Every cell
// has the same scales, so that cells compare.
#pragma once

#include "chart/layout.h"

// Finds the cells of the read rows; false when a fault was reported. A chart without these channels
// has one.
bool grid_make(struct plot *plot);

// Px between cells, of headers above a row of cells, and left of it; then the size of one cell when
// all share `length` px.
void grid_measure(struct plot *plot);
double grid_cell_width(const struct plot *plot, double length);
double grid_cell_height(const struct plot *plot, double length);

// All cells together, their headers included, when one is `cell` large.
struct rect grid_whole(const struct plot *plot, struct rect cell);

// The units with the rows of one cell alone.
struct plot_unit *grid_cell_units(const struct plot *plot, size_t column, size_t line);

// Calls `draw` for each cell with the cell's rows and place in the plot; draws the headers.
void grid_draw(struct plot *plot, const struct layout *layout,
               void (*draw)(struct plot *plot, const struct layout *layout));
