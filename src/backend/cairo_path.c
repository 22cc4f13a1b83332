// Paths for Cairo: whole, or what a band of a picture needs of them.
#include "backend/cairo_path.h"

void cairo_append_scene_path(cairo_t *cr, const struct path *path) {
    const struct point *p = path->points;
    for (size_t i = 0; i < path->verb_count; i++) {
        switch ((enum path_verb)path->verbs[i]) {
        case PATH_MOVE:
            cairo_move_to(cr, p->x, p->y);
            p += 1;
            break;
        case PATH_LINE:
            cairo_line_to(cr, p->x, p->y);
            p += 1;
            break;
        case PATH_CURVE:
            cairo_curve_to(cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
            p += 3;
            break;
        case PATH_CLOSE:
            cairo_close_path(cr);
            break;
        }
    }
}

enum side { ABOVE, SEEN, BELOW };

struct strip {
    cairo_t *cr;
    double top, bottom;
    enum side side;            // of the last point
    const struct point *waits; // a point out of sight that is not yet added; NULL: none
};

static enum side side_of(const struct strip *strip, const struct point *point) {
    return point->y < strip->top ? ABOVE : point->y > strip->bottom ? BELOW : SEEN;
}

static void add_waiting(struct strip *strip) {
    if (strip->waits) {
        cairo_line_to(strip->cr, strip->waits->x, strip->waits->y);
        strip->waits = NULL;
    }
}

static void add_line(struct strip *strip, const struct point *to) {
    enum side side = side_of(strip, to);
    if (side != SEEN && side == strip->side) {
        strip->waits = to;
        return;
    }
    add_waiting(strip);
    cairo_line_to(strip->cr, to->x, to->y);
    strip->side = side;
}

static bool has_curves(const struct path *path) {
    for (size_t i = 0; i < path->verb_count; i++) {
        if (path->verbs[i] == PATH_CURVE) {
            return true;
        }
    }
    return false;
}

void cairo_append_seen_path(cairo_t *cr, const struct path *path, double width) {
    enum { SMALL = 32 }; // points, below which looking costs more than it saves
    if (path->point_count < SMALL || has_curves(path)) {
        cairo_append_scene_path(cr, path);
        return;
    }
    struct strip strip = {.cr = cr};
    double left, right, margin = 2 * width + 2; // mitred corners reach two widths
    cairo_clip_extents(cr, &left, &strip.top, &right, &strip.bottom);
    strip.top -= margin;
    strip.bottom += margin;
    const struct point *p = path->points;
    for (size_t i = 0; i < path->verb_count; i++) {
        if (path->verbs[i] == PATH_LINE) {
            add_line(&strip, p++);
            continue;
        }
        add_waiting(&strip);
        if (path->verbs[i] == PATH_CLOSE) {
            cairo_close_path(cr);
            continue;
        }
        cairo_move_to(cr, p->x, p->y);
        strip.side = side_of(&strip, p++);
    }
    add_waiting(&strip);
}
