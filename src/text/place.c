// A block onto the scene: aligned, centred by eye, turned.
#include "text/text.h"

#include <math.h>

static double top_of(const struct text_block *block, const struct text_placement *placement) {
    switch (placement->baseline) {
    case BASELINE_TOP:
        return 0;
    case BASELINE_MIDDLE:
        return block->line_count == 1 && !block->vertical ? block->centre - block->first_baseline
                                                          : -block->height / 2;
    case BASELINE_ALPHABETIC:
        return block->vertical ? 0 : -block->first_baseline;
    case BASELINE_BOTTOM:
        return -block->height;
    }
    return 0;
}

static double aligned(enum text_align align, double room) {
    return align == ALIGN_START ? 0 : align == ALIGN_CENTRE ? room / 2 : room;
}

static struct point turn(struct point p, struct point about, double angle_deg) {
    double angle = angle_deg * 3.14159265358979323846 / 180;
    double c = cos(angle), s = sin(angle);
    if (angle_deg == 0)
        return p;
    double x = p.x - about.x, y = p.y - about.y;
    return (struct point){about.x + c * x - s * y, about.y + s * x + c * y};
}

// The upright box around a turned one.
static struct rect turn_box(struct rect box, struct point about, double angle_deg) {
    if (angle_deg == 0)
        return box;
    const struct point corners[4] = {{box.x, box.y},
                                     {rect_right(box), box.y},
                                     {rect_right(box), rect_bottom(box)},
                                     {box.x, rect_bottom(box)}};
    double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;
    for (size_t i = 0; i < 4; i++) {
        struct point p = turn(corners[i], about, angle_deg);
        x0 = fmin(x0, p.x), x1 = fmax(x1, p.x);
        y0 = fmin(y0, p.y), y1 = fmax(y1, p.y);
    }
    return (struct rect){x0, y0, x1 - x0, y1 - y0};
}

struct rect text_place(struct scene *scene, enum scene_role role, uint32_t owner,
                       const struct text_block *block, const struct text_placement *placement) {
    double size = block->style.size, angle = placement->angle_deg;
    struct point corner = {placement->at.x - aligned(placement->align, block->width),
                           placement->at.y + top_of(block, placement)};
    if (block->line_count > 1)
        scene_open_group(scene, role, block->words);
    for (size_t i = 0; i < block->line_count; i++) {
        const struct text_line *line = &block->lines[i];
        if (!line->run_count)
            continue;
        double room = block->vertical ? 0 : block->width - line->x - line->width;
        struct point origin = {corner.x + line->x + aligned(placement->align, room),
                               corner.y + line->y};
        double high = size + line->over + line->under;
        struct rect box = {origin.x, origin.y - EM_ASCENT * size - line->over, line->width, high};
        if (block->vertical)
            box = (struct rect){origin.x - size / 2 - line->under, origin.y, high, line->width};
        struct rect ink = line->ink;
        ink.x += origin.x - line->x;
        ink.y += origin.y - line->y;
        struct scene_text text = {
            .words = line->words,
            .language = block->style.language.len ? block->style.language : STR("zh-Hans"),
            .origin = turn(origin, placement->at, angle),
            .angle_deg = angle,
            .vertical = block->vertical,
            .advance = line->width,
            .box = turn_box(box, placement->at, angle),
            .ink = turn_box(ink, placement->at, angle),
            .runs = line->runs,
            .run_count = line->run_count,
            .halo_width = placement->halo_width,
            .halo = placement->halo,
        };
        scene_add_text(scene, role, owner, text);
    }
    if (block->line_count > 1)
        scene_close_group(scene);
    return turn_box((struct rect){corner.x, corner.y, block->width, block->height}, placement->at,
                    angle);
}
