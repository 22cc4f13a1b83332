// Where a row's band lies.
#include "chart/plot.h"

bool plot_row_band(const struct plot *plot, const struct plot_unit *unit, size_t row, double *start,
                   double *width) {
    const struct plot_axis *axis = unit->horizontal ? &plot->y : &plot->x;
    enum channel offset = unit->horizontal ? CHANNEL_YOFFSET : CHANNEL_XOFFSET;
    struct arena *arena = plot->guide.arena;
    const struct value *values = unit->rows.values[axis->channel];
    size_t index = values ? word_set_find(&axis->words, plot_word(arena, values[row])) : 0;
    if (index == SIZE_MAX) {
        return false;
    }
    *start = scale_band_start(&axis->band, index);
    *width = axis->band.width;
    const struct value *offsets = unit->rows.values[offset];
    if (offsets && plot->offsets.count) {
        size_t place = word_set_find(&plot->offsets, plot_word(arena, offsets[row]));
        if (place == SIZE_MAX) {
            return false;
        }
        *width /= (double)plot->offsets.count;
        *start += *width * (double)place;
    }
    return true;
}
