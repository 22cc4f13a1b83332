// A line and a head.
#include "infographic/arrow.h"

#include "scene/path.h"

#include <math.h>

static const double head_length = 6, head_width = 5; // line widths

void arrow_draw(struct scene *scene, struct point from, struct point to, double line,
                struct colour colour) {
    double dx = to.x - from.x, dy = to.y - from.y, length = hypot(dx, dy);
    if (length <= 0)
        return;
    dx /= length;
    dy /= length;
    double head_px = fmin(head_length * line, length), half = head_width * line / 2;
    struct point neck = {to.x - dx * head_px, to.y - dy * head_px};
    scene_add_line(scene, ROLE_ORNAMENT, from, neck, line, colour);
    struct path_builder head = PATH_BUILDER(scene->arena);
    path_move(&head, to.x, to.y);
    path_line(&head, neck.x - dy * half, neck.y + dx * half);
    path_line(&head, neck.x + dy * half, neck.y - dx * half);
    path_close(&head);
    scene_add_path(
        scene, ROLE_ORNAMENT, OWNER_NONE,
        (struct scene_path){.path = path_done(&head), .fill = paint_solid(colour), .opacity = 1});
}
