// Legends of colours of amounts.
#pragma once

#include "chart/layout.h"

// Entries for the classes of the plot's colours: "10 – 20" and the like; not placed yet.
struct legend legend_of_classes(const struct plot *plot, struct str title);

// A limit between classes, with d3's decimals for limits that stand so far apart.
struct str legend_limit_words(const struct plot *plot, double limit);

// The bar of colours; of classes as bands. Without title, not placed yet.
struct ramp legend_of_amounts(const struct plot *plot);

// Whether bars of colours stand upright, with ticks.
bool legend_looks_like_vegas(const struct plot *plot);
