// Corners first; then the map moves aside, the picture grows, or the map leaves a strip.
#include "map/map_places.h"

#include "base/i18n.h"
#include "map/graticule.h"
#include "map/map_beside.h"

#include <math.h>

// Whether the picture's height follows its content and is that of a page to scroll.
static bool is_free(const struct map *map, const struct map_layout *layout) {
    double height = map->context->width > 0 ? map->context->height : map->style->height;
    return !(height > 0) && layout->width < MAP_WIDE_PX;
}

// ---- corners

static const enum corner for_legends[CORNERS] = {BOTTOM_LEFT, BOTTOM_RIGHT, TOP_LEFT, TOP_RIGHT};
static const enum corner for_approval[CORNERS] = {BOTTOM_RIGHT, BOTTOM_LEFT, TOP_RIGHT, TOP_LEFT};
static const enum corner for_insets[CORNERS] = {TOP_RIGHT, BOTTOM_RIGHT, TOP_LEFT, BOTTOM_LEFT};
static const enum corner for_bars[CORNERS] = {BOTTOM_RIGHT, BOTTOM_LEFT, TOP_RIGHT, TOP_LEFT};
static const enum corner for_arrows[CORNERS] = {TOP_RIGHT, TOP_LEFT, BOTTOM_RIGHT, BOTTOM_LEFT};

static void place_approval(struct map_layout *layout, struct corners *corners) {
    struct rect area = corners->map->area;
    if (!layout->approval) {
        return;
    }
    struct rect words = {0, 0, layout->approval->width, layout->approval->height};
    if (!corners_find(corners, &words, for_approval)) {
        words.x = rect_right(area) - words.width;
        words.y = rect_bottom(area) - words.height;
        corners_take(corners, words);
    }
    layout->approval_corner = (struct point){words.x, words.y};
}

static bool place_insets(struct map_layout *layout, struct corners *corners) {
    bool found = true;
    for (size_t i = 0; i < layout->insets.count; i++) {
        struct map_inset *inset = &layout->insets.items[i];
        struct rect box = {0, 0, inset->width, inset->height};
        inset->placed = corners_find(corners, &box, for_insets);
        inset->corner = (struct point){box.x, box.y};
        found = found && inset->placed;
    }
    return found;
}

// Review number, legends and insets, each in a corner; true when all of them are clear.
static bool find_corners(const struct map *map, struct map_layout *layout) {
    layout->taken_count = 0;
    struct corners corners = corners_open(map, layout->taken, &layout->taken_count);
    if (layout->title.width > 0) {
        corners_take(&corners, layout->title);
    }
    place_approval(layout, &corners);
    layout->legends_placed = true;
    for (size_t i = 0; i < layout->legend_count; i++) {
        bool found = corners_find(&corners, layout->legends[i], for_legends);
        layout->legends_placed = layout->legends_placed && found;
    }
    return place_insets(layout, &corners) && layout->legends_placed;
}

// In a wide picture a map may rise beside a short title: as high as the picture, in the middle or
// to the right of it. False, with nothing changed, when it does not fit there.
static bool fill_height(struct map *map, struct map_layout *layout, struct rect bounds) {
    const struct frame *frame = &layout->frame;
    struct map before = *map;
    double head = map_layout_head(map, layout), gap = map->style->label.size;
    if (map_layout_is_below(map) || map->style->title_anchor != TITLE_START || !(head > 0) ||
        layout->width < MAP_WIDE_PX) {
        return false;
    }
    double words =
        fmax(frame->title ? frame->title->width : 0, frame->subtitle ? frame->subtitle->width : 0);
    layout->title = (struct rect){map->area.x, map->area.y - head, words + gap, head};
    map->area.y -= head;
    map->area.height += head;
    // In the middle, then no farther to the right than the title asks for, then ever smaller.
    static const struct {
        double share, shift;
    } tries[] = {{1, 0},    {1, 0.25}, {1, 0.5},  {1, 0.75}, {1, 1},
                 {0.95, 1}, {0.9, 1},  {0.85, 1}, {0.8, 1}};
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        struct rect area = map->area;
        area.y += area.height * (1 - tries[i].share);
        area.height *= tries[i].share;
        map_layout_fit(map, bounds, area);
        double room = graticule_inside(map, area).width - bounds.width * map->px_per_metre;
        map->origin.x += tries[i].shift * room / 2;
        size_t none = 0;
        struct corners corners = corners_open(map, layout->taken, &none);
        if (room > 0 && !border_grid_count(&corners.mask, layout->title) &&
            find_corners(map, layout)) {
            return true;
        }
    }
    *map = before;
    layout->title = (struct rect){0};
    return false;
}

// A map narrower than its area moves to the right; back again where that is no help.
static bool move_right(struct map *map, struct map_layout *layout, struct rect bounds) {
    double room = graticule_inside(map, map->area).width - bounds.width * map->px_per_metre;
    map->origin.x += room / 2;
    if (room > 0 && find_corners(map, layout)) {
        return true;
    }
    map->origin.x -= room / 2;
    find_corners(map, layout);
    return false;
}

// px of all legends one below the other.
static struct rect legends_size(const struct map *map, const struct map_layout *layout) {
    struct rect size = {0};
    for (size_t i = 0; i < layout->legend_count; i++) {
        size.width = fmax(size.width, layout->legends[i]->width);
        size.height += layout->legends[i]->height + (i ? map->style->label.size : 0);
    }
    return size;
}

// A narrow picture of free height grows until legends and insets fit below the map's hollows.
static bool grow(struct map *map, struct map_layout *layout) {
    double step = map->style->label.size, before = map->area.height, height = layout->height;
    double most = legends_size(map, layout).height + 2 * step * (double)layout->legend_count;
    for (size_t i = 0; i < layout->insets.count; i++) {
        most += layout->insets.items[i].height + 2 * step;
    }
    for (double more = step; more < most + step; more += step) {
        map->area.height = before + more;
        layout->height = height + more;
        if (find_corners(map, layout)) {
            return true;
        }
    }
    map->area.height = before;
    layout->height = height;
    find_corners(map, layout);
    return false;
}

// A smaller map in one of the corners, the largest that leaves room in the others: as long as it is
// larger than `least` px per metre.
static bool shrink(struct map *map, struct map_layout *layout, struct rect bounds, double least) {
    static const double STEP = 0.04;
    struct map before = *map;
    map_layout_fit(map, bounds, map->area);
    double full = map->px_per_metre;
    for (double share = 1 - STEP; share * full > least; share -= STEP) {
        for (int corner = 0; corner < CORNERS; corner++) {
            bool right = corner % 2 == 0, low = corner < 2;
            struct rect area = map->area;
            area.width *= share;
            area.height *= share;
            area.x += right ? map->area.width - area.width : 0;
            area.y += low ? map->area.height - area.height : 0;
            map_layout_fit(map, bounds, area);
            double room = graticule_inside(map, area).width - bounds.width * map->px_per_metre;
            map->origin.x += (right ? room : -room) / 2;
            if (find_corners(map, layout)) {
                return true;
            }
        }
    }
    *map = before;
    return false;
}

// ---- scale bar and north arrow

static void place_one(struct corners *corners, struct rect *box, const enum corner order[CORNERS]) {
    const struct map *map = corners->map;
    if (box->width > 0 && !corners_find(corners, box, order)) {
        *box = (struct rect){0};
        diag_warning(map->guide.diag, DIAG_LAYOUT, json_place(map->guide.arena, map->json),
                     str_from(_("make the picture larger")),
                     _("no corner of the map is free for scale bar or north arrow"));
    }
}

void map_places_furniture(struct map *map, struct map_layout *layout) {
    struct corners corners = corners_open(map, layout->taken, &layout->taken_count);
    struct map_furniture *furniture = &layout->furniture;
    map_furniture_set(map, furniture);
    place_one(&corners, &furniture->bar_box, for_bars);
    place_one(&corners, &furniture->arrow_box, for_arrows);
    map_furniture_turn(map, furniture);
}

// ---- the whole

bool map_places_find(struct map *map, struct map_layout *layout, struct rect bounds) {
    map_layout_fit(map, bounds, map->area);
    bool free = is_free(map, layout);
    bool placed = fill_height(map, layout, bounds) || find_corners(map, layout) ||
                  move_right(map, layout, bounds) || (free && grow(map, layout));
    if (placed) {
        return true;
    }
    if (shrink(map, layout, bounds, map_beside_scale(map, layout, bounds, free))) {
        return true;
    }
    if (map_beside_put(map, layout, bounds, free)) {
        struct corners corners = corners_open(map, layout->taken, &layout->taken_count);
        place_approval(layout, &corners);
        return true;
    }
    if (!layout->legends_placed) {
        diag_error(map->guide.diag, DIAG_LAYOUT, map->guide.place,
                   str_from(_("make the picture higher or wider, or the legend shorter")),
                   _("map and legend do not both have room"));
    }
    return layout->legends_placed; // insets without a place are reported where they are drawn
}
