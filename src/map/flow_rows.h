// The flows of a map as they stand in "flows", or in rows of the figure's data.
#pragma once

#include "map/map_flows.h"

// Fills the items of *flows; false when a fault was reported.
bool flow_rows_read(const struct map *map, const struct json *json, struct map_flows *flows);
