// Drawing a brand's mark: its PNG as an image, its paths as filled shapes.
#include "guides/logo.h"

#include "base/i18n.h"
#include "scene/path_data.h"

double logo_height(const struct style *style) {
    return style_has_logo(&style->logo) ? style->logo.height : 0;
}

double logo_width(const struct style *style) {
    const struct style_logo *logo = &style->logo;
    return style_has_logo(logo) ? logo->height * logo->box_width / logo->box_height : 0;
}

// The points of a path in the logo's own units, in the picture.
static void place(struct path *path, struct arena *arena, struct rect box, double scale) {
    struct point *points = ARENA_ARRAY(arena, path->point_count, struct point);
    for (size_t i = 0; i < path->point_count; i++) {
        points[i] =
            (struct point){box.x + path->points[i].x * scale, box.y + path->points[i].y * scale};
    }
    path->points = points;
}

static bool draw_path(const struct guide_context *context, struct scene *scene,
                      const struct json *shape, struct rect box) {
    const struct json *data = json_get(shape, "path"), *colour = json_get(shape, "color");
    struct path_builder builder = PATH_BUILDER(scene->arena);
    size_t at;
    if (!path_data_read(&builder, data->string, &at)) {
        diag_error(context->diag, DIAG_LOGO, json_place(context->arena, data), STR_NONE,
                   _("the text is no SVG path from its byte %zu on"), at + 1);
        return false;
    }
    struct path path = path_done(&builder);
    place(&path, scene->arena, box, box.height / context->style->logo.box_height);
    struct colour fill = context->style->accent;
    if (colour) {
        colour_parse(colour->string, &fill);
    }
    scene_add_path(scene, ROLE_ORNAMENT, OWNER_NONE,
                   (struct scene_path){.path = path, .fill = paint_solid(fill), .opacity = 1});
    return true;
}

void logo_draw(const struct guide_context *context, struct scene *scene, struct point corner) {
    const struct style_logo *logo = &context->style->logo;
    if (!style_has_logo(logo)) {
        return;
    }
    struct rect box = {corner.x, corner.y, logo_width(context->style), logo->height};
    if (logo->png.len) {
        struct scene_image image = {.place = box,
                                    .width = (unsigned)logo->box_width,
                                    .height = (unsigned)logo->box_height,
                                    .encoded = logo->png,
                                    .media_type = "image/png"};
        scene_add_image(scene, ROLE_ORNAMENT, image)->label = logo->alt;
        return;
    }
    scene_open_group(scene, ROLE_ORNAMENT, logo->alt);
    for (const struct json *shape = logo->paths->first; shape; shape = shape->next) {
        if (!draw_path(context, scene, shape, box)) {
            break;
        }
    }
    scene_close_group(scene);
}
