// The values of a channel's field over the table's rows: times read, cut to units, put into bins.
#pragma once

#include "chart/plot.h"

struct channel_values {
    const struct value *values; // NULL: the channel has no field
    const struct value *ends;   // where a bin or a time unit ends; NULL: no ends
    struct bins bins;
};

// False when a fault was reported.
bool channel_values_read(const struct plot *plot, const struct plot_unit *unit,
                         const struct channel_spec *channel, struct channel_values *out);
