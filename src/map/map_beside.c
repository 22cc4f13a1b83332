// Boxes in columns or rows, and the map in the rest.
#include "map/map_beside.h"

#include <math.h>

enum { BOXES = MAP_LEGEND_LIMIT + INSET_LIMIT };

struct strip {
    struct rect boxes[BOXES];
    size_t count;
    double width, height; // of all boxes as they have been put
};

// One box after the other along the strip's direction (px at most `limit`), in as many columns or
// rows as it takes; false when one box alone is too long.
static bool flow(struct strip *strip, bool columns, double limit, double gap) {
    double along = 0, across = 0, widest = 0, longest = 0;
    for (size_t i = 0; i < strip->count; i++) {
        struct rect *box = &strip->boxes[i];
        double length = columns ? box->height : box->width;
        if (length > limit) {
            return false;
        }
        if (along > 0 && along + gap + length > limit) {
            across += widest + gap;
            along = widest = 0;
        }
        double at = along > 0 ? along + gap : 0;
        box->x = columns ? across : at;
        box->y = columns ? at : across;
        along = at + length;
        longest = fmax(longest, along);
        widest = fmax(widest, columns ? box->width : box->height);
    }
    strip->width = columns ? across + widest : longest;
    strip->height = columns ? longest : across + widest;
    return true;
}

static struct strip collect(const struct map_layout *layout) {
    struct strip strip = {0};
    for (size_t i = 0; i < layout->legend_count; i++) {
        strip.boxes[strip.count++] = *layout->legends[i];
    }
    for (size_t i = 0; i < layout->insets.count; i++) {
        const struct map_inset *inset = &layout->insets.items[i];
        strip.boxes[strip.count++] = (struct rect){0, 0, inset->width, inset->height};
    }
    return strip;
}

// What a strip leaves of the area.
static struct rect rest_of(struct rect area, const struct strip *strip, bool columns, double gap) {
    if (columns) {
        area.width -= strip->width + gap;
    } else {
        area.height -= strip->height + gap;
    }
    return area;
}

static double scale_in(struct rect area, struct rect bounds) {
    return area.width < MAP_LEAST_PX || area.height < MAP_LEAST_PX
               ? 0
               : fmin(area.width / bounds.width, area.height / bounds.height);
}

static void take(struct map_layout *layout, struct strip *strip, struct point corner) {
    layout->taken_count = 0;
    for (size_t i = 0; i < strip->count; i++) {
        struct rect *box = &strip->boxes[i];
        box->x += corner.x;
        box->y += corner.y;
        layout->taken[layout->taken_count++] = *box;
        if (i < layout->legend_count) {
            *layout->legends[i] = *box;
        } else {
            struct map_inset *inset = &layout->insets.items[i - layout->legend_count];
            inset->corner = (struct point){box->x, box->y};
            inset->placed = true;
        }
    }
    layout->legends_placed = true;
}

struct choice {
    struct strip strip;
    struct rect rest;
    double scale; // px per metre; 0: no room
    bool columns;
};

static struct choice choose(const struct map *map, const struct map_layout *layout,
                            struct rect bounds, bool free) {
    double gap = map->style->label.size;
    struct choice best = {0};
    for (int columns = 1; columns >= 0; columns--) {
        struct strip strip = collect(layout);
        if (!flow(&strip, columns, columns ? map->area.height : map->area.width, gap)) {
            continue;
        }
        struct rect area = map->area;
        area.height += free && !columns ? strip.height + 2 * gap : 0;
        struct rect rest = rest_of(area, &strip, columns, 2 * gap);
        double scale = scale_in(rest, bounds);
        if (scale > best.scale) {
            best = (struct choice){strip, rest, scale, columns};
        }
    }
    return best;
}

double map_beside_scale(const struct map *map, const struct map_layout *layout, struct rect bounds,
                        bool free) {
    return choose(map, layout, bounds, free).scale;
}

bool map_beside_put(struct map *map, struct map_layout *layout, struct rect bounds, bool free) {
    struct choice best = choose(map, layout, bounds, free);
    if (!(best.scale > 0)) {
        return false;
    }
    double gap = 2 * map->style->label.size;
    if (free && !best.columns) {
        map->area.height += best.strip.height + gap;
        layout->height += best.strip.height + gap;
    }
    map_layout_fit(map, bounds, best.rest);
    struct point corner = {map->area.x, rect_bottom(best.rest) + gap};
    if (best.columns) {
        corner = (struct point){rect_right(best.rest) + gap,
                                map->area.y + (map->area.height - best.strip.height) / 2};
    }
    take(layout, &best.strip, corner);
    return true;
}
