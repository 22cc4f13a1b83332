// Names of regions on a map: inside their regions where they fit, else beside them with a line.
//
// One form and one size for all names: the full ones when each fits its region, else the short ones
// (阿坝州, 成都), else these in small type. A name turns vertical in a tall region and takes two
// lines when it is long. What still finds no room crosses a border, or stands beside the subject
// with a leader line. What finds no place at all is reported.
#pragma once

#include "map/map_busy.h"

// Draws the names that the figure's "labels" asks for, apart from one another, from the map's
// obstacles and from `busy`. False when the key names an unknown region.
bool map_labels_draw(struct map *map, const struct map_busy *busy);
