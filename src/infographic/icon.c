// Icons beside numbers and words.
#include "infographic/icon.h"

#include "scene/path.h"

bool icon_read(const struct block_context *context, const struct json *value,
               const struct icon **out) {
    const struct json *name = json_get(value, "icon");
    const struct infographic_context *info = context->info;
    *out = NULL;
    if (name)
        *out = icon_find(info->text, info->diag, json_place(info->arena, name), name->string);
    return !name || *out;
}

double icon_blank(const struct icon *icon, double side) {
    return icon ? (path_bounds(&icon->shape).x + 0.5) * side : 0;
}

void icon_draw(struct scene *scene, const struct icon *icon, struct point corner, double side,
               struct colour colour) {
    if (!icon)
        return;
    struct point *place = ARENA_NEW(scene->arena, struct point);
    double *size = ARENA_NEW(scene->arena, double);
    struct colour *fill = ARENA_NEW(scene->arena, struct colour);
    *place = (struct point){corner.x + side / 2, corner.y + side / 2};
    *size = side;
    *fill = colour;
    scene_add_points(
        scene, ROLE_ORNAMENT, OWNER_NONE,
        (struct scene_points){
            .shape = icon->shape, .places = place, .sizes = size, .colours = fill, .count = 1})
        ->label = icon->name;
}

void icon_draw_flush(struct scene *scene, const struct icon *icon, struct point corner, double side,
                     struct colour colour) {
    corner.x -= icon_blank(icon, side);
    icon_draw(scene, icon, corner, side, colour);
}
