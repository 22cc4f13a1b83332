// Free places beside the subject, corner by corner.
#include "map/corner.h"

#include <assert.h>
#include <math.h>

// Borders alone are marked: regions are small beside a legend, and the corner of a large one is
// told from outside by the sum of what lies between borders.
struct corners corners_open(const struct map *map, struct rect *taken, size_t *taken_count) {
    // The subject's places are metres, northwards, until the layer is fitted.
    struct border_scale scale = {map->origin, map->px_per_metre, -map->px_per_metre};
    return (struct corners){map, border_grid_make(map, scale), taken, taken_count};
}

void corners_take(struct corners *corners, struct rect box) {
    assert(*corners->taken_count < CORNER_BOXES);
    corners->taken[(*corners->taken_count)++] = box;
}

static bool is_clear(const struct corners *corners, struct rect box) {
    double gap = corners->map->style->label.size;
    struct rect around = rect_inset(box, -gap);
    for (size_t i = 0; i < *corners->taken_count; i++) {
        if (rect_overlaps(around, corners->taken[i])) {
            return false;
        }
    }
    return !border_grid_count(&corners->mask, around);
}

bool corners_find(struct corners *corners, struct rect *box, const enum corner order[CORNERS]) {
    struct rect area = corners->map->area;
    double gap = corners->map->style->label.size;
    for (size_t i = 0; i < CORNERS; i++) {
        bool right = order[i] == BOTTOM_RIGHT || order[i] == TOP_RIGHT;
        bool bottom = order[i] == BOTTOM_RIGHT || order[i] == BOTTOM_LEFT;
        double most = fmax(0, area.height - box->height);
        for (double away = 0; away <= most / 2; away += gap) {
            box->x = right ? rect_right(area) - box->width : area.x;
            box->y = area.y + (bottom ? most - away : away);
            if (box->height <= area.height && is_clear(corners, *box)) {
                corners_take(corners, *box);
                return true;
            }
        }
    }
    return false;
}
