// Lines of round degrees, sampled, cut where legends stand.
#include "map/graticule.h"

#include "base/number.h"
#include "map/map_sphere.h"
#include "scene/path.h"

#include <math.h>

enum { SAMPLES = 120, LINE_LIMIT = 400 };

static const double LEAST_LINES = 4;     // across the shorter side of the extent
static const double TOLERANCE = 0.08;    // px that a sample may be left out for
static const double LOWER_EDGE = 0.85;   // of the map's height, below which meridians end
static const double LABEL_GAP = 5;       // px from a line to its degrees
static const double ROOM_LEFT_EM = 3.4;  // of the foot's type, for degrees beside the map
static const double ROOM_BELOW_EM = 1.8; // and below it

struct graticule {
    const struct map *map;
    double step;        // degrees
    struct rect extent; // degrees that the lines cover
};

// ---- which lines

static double round_step(double extent) {
    static const double steps[] = {30, 20, 15, 10, 5, 2, 1};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        if (extent / steps[i] >= LEAST_LINES) {
            return steps[i];
        }
    }
    double power = pow(10, floor(log10(extent / LEAST_LINES)));
    double digit = extent / LEAST_LINES / power;
    return power * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1);
}

static struct graticule make(const struct map *map) {
    struct graticule graticule = {.map = map, .extent = map->whole->extent};
    struct rect *extent = &graticule.extent;
    bool world = map_sphere_bounds(map).width > 0;
    if (world) {
        *extent = (struct rect){map->projection.lon_0 - 180, -90, 360, 180};
    }
    double step = round_step(fmin(extent->width, extent->height));
    graticule.step = json_number(json_get(json_get(map->json, "graticule"), "step"), step);
    if (!world) { // out to whole steps
        double right = ceil(rect_right(*extent) / graticule.step) * graticule.step;
        double top = ceil(rect_bottom(*extent) / graticule.step) * graticule.step;
        extent->x = floor(extent->x / graticule.step) * graticule.step;
        extent->y = floor(extent->y / graticule.step) * graticule.step;
        extent->width = right - extent->x;
        extent->height = top - extent->y;
    }
    return graticule;
}

static bool is_wanted(const struct map *map) {
    const struct json *json = json_get(map->json, "graticule");
    return json && (json->kind == JSON_OBJECT || json->boolean);
}

static bool is_labelled(const struct map *map) {
    return json_bool(json_get(json_get(map->json, "graticule"), "labels"), false);
}

struct rect graticule_inside(const struct map *map, struct rect area) {
    if (!is_labelled(map)) {
        return area;
    }
    double em = map->style->foot.size, left = ROOM_LEFT_EM * em, below = ROOM_BELOW_EM * em;
    return (struct rect){area.x + left, area.y, area.width - left, area.height - below};
}

// ---- where they run

struct line {
    bool meridian;
    double degrees; // its own
};

static struct point sample(const struct graticule *graticule, struct line line, int i) {
    struct rect extent = graticule->extent;
    double share = (double)i / SAMPLES;
    return line.meridian ? (struct point){line.degrees, extent.y + share * extent.height}
                         : (struct point){extent.x + share * extent.width, line.degrees};
}

// Whether a place is on the map and clear of what stands beside it; its px.
static bool is_seen(const struct map *map, struct point degrees, struct point *at) {
    if (!projection_shows(&map->projection, degrees.x, degrees.y)) {
        return false;
    }
    *at = map_place(map, degrees.x, degrees.y);
    struct rect area = graticule_inside(map, map->area);
    if (at->x < area.x || at->x > rect_right(area) || at->y < area.y || at->y > rect_bottom(area)) {
        return false;
    }
    double gap = map->style->foot.size / 2;
    for (size_t i = 0; i < map->taken_count; i++) {
        struct rect box = rect_inset(map->taken[i], -gap);
        if (at->x > box.x && at->x < rect_right(box) && at->y > box.y && at->y < rect_bottom(box)) {
            return false;
        }
    }
    return true;
}

// A run of samples as lines; those that lie on the way between their neighbours are left out.
static void add_run(struct path_builder *out, const struct point *run, size_t count) {
    if (count < 2) {
        return;
    }
    path_move(out, run[0].x, run[0].y);
    size_t from = 0;
    for (size_t to = 2; to <= count; to++) {
        bool straight = to < count;
        for (size_t i = from + 1; straight && i < to; i++) {
            double dx = run[to].x - run[from].x, dy = run[to].y - run[from].y;
            double aside = dx * (run[i].y - run[from].y) - dy * (run[i].x - run[from].x);
            straight = fabs(aside) <= TOLERANCE * hypot(dx, dy);
        }
        if (!straight) {
            from = to - 1;
            path_line(out, run[from].x, run[from].y);
        }
    }
}

static void add_line(const struct graticule *graticule, struct line line,
                     struct path_builder *out) {
    struct point run[SAMPLES + 1];
    size_t count = 0;
    for (int i = 0; i <= SAMPLES; i++) {
        if (is_seen(graticule->map, sample(graticule, line, i), &run[count])) {
            count++;
        } else {
            add_run(out, run, count);
            count = 0;
        }
    }
    add_run(out, run, count);
}

typedef void line_fn(const struct graticule *graticule, struct line line, void *context);

// Meridians from west to east, then parallels from south to north; none along the sphere's cut.
static void each_line(const struct graticule *graticule, line_fn *visit, void *context) {
    struct rect extent = graticule->extent;
    for (int side = 0; side < 2; side++) {
        double start = side ? extent.y : extent.x, size = side ? extent.height : extent.width;
        double first = ceil(start / graticule->step - 1e-9);
        for (int i = 0; i < LINE_LIMIT; i++) {
            double degrees = (first + i) * graticule->step;
            bool pole = side && fabs(degrees) > 90 - 1e-9;
            if (degrees > start + size + 1e-9) {
                break;
            }
            if (!pole && !(extent.width >= 360 && !side && degrees > start + size - 1e-9)) {
                visit(graticule, (struct line){!side, degrees}, context);
            }
        }
    }
}

static void visit_path(const struct graticule *graticule, struct line line, void *context) {
    add_line(graticule, line, context);
}

void graticule_draw(const struct map *map) {
    if (!is_wanted(map)) {
        return;
    }
    struct graticule graticule = make(map);
    struct path_builder lines = PATH_BUILDER(map->guide.arena);
    each_line(&graticule, visit_path, &lines);
    struct path path = path_done(&lines);
    if (!path.verb_count) {
        return;
    }
    struct colour colour = colour_mix(map->style->paper, map->style->ink, 0.45);
    scene_add_path(map->scene, ROLE_AXIS_GRID, OWNER_NONE,
                   (struct scene_path){.path = path,
                                       .stroke = {.paint = paint_solid(colour), .width = 0.75},
                                       .opacity = 0.55});
}

// ---- degrees

// 104°E, 30.5°N, 0°.
static struct str degree_words(struct arena *arena, struct line line) {
    double degrees = line.meridian ? projection_wrap(line.degrees, 0) : line.degrees;
    struct str digits = number_print_shortest(arena, fabs(degrees));
    const char *side = line.meridian ? (degrees > 0 ? "E" : "W") : degrees > 0 ? "N" : "S";
    bool plain = degrees == 0 || fabs(degrees) == 180;
    return str_printf(arena, "%.*s°%s", STR_ARG(digits), plain ? "" : side);
}

// The lowest place of a meridian that is seen, the leftmost of a parallel.
static bool find_end(const struct graticule *graticule, struct line line, struct point *end) {
    bool found = false;
    for (int i = 0; i <= SAMPLES; i++) {
        struct point at;
        if (is_seen(graticule->map, sample(graticule, line, i), &at) &&
            (!found || (line.meridian ? at.y > end->y : at.x < end->x))) {
            *end = at;
            found = true;
        }
    }
    // A meridian that leaves the map by its side says nothing at the lower edge.
    struct rect inside = graticule_inside(graticule->map, graticule->map->area);
    return found && (!line.meridian || end->y > inside.y + LOWER_EDGE * inside.height);
}

static bool is_free(const struct map *map, struct rect box) {
    struct rect area = map->area, around = rect_inset(box, -0.3 * box.height);
    for (size_t i = 0; i < map->taken_count; i++) {
        if (rect_overlaps(map->taken[i], around)) {
            return false;
        }
    }
    for (size_t i = 0; i < map->obstacle_count; i++) {
        if (rect_overlaps(map->obstacles[i], around)) {
            return false;
        }
    }
    return box.x >= area.x && box.y >= area.y && rect_right(box) <= rect_right(area) &&
           rect_bottom(box) <= rect_bottom(area);
}

static void visit_label(const struct graticule *graticule, struct line line, void *context) {
    struct map *map = context;
    struct point end = {0, 0};
    if (!find_end(graticule, line, &end)) {
        return;
    }
    const struct text_block *block = guide_set(&map->guide, &map->style->foot,
                                               degree_words(map->guide.arena, line), 0, TEXT_WRAP);
    struct rect box = {end.x - block->width / 2, end.y + LABEL_GAP, block->width, block->height};
    if (!line.meridian) {
        box.x = end.x - LABEL_GAP - block->width;
        box.y = end.y - block->height / 2;
    }
    if (!is_free(map, box)) {
        return; // its neighbours say enough
    }
    struct text_placement place = {
        .at = {box.x, box.y}, .align = ALIGN_START, .baseline = BASELINE_TOP};
    text_place(map->scene, ROLE_AXIS_LABEL, OWNER_NONE, block, &place);
    map_add_obstacle(map, box);
}

void graticule_label(struct map *map) {
    if (is_wanted(map) && is_labelled(map)) {
        struct graticule graticule = make(map);
        each_line(&graticule, visit_label, map);
    }
}
