// The scene: items are added once, checked once, and never change.
#include "scene/scene.h"

#include <assert.h>
#include <math.h>

#include "scene/path.h"

enum { MAX_GROUP_DEPTH = sizeof((struct scene *)0)->open / sizeof(size_t) };

const char *scene_role_class(enum scene_role role) {
    static const char *const classes[] = {
#define ROLE(id, class_name) class_name,
#include "scene/scene_roles.def"
#undef ROLE
    };
    return classes[role];
}

void scene_init(struct scene *scene, struct arena *arena, struct str id, double width,
                double height) {
    assert(isfinite(width) && isfinite(height) && width >= 0 && height >= 0);
    *scene = (struct scene){
        .arena = arena, .id = id, .width = width, .height = height, .paper = {255, 255, 255, 255}};
}

uint32_t scene_new_owner(struct scene *scene) {
    return ++scene->owners;
}

static struct scene_item *add_item(struct scene *scene, enum scene_kind kind, enum scene_role role,
                                   uint32_t owner) {
    assert((unsigned)role < ROLE_COUNT && owner <= scene->owners);
    ARENA_RESERVE(scene->arena, scene->items, scene->count, scene->capacity);
    struct scene_item *item = &scene->items[scene->count++];
    *item = (struct scene_item){.kind = kind, .role = role, .owner = owner};
    return item;
}

static bool is_point(struct point p) {
    return isfinite(p.x) && isfinite(p.y);
}

static bool is_rect(struct rect r) {
    return isfinite(r.x) && isfinite(r.y) && isfinite(r.width) && isfinite(r.height) &&
           r.width >= 0 && r.height >= 0;
}

static bool are_points(const struct point *points, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!is_point(points[i]))
            return false;
    return true;
}

static bool is_fraction(double value) {
    return value >= 0 && value <= 1;
}

// Verbs known, each with its points, and a move before anything else.
static bool is_path(const struct path *path) {
    static const size_t needs[] = {[PATH_MOVE] = 1, [PATH_LINE] = 1, [PATH_CURVE] = 3};
    size_t points = 0;
    for (size_t i = 0; i < path->verb_count; i++) {
        if (path->verbs[i] > PATH_CLOSE || (i == 0 && path->verbs[i] != PATH_MOVE))
            return false;
        points += path->verbs[i] == PATH_CLOSE ? 0 : needs[path->verbs[i]];
    }
    return points == path->point_count && are_points(path->points, path->point_count);
}

static bool is_paint(const struct paint *paint) {
    if (paint->kind == PAINT_NONE || paint->kind == PAINT_SOLID)
        return true;
    double last = 0;
    for (size_t i = 0; i < paint->stop_count; i++) {
        if (!is_fraction(paint->stops[i].offset) || paint->stops[i].offset < last)
            return false;
        last = paint->stops[i].offset;
    }
    bool sized = paint->kind == PAINT_LINEAR || (isfinite(paint->radius) && paint->radius >= 0);
    return paint->stop_count && sized && is_point(paint->from) && is_point(paint->to);
}

static bool is_stroke(const struct stroke *stroke) {
    if (stroke->paint.kind == PAINT_NONE)
        return true;
    double length = 0;
    for (size_t i = 0; i < stroke->dash_count; i++) {
        if (!(stroke->dashes[i] >= 0))
            return false;
        length += stroke->dashes[i];
    }
    return is_paint(&stroke->paint) && isfinite(stroke->width) && stroke->width >= 0 &&
           isfinite(length) && (stroke->dash_count == 0 || length > 0);
}

static void open_group(struct scene *scene, enum scene_role role, struct str label,
                       struct scene_group group) {
    assert(scene->open_count < MAX_GROUP_DEPTH);
    scene->open[scene->open_count++] = scene->count;
    struct scene_item *item = add_item(scene, SCENE_GROUP, role, OWNER_NONE);
    item->label = label;
    item->group = group;
}

void scene_open_group(struct scene *scene, enum scene_role role, struct str label) {
    open_group(scene, role, label, (struct scene_group){.opacity = 1});
}

void scene_open_clip(struct scene *scene, enum scene_role role, struct rect clip, double opacity) {
    assert(is_rect(clip) && is_fraction(opacity));
    open_group(scene, role, STR_NONE,
               (struct scene_group){.opacity = opacity, .clipped = true, .clip = clip});
}

void scene_close_group(struct scene *scene) {
    assert(scene->open_count);
    scene->items[scene->open[--scene->open_count]].group.end = scene->count;
}

struct scene_item *scene_add_path(struct scene *scene, enum scene_role role, uint32_t owner,
                                  struct scene_path path) {
    assert(is_path(&path.path) && is_paint(&path.fill) && is_stroke(&path.stroke) &&
           is_fraction(path.opacity));
    struct scene_item *item = add_item(scene, SCENE_PATH, role, owner);
    item->path = path;
    return item;
}

struct scene_item *scene_add_rect(struct scene *scene, enum scene_role role, uint32_t owner,
                                  struct rect rect, struct paint fill) {
    assert(is_rect(rect));
    struct path_builder builder = PATH_BUILDER(scene->arena);
    path_rect(&builder, rect);
    return scene_add_path(
        scene, role, owner,
        (struct scene_path){.path = path_done(&builder), .fill = fill, .opacity = 1});
}

struct scene_item *scene_add_line(struct scene *scene, enum scene_role role, struct point from,
                                  struct point to, double width, struct colour colour) {
    struct path_builder builder = PATH_BUILDER(scene->arena);
    path_move(&builder, from.x, from.y);
    path_line(&builder, to.x, to.y);
    struct scene_path path = {.path = path_done(&builder),
                              .stroke = {.paint = paint_solid(colour), .width = width},
                              .opacity = 1};
    return scene_add_path(scene, role, OWNER_NONE, path);
}

struct scene_item *scene_add_points(struct scene *scene, enum scene_role role, uint32_t owner,
                                    struct scene_points points) {
    assert(is_path(&points.shape) && are_points(points.places, points.count));
    for (size_t i = 0; i < points.count; i++)
        assert(isfinite(points.sizes[i]) && points.sizes[i] >= 0);
    struct scene_item *item = add_item(scene, SCENE_POINTS, role, owner);
    item->points = points;
    return item;
}

static bool is_run(const struct scene_run *run) {
    for (size_t i = 0; i < run->glyph_count; i++)
        if (!is_point(run->glyphs[i].place))
            return false;
    for (size_t i = 0; i < run->piece_count; i++)
        if (!is_point(run->pieces[i].place) || run->pieces[i].from >= run->words.len)
            return false;
    return isfinite(run->size) && run->size > 0 && isfinite(run->turn_deg) &&
           isfinite(run->stretch_x) && run->stretch_x > 0;
}

struct scene_item *scene_add_text(struct scene *scene, enum scene_role role, uint32_t owner,
                                  struct scene_text text) {
    assert(is_point(text.origin) && isfinite(text.angle_deg) && isfinite(text.advance));
    assert(is_rect(text.box) && is_rect(text.ink));
    assert(isfinite(text.halo_width) && text.halo_width >= 0);
    for (size_t i = 0; i < text.run_count; i++)
        assert(is_run(&text.runs[i]));
    struct scene_item *item = add_item(scene, SCENE_TEXT, role, owner);
    item->label = text.words;
    item->text = text;
    return item;
}

struct scene_item *scene_add_image(struct scene *scene, enum scene_role role,
                                   struct scene_image image) {
    assert(is_rect(image.place) && (image.rgba || image.encoded.len));
    assert(!image.encoded.len || image.media_type);
    struct scene_item *item = add_item(scene, SCENE_IMAGE, role, OWNER_NONE);
    item->image = image;
    return item;
}

static struct rect intersect(struct rect a, struct rect b) {
    double x = fmax(a.x, b.x), y = fmax(a.y, b.y);
    double width = fmin(rect_right(a), rect_right(b)) - x;
    double height = fmin(rect_bottom(a), rect_bottom(b)) - y;
    return width > 0 && height > 0 ? (struct rect){x, y, width, height} : (struct rect){0};
}

static struct rect outset(struct rect r, double by) {
    return (struct rect){r.x - by, r.y - by, r.width + 2 * by, r.height + 2 * by};
}

static struct rect drawn_bounds(const struct scene_path *path) {
    struct rect bounds = path_bounds(&path->path);
    bool stroked = path->stroke.paint.kind != PAINT_NONE && path->path.point_count;
    return stroked ? outset(bounds, path->stroke.width / 2) : bounds;
}

static struct rect points_bounds(const struct scene_points *points) {
    struct rect shape = path_bounds(&points->shape), all = {0};
    for (size_t i = 0; i < points->count; i++) {
        double size = points->sizes[i];
        all = rect_union(all, (struct rect){points->places[i].x + shape.x * size,
                                            points->places[i].y + shape.y * size,
                                            shape.width * size, shape.height * size});
    }
    return all;
}

static struct rect group_bounds(const struct scene *scene, size_t index) {
    const struct scene_group *group = &scene->items[index].group;
    struct rect all = {0};
    for (size_t i = index + 1; i < group->end;) {
        all = rect_union(all, scene_item_bounds(scene, i));
        i = scene->items[i].kind == SCENE_GROUP ? scene->items[i].group.end : i + 1;
    }
    return group->clipped ? intersect(all, group->clip) : all;
}

struct rect scene_item_bounds(const struct scene *scene, size_t index) {
    const struct scene_item *item = &scene->items[index];
    switch (item->kind) {
    case SCENE_GROUP:
        return group_bounds(scene, index);
    case SCENE_PATH:
        return drawn_bounds(&item->path);
    case SCENE_POINTS:
        return points_bounds(&item->points);
    case SCENE_TEXT:
        return item->text.ink;
    case SCENE_IMAGE:
        return item->image.place;
    }
    return (struct rect){0};
}
