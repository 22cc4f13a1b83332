// Bases without true boundaries, for maps that only sketch where things lie: equal tiles by a
// layout of columns and rows, or equal circles at seats of government.
//
// Their geo lies in a plane: x and y stand for degrees, and only projection_plane shows it.
#pragma once

#include "map/base.h"
#include "map/projection.h"

extern const struct projection_kind projection_plane;

// Loads what the object `base` ({"tiles": …} or {"circles": …}) describes; NULL when a fault was
// reported.
const struct geo *plane_base_load(const struct base_reader *reader, const struct json *base);
