// Icons that can be counted.
#include "infographic/icon_rows.h"

#include "scene/path.h"
#include "scene/polygon.h"

#include <math.h>

enum { GROUP = 5, ROW = 10 };

// Sides: from icon to icon, and more between groups.
static const double pitch = 1.12, group_gap = 0.42, line_gap = 1.25;

static double extent(double side, size_t icons) {
    if (!icons)
        return 0;
    return side * ((double)(icons - 1) * pitch + 1 + (double)((icons - 1) / GROUP) * group_gap);
}

double icon_rows_side(double count, double most, double width) {
    double row = 0.999 * width / extent(1, ROW);
    return count <= 1 ? fmin(most, width) : fmin(most, row);
}

struct icon_rows icon_rows_make(double count, double side, double width) {
    struct icon_rows rows = {.count = count, .side = side, .pitch = pitch * side};
    rows.group_gap = group_gap * side;
    rows.columns = ROW;
    if (count > 3 * ROW && extent(side, (size_t)2 * ROW) <= width)
        rows.columns = (size_t)2 * ROW;
    double lines = ceil(ceil(count) / (double)rows.columns);
    rows.height = lines > 0 ? side * (1 + (lines - 1) * line_gap) : 0;
    return rows;
}

// Where the shape is cut so that `share` of its ink lies to the left, in sides from its centre.
static double cut_of(struct arena *arena, const struct path *shape, double share) {
    enum { STEPS = 30 };
    struct outline outline = {.arena = arena};
    struct rect box = path_bounds(shape);
    struct convex whole = convex_from_rect(box);
    outline_set(&outline, shape);
    double all = outline_fill_overlap(&outline, &whole), low = box.x, high = rect_right(box);
    for (int i = 0; i < STEPS; i++) {
        double middle = (low + high) / 2;
        struct convex left =
            convex_from_rect((struct rect){box.x, box.y, middle - box.x, box.height});
        if (outline_fill_overlap(&outline, &left) < share * all)
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}

static struct point place_of(const struct icon_rows *rows, struct point corner, size_t index) {
    size_t column = index % rows->columns, row = index / rows->columns;
    return (struct point){corner.x + extent(rows->side, column + 1) - rows->side / 2,
                          corner.y + rows->side * ((double)row * line_gap + 0.5)};
}

static void draw_part(struct scene *scene, const struct icon_rows *rows, const struct icon *icon,
                      struct point centre, struct colour colour) {
    double cut = cut_of(scene->arena, &icon->shape, rows->count - floor(rows->count));
    struct rect left = {centre.x - rows->side / 2, centre.y - rows->side / 2,
                        (cut + 0.5) * rows->side, rows->side};
    scene_open_clip(scene, ROLE_MARK, left, 1);
    icon_draw(scene, icon, (struct point){left.x, left.y}, rows->side, colour);
    scene_close_group(scene);
}

void icon_rows_draw(struct scene *scene, const struct icon_rows *rows, const struct icon *icon,
                    struct point corner, struct colour colour, struct str label) {
    static const double least_part = 0.01;
    corner.x -= icon_blank(icon, rows->side);
    size_t whole = (size_t)rows->count;
    struct point *places = ARENA_ARRAY(scene->arena, whole, struct point);
    double *sizes = ARENA_ARRAY(scene->arena, whole, double);
    struct colour *colours = ARENA_ARRAY(scene->arena, whole, struct colour);
    for (size_t i = 0; i < whole; i++) {
        places[i] = place_of(rows, corner, i);
        sizes[i] = rows->side;
        colours[i] = colour;
    }
    struct scene_points points = {
        .shape = icon->shape, .places = places, .sizes = sizes, .colours = colours, .count = whole};
    if (whole)
        scene_add_points(scene, ROLE_MARK_SYMBOL, OWNER_NONE, points)->label = label;
    if (rows->count - (double)whole >= least_part)
        draw_part(scene, rows, icon, place_of(rows, corner, whole), colour);
}
