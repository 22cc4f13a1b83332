// What lies behind the horizon of an azimuthal projection is drawn in to it.
#pragma once

#include "map/geo.h"
#include "map/projection.h"

struct ring {
    struct arena *arena;
    struct point *points; // degrees
    size_t count, capacity;
};

void ring_add(struct ring *ring, struct point point);

// True when an extent lies well before the horizon.
bool horizon_shows(const struct projection *projection, struct rect extent);

// Points behind the horizon move towards the centre until they are on it. False: no point is before
// it.
bool horizon_clamp(const struct projection *projection, const struct ring *ring, struct ring *out);

// True when the point opposite the centre lies in the ring (unwrapped longitudes).
bool horizon_holds_antipode(const struct projection *projection, const struct ring *ring);

void horizon_circle(const struct projection *projection, struct ring *out);
