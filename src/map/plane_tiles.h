// Tile maps: one square for each region, by a table of columns and rows.
#pragma once

#include "map/base.h"

// `name` is a layout of data/geo/tiles (sichuan, chengdu, china) or the path of a table with the
// columns name, column and row, and adcode if it has codes. NULL when a fault was reported.
const struct geo *plane_tiles_load(const struct base_reader *reader, const struct json *name);
