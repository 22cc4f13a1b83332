// Boxes around the projected outline of what the other map shows.
#include "map/inset_link.h"

#include "map/border_grid.h"
#include "scene/path.h"

#include <math.h>

static const double LEAST_BOX = 8; // px of a side, so that a small one is seen
static const double LINE = 1.25;   // px

static double degrees_area(const struct map *map) {
    struct rect extent = map->whole->extent;
    return extent.width * extent.height;
}

bool inset_is_locator(const struct map *map, const struct map_inset *inset) {
    struct rect shown = inset->extent;
    return (shown.width > 0 ? shown.width * shown.height : degrees_area(&inset->map)) >
           degrees_area(map);
}

struct box {
    struct point least, most;
};

static void widen(struct box *box, const struct map *map, struct point degrees) {
    struct point at = map_place(map, degrees.x, degrees.y);
    box->least = (struct point){fmin(box->least.x, at.x), fmin(box->least.y, at.y)};
    box->most = (struct point){fmax(box->most.x, at.x), fmax(box->most.y, at.y)};
}

static void widen_by_extent(struct box *box, const struct map *map, struct rect extent) {
    enum { STEPS = 24 };
    for (int i = 0; i <= STEPS; i++) {
        double x = extent.x + extent.width * i / STEPS, y = extent.y + extent.height * i / STEPS;
        widen(box, map, (struct point){x, extent.y});
        widen(box, map, (struct point){x, rect_bottom(extent)});
        widen(box, map, (struct point){extent.x, y});
        widen(box, map, (struct point){rect_right(extent), y});
    }
}

// px on `map` around what `other` shows: its extent, or its subject.
static struct rect box_on(const struct map *map, const struct map *other, struct rect extent) {
    struct box box = {{INFINITY, INFINITY}, {-INFINITY, -INFINITY}};
    if (extent.width > 0) {
        widen_by_extent(&box, map, extent);
    } else {
        const struct mesh *mesh = &other->subject.mesh;
        for (size_t i = 0; i < mesh->vertex_count; i++) {
            widen(&box, map, mesh->vertices[i]);
        }
    }
    double width = fmax(box.most.x - box.least.x, LEAST_BOX) + 4;
    double height = fmax(box.most.y - box.least.y, LEAST_BOX) + 4;
    double x = (box.least.x + box.most.x) / 2, y = (box.least.y + box.most.y) / 2;
    return (struct rect){x - width / 2, y - height / 2, width, height};
}

static void draw_box(const struct map *map, struct rect box, struct colour colour) {
    struct path_builder outline = PATH_BUILDER(map->guide.arena);
    path_rect(&outline, box);
    scene_add_path(map->scene, ROLE_BORDER, OWNER_NONE,
                   (struct scene_path){.path = path_done(&outline),
                                       .stroke = {.paint = paint_solid(colour), .width = LINE},
                                       .opacity = 1});
}

static struct point corner(struct rect box, int i) {
    return (struct point){i % 2 ? rect_right(box) : box.x, i / 2 ? rect_bottom(box) : box.y};
}

// Corners (0 upper left, 1 upper right, 2 lower left, 3 lower right) that lines join: of the box,
// then of the frame, those that face each other.
static void draw_lines(const struct map *map, struct rect box, struct rect frame) {
    static const int facing[4][2][2] = {
        {{0, 1}, {2, 3}}, // the frame to the left
        {{1, 0}, {3, 2}}, // to the right
        {{0, 2}, {1, 3}}, // above
        {{2, 0}, {3, 1}}, // below
    };
    const double gaps[] = {box.x - rect_right(frame), frame.x - rect_right(box),
                           box.y - rect_bottom(frame), frame.y - rect_bottom(box)};
    int side = 0;
    for (int i = 1; i < 4; i++) {
        side = gaps[i] > gaps[side] ? i : side;
    }
    for (int i = 0; i < 2; i++) {
        struct point from = corner(box, facing[side][i][0]);
        struct point to = corner(frame, facing[side][i][1]);
        scene_add_line(map->scene, ROLE_LEADER, from, to, LINE / 2, map->style->muted);
        border_grid_mark_line(map->lines, from, to);
    }
}

void inset_link_draw(const struct map *map, const struct map_inset *inset, struct rect frame) {
    if (inset_is_locator(map, inset)) {
        struct rect box = box_on(&inset->map, map, (struct rect){0});
        draw_box(&inset->map, box, map->style->accent);
        return;
    }
    struct rect box = box_on(map, &inset->map, inset->extent);
    draw_lines(map, box, frame);
    draw_box(map, box, map->style->ink);
    for (int i = 0; i < 4; i++) { // 0 1 3 2 0: around the box
        static const int round[] = {0, 1, 3, 2, 0};
        border_grid_mark_line(map->lines, corner(box, round[i]), corner(box, round[i + 1]));
    }
}
