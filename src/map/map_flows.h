// Flows: curved arrows from place to place, of one width or as wide as their values say.
#pragma once

#include "map/fill.h"
#include "map/flow_arrow.h"
#include "map/flow_legend.h"
#include "map/map_busy.h"
#include "map/map_spot.h"

enum flow_labels { FLOW_LABELS_NONE, FLOW_LABELS_END, FLOW_LABELS_ALONG };

struct map_flow {
    struct map_spot_name from, to;
    struct diag_place place;
    double value;      // NAN: none
    struct str words;  // of its label; may be empty
    struct flow arrow; // set when it is drawn
    struct map_spot start, end;
};

struct map_flows {
    struct map_flow
        *items; // the widest last, so that the thin ones are not hidden: see map_flows.c
    size_t count;
    bool valued;         // widths mean values
    double largest;      // of the values
    struct fill amounts; // how values are printed, and the legend's title
    enum flow_labels labels;
    bool great_circles, shown; // shown: the legend is wanted
    struct flow_legend legend;
    struct rect legend_box; // px; of width 0 without a place
};

// Reads "flows"; false when a fault was reported.
bool map_flows_read(struct map *map, struct map_flows *flows);
// Sizes the legend, of the map as it is fitted into its area.
void map_flows_set(const struct map *map, struct map_flows *flows);
// Draws arrows and legend; what they cover is added to `busy`. False when a place is unknown.
bool map_flows_draw(struct map *map, struct map_flows *flows, struct map_busy *busy);
// Words at the arrows, once all else but the names of regions stands.
void map_flows_label(struct map *map, const struct map_flows *flows, struct map_busy *busy);
// What they show, for the picture's description; STR_NONE without flows.
struct str map_flows_describe(const struct map *map, const struct map_flows *flows);
