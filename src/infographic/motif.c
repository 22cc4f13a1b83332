// Line ornaments made of a few curves.
#include "infographic/motif.h"

#include "scene/path.h"

#include <math.h>

static const double pi = 3.14159265358979323846;

// A frame turned about a point: u outwards, v across, in px.
struct turned {
    struct point centre;
    double cosine, sine, scale;
};

static struct turned turn(struct point centre, double angle_deg, double scale) {
    double angle = angle_deg * pi / 180;
    return (struct turned){centre, cos(angle), sin(angle), scale};
}

static struct point at(const struct turned *t, double u, double v) {
    return (struct point){t->centre.x + t->scale * (t->cosine * u - t->sine * v),
                          t->centre.y + t->scale * (t->sine * u + t->cosine * v)};
}

static void move_to(struct path_builder *path, const struct turned *t, double u, double v) {
    struct point p = at(t, u, v);
    path_move(path, p.x, p.y);
}

static void add_curves(struct path_builder *path, const struct turned *t, const double (*points)[6],
                       size_t count) {
    for (size_t i = 0; i < count; i++)
        path_curve(path, at(t, points[i][0], points[i][1]), at(t, points[i][2], points[i][3]),
                   at(t, points[i][4], points[i][5]));
}

// Half a petal's edge, from the heart to the notch in the middle of its ruffled rim; `side`
// mirrors.
static void add_edge(struct path_builder *path, const struct turned *t, double side) {
    const double curves[][6] = {
        {0.22, side * 0.34, 0.5, side * 0.6, 0.8, side * 0.56},
        {0.93, side * 0.54, 1.02, side * 0.4, 0.99, side * 0.27},
        {1.08, side * 0.2, 1.07, side * 0.05, 0.98, 0},
    };
    move_to(path, t, 0.1, side * 0.02);
    add_curves(path, t, curves, 3);
}

static void add_veins(struct path_builder *path, const struct turned *t) {
    static const double veins[][8] = {
        {0.2, 0, 0.4, 0.015, 0.65, -0.01, 0.86, 0.01},
        {0.24, 0.06, 0.42, 0.12, 0.6, 0.26, 0.8, 0.3},
        {0.24, -0.06, 0.42, -0.12, 0.6, -0.26, 0.8, -0.3},
    };
    for (size_t i = 0; i < sizeof veins / sizeof *veins; i++) {
        move_to(path, t, veins[i][0], veins[i][1]);
        add_curves(path, t, (const double(*)[6]) & veins[i][2], 1);
    }
}

static void add_flower(struct path_builder *path, struct point centre, double radius,
                       double turn_deg) {
    enum { PETALS = 5 };
    for (int i = 0; i < PETALS; i++) {
        struct turned petal = turn(centre, turn_deg + 360.0 * i / PETALS, radius);
        add_edge(path, &petal, 1);
        add_edge(path, &petal, -1);
        add_veins(path, &petal);
    }
    path_circle(path, centre, radius * 0.1);
}

static void add_stroke(struct scene *scene, struct path_builder *path, double width,
                       struct colour colour) {
    struct scene_path lines = {
        .path = path_done(path),
        .stroke = {.paint = paint_solid(colour),
                   .width = width,
                   .cap = CAP_ROUND,
                   .join = JOIN_ROUND},
        .opacity = 1,
    };
    scene_add_path(scene, ROLE_ORNAMENT, OWNER_NONE, lines);
}

static void draw_hibiscus(struct scene *scene, struct rect area, double unit,
                          struct colour colour) {
    struct path_builder path = PATH_BUILDER(scene->arena);
    double right = rect_right(area), bottom = rect_bottom(area);
    add_flower(&path, (struct point){right - 70 * unit, bottom - 60 * unit}, 250 * unit, -66);
    add_flower(&path, (struct point){right - 370 * unit, bottom + 20 * unit}, 120 * unit, -20);
    add_flower(&path, (struct point){right - 40 * unit, area.y + 40 * unit}, 130 * unit, 12);
    add_stroke(scene, &path, 3 * unit, colour);
}

// A line of waves: px above the area's bottom edge at its left and right end.
struct wave {
    double left, right, length, height, phase;
};

// A half wave is one cubic; the waves grow as the lines part to the right.
static void add_wave(struct path_builder *path, struct rect area, const struct wave *wave) {
    static const double handle = 0.3642; // of a half wave: the cubic nearest to a sine
    double half = wave->length / 2, x = area.x - wave->length * wave->phase, side = 1;
    double slope = (wave->left - wave->right) / area.width, y = rect_bottom(area) - wave->left;
    y += slope * (x - area.x);
    path_move(path, x, y);
    while (x < rect_right(area)) {
        double grown = fmax(0, x + half - area.x) / area.width;
        double swing = side * wave->height * (0.25 + 0.75 * fmin(1, grown));
        double lean = slope * half * handle;
        double next = y + slope * half;
        path_curve(path, (struct point){x + handle * half, y + lean - swing},
                   (struct point){x + half - handle * half, next - lean - swing},
                   (struct point){x + half, next});
        x += half;
        y = next;
        side = -side;
    }
}

// A river from the left, where words stand, opening to the right.
static void draw_waves(struct scene *scene, struct rect area, double unit, struct colour colour) {
    enum { LINES = 9 };
    struct path_builder path = PATH_BUILDER(scene->arena);
    for (int i = 0; i < LINES; i++)
        add_wave(&path, area,
                 &(struct wave){.left = (8 + 5.5 * i) * unit,
                                .right = (14 + 27.0 * i) * unit,
                                .length = (560 - 18 * i) * unit,
                                .height = (30 - i) * unit,
                                .phase = 0.11 * i});
    add_stroke(scene, &path, 2.5 * unit, colour);
}

void motif_draw(struct scene *scene, enum style_motif motif, struct rect area, double unit,
                struct colour colour) {
    if (motif == MOTIF_NONE)
        return;
    scene_open_clip(scene, ROLE_ORNAMENT, area, 1);
    if (motif == MOTIF_HIBISCUS)
        draw_hibiscus(scene, area, unit, colour);
    else
        draw_waves(scene, area, unit, colour);
    scene_close_group(scene);
}
