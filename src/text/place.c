// A block onto the scene: aligned, centred by eye, turned.
#include "text/text.h"

#include <math.h>

// Baseline below the centre, in em: the em box −.12 … +.88, or the digits' ink (typography.md
// section 7, measured on Noto Sans and Serif CJK).
static const double em_box_centre = 0.380, digit_centre = 0.3665;
static const double em_ascent = 0.88, em_descent = 0.12;

static bool is_digits(struct str words) {
    for (size_t i = 0; i < words.len; i++) {
        char c = words.data[i];
        if (!((c >= '0' && c <= '9') || c == '.' || c == ',' || c == '%' || c == '-'))
            return false;
    }
    return words.len > 0;
}

static double top_of(const struct text_block *block, const struct text_placement *placement) {
    double size = block->style.size, first = block->first_baseline;
    if (block->vertical)
        return -block->height * (placement->baseline == BASELINE_MIDDLE   ? 0.5
                                 : placement->baseline == BASELINE_BOTTOM ? 1
                                                                          : 0);
    double last = block->line_count ? block->lines[block->line_count - 1].y : first;
    switch (placement->baseline) {
    case BASELINE_TOP:
        return 0;
    case BASELINE_MIDDLE: {
        double centre =
            block->line_count == 1 && is_digits(block->words) ? digit_centre : em_box_centre;
        return centre * size - (first + last) / 2;
    }
    case BASELINE_ALPHABETIC:
        return -first;
    case BASELINE_BOTTOM:
        return -last - em_descent * size;
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
        struct rect box = {origin.x, origin.y - em_ascent * size, line->width, size};
        if (block->vertical)
            box = (struct rect){origin.x - size / 2, origin.y, size, line->width};
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
