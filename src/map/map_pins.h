// Pins: events and places with words beside them.
#pragma once

#include "map/map_busy.h"

// Draws "pins"; what they and their words cover is added to `busy`. A pin whose words find no place
// is reported. False when a place is unknown.
bool map_pins_draw(struct map *map, struct map_busy *busy);
