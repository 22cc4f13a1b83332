// Alternative text of a map.
#pragma once

#include "map/fill.h"

struct str map_alt_write(const struct map *map, const struct fill *fill);
