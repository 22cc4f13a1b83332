// One scene put into another.
#include "scene/scene.h"

struct move {
    struct scene *scene;
    struct point by;
    uint32_t owners; // of the scene before
};

static struct point moved(const struct move *move, struct point p) {
    return (struct point){p.x + move->by.x, p.y + move->by.y};
}

static struct rect moved_rect(const struct move *move, struct rect r) {
    return (struct rect){r.x + move->by.x, r.y + move->by.y, r.width, r.height};
}

static const struct point *moved_points(const struct move *move, const struct point *points,
                                        size_t count) {
    struct point *copy = ARENA_ARRAY(move->scene->arena, count, struct point);
    for (size_t i = 0; i < count; i++)
        copy[i] = moved(move, points[i]);
    return copy;
}

static void open_group(const struct move *move, const struct scene_item *from) {
    scene_open_group(move->scene, from->role, from->label);
    struct scene_group *group = &move->scene->items[move->scene->count - 1].group;
    *group = from->group;
    group->clip = moved_rect(move, from->group.clip);
}

static struct scene_item *add_path(const struct move *move, const struct scene_item *from,
                                   uint32_t owner) {
    struct scene_path path = from->path;
    path.path.points = moved_points(move, path.path.points, path.path.point_count);
    struct paint *paints[] = {&path.fill, &path.stroke.paint};
    for (size_t i = 0; i < 2; i++) {
        paints[i]->from = moved(move, paints[i]->from);
        paints[i]->to = moved(move, paints[i]->to);
    }
    return scene_add_path(move->scene, from->role, owner, path);
}

static struct scene_item *add_points(const struct move *move, const struct scene_item *from,
                                     uint32_t owner) {
    struct scene_points points = from->points;
    points.places = moved_points(move, points.places, points.count);
    return scene_add_points(move->scene, from->role, owner, points);
}

static struct scene_item *add_text(const struct move *move, const struct scene_item *from,
                                   uint32_t owner) {
    struct scene_text text = from->text;
    text.origin = moved(move, text.origin);
    text.box = moved_rect(move, text.box);
    text.ink = moved_rect(move, text.ink);
    return scene_add_text(move->scene, from->role, owner, text);
}

static struct scene_item *add_image(const struct move *move, const struct scene_item *from) {
    struct scene_image image = from->image;
    image.place = moved_rect(move, image.place);
    return scene_add_image(move->scene, from->role, image);
}

static void add_item(const struct move *move, const struct scene_item *from) {
    uint32_t owner = from->owner ? from->owner + move->owners : OWNER_NONE;
    switch (from->kind) {
    case SCENE_GROUP:
        open_group(move, from);
        break;
    case SCENE_PATH:
        add_path(move, from, owner)->label = from->label;
        break;
    case SCENE_POINTS:
        add_points(move, from, owner)->label = from->label;
        break;
    case SCENE_TEXT:
        add_text(move, from, owner)->label = from->label;
        break;
    case SCENE_IMAGE:
        add_image(move, from)->label = from->label;
        break;
    }
}

void scene_append(struct scene *scene, const struct scene *part, struct point corner) {
    struct move move = {scene, corner, scene->owners};
    size_t ends[sizeof scene->open / sizeof *scene->open], depth = 0;
    scene->owners += part->owners;
    for (size_t i = 0; i < part->count; i++) {
        for (; depth && ends[depth - 1] <= i; depth--)
            scene_close_group(scene);
        add_item(&move, &part->items[i]);
        if (part->items[i].kind == SCENE_GROUP)
            ends[depth++] = part->items[i].group.end;
    }
    while (depth--)
        scene_close_group(scene);
}
