// Draws one shape at many places: each filled as a path, or on pixels, where they are very many,
// stamped from masks that are rasterised once for each size and quarter pixel (a million discs: a
// path each costs about ten times as much).
#include "backend/cairo_points.h"

#include "backend/cairo_path.h"

#include <math.h>
#include <stdlib.h>

enum {
    STAMP_COUNT = 5000,    // points from which they are stamped; fewer are drawn exactly in place
    STAMP_SIZE_LIMIT = 64, // pixels; larger ones are filled
    STAMP_SLOTS = 8192,    // masks kept; a power of two
};

struct stamp {
    double size; // px; 0: free
    uint8_t sub_x, sub_y;
    struct glyph_mask mask;
};

// What one call draws with.
struct points_pen {
    cairo_t *cr;
    const struct scene_points *points;
    double left, top, right, bottom; // of the clip, px
    double reach;                    // of the shape of size 1
    cairo_matrix_t matrix;           // px to pixels
    struct stamp *stamps;            // NULL: all are filled
};

static double find_reach(const struct path *shape) {
    double reach = 0;
    for (size_t i = 0; i < shape->point_count; i++)
        reach = fmax(reach, hypot(shape->points[i].x, shape->points[i].y));
    return reach;
}

static bool is_visible(const struct points_pen *pen, struct point at, double size) {
    double far = pen->reach * size + 1;
    return size > 0 && at.x + far > pen->left && at.x - far < pen->right && at.y + far > pen->top &&
           at.y - far < pen->bottom;
}

static void fill_point(const struct points_pen *pen, struct point at, double size) {
    cairo_set_matrix(pen->cr, &pen->matrix);
    cairo_translate(pen->cr, at.x, at.y);
    cairo_scale(pen->cr, size, size);
    cairo_new_path(pen->cr);
    cairo_append_scene_path(pen->cr, &pen->points->shape);
    cairo_fill(pen->cr);
}

static struct glyph_mask find_stamp(const struct points_pen *pen, double size, uint8_t sub_x,
                                    uint8_t sub_y) {
    uint64_t hash = str_hash((struct str){(const char *)&size, sizeof size});
    uint64_t step = (uint64_t)sub_y * GLYPH_MASK_STEPS + sub_x;
    size_t slot = (size_t)(hash * GLYPH_MASK_STEPS * GLYPH_MASK_STEPS + step) % STAMP_SLOTS;
    struct stamp *stamp = &pen->stamps[slot];
    if (stamp->size == size && stamp->sub_x == sub_x && stamp->sub_y == sub_y)
        return stamp->mask;
    if (stamp->mask.surface)
        cairo_surface_destroy(stamp->mask.surface);
    cairo_matrix_t matrix = pen->matrix;
    cairo_matrix_scale(&matrix, size, size);
    matrix.x0 = (double)sub_x / GLYPH_MASK_STEPS;
    matrix.y0 = (double)sub_y / GLYPH_MASK_STEPS;
    *stamp = (struct stamp){size, sub_x, sub_y, glyph_masks_rasterise(&pen->points->shape, matrix)};
    return stamp->mask;
}

static void stamp_point(const struct points_pen *pen, struct point at, double size) {
    uint8_t sub_x, sub_y;
    cairo_matrix_transform_point(&pen->matrix, &at.x, &at.y);
    int x = glyph_masks_split(at.x, &sub_x), y = glyph_masks_split(at.y, &sub_y);
    struct glyph_mask mask = find_stamp(pen, size, sub_x, sub_y);
    if (mask.surface)
        cairo_mask_surface(pen->cr, mask.surface, x + mask.left, y + mask.top);
}

static void draw_all(const struct points_pen *pen) {
    double pixels = hypot(pen->matrix.xx, pen->matrix.yx); // of a px
    struct colour colour = COLOUR_NONE;                    // of the source, once one is drawn
    size_t drawn = 0;
    for (size_t i = 0; i < pen->points->count; i++) {
        struct point at = pen->points->places[i];
        double size = pen->points->sizes[i];
        if (!is_visible(pen, at, size))
            continue;
        if (!drawn++ || !colour_equal(colour, pen->points->colours[i])) {
            colour = pen->points->colours[i];
            cairo_set_colour(pen->cr, colour, 1);
        }
        if (pen->stamps && size * pen->reach * pixels <= STAMP_SIZE_LIMIT) {
            cairo_identity_matrix(pen->cr);
            stamp_point(pen, at, size);
        } else {
            fill_point(pen, at, size);
        }
    }
}

void cairo_draw_points(const struct cairo_target *target, const struct scene_points *points) {
    struct points_pen pen = {
        .cr = target->cr, .points = points, .reach = find_reach(&points->shape)};
    cairo_clip_extents(target->cr, &pen.left, &pen.top, &pen.right, &pen.bottom);
    cairo_get_matrix(target->cr, &pen.matrix);
    if (target->masks && points->count >= STAMP_COUNT)
        pen.stamps = calloc(STAMP_SLOTS, sizeof *pen.stamps); // without: slower, not worse
    cairo_set_fill_rule(target->cr, CAIRO_FILL_RULE_WINDING);
    draw_all(&pen);
    cairo_set_matrix(target->cr, &pen.matrix);
    for (size_t i = 0; pen.stamps && i < STAMP_SLOTS; i++)
        if (pen.stamps[i].mask.surface)
            cairo_surface_destroy(pen.stamps[i].mask.surface);
    free(pen.stamps);
}
