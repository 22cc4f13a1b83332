// waffle: parts of a whole as a hundred squares, each one in a hundred.
#include "base/i18n.h"
#include "infographic/shares.h"

#include <math.h>

enum { SIDE = 10, CELLS = SIDE * SIDE };

static const struct field fields[] = {SHARES_FIELDS};
const struct shape block_shape_waffle = {
    .kind = SHAPE_OBJECT,
    .name = "blockWaffle",
    .fields = fields,
    .field_count = sizeof fields / sizeof *fields,
};

struct waffle {
    struct shares shares;
    size_t cells[SHARES_MOST + 1]; // squares of each part
    double side, pitch;            // px of a square, and from one to the next
    struct point legend_at;        // from the block's corner
};

// Designed px.
static const double most_side = 30, legend_gap = 48, least_legend = 360, below_gap = 32;
static const double pitch_sides = 1.22;

// Squares by the largest remainders, so that the parts' squares make the sum's.
static void deal_cells(struct waffle *waffle) {
    const struct shares *shares = &waffle->shares;
    double remainders[SHARES_MOST + 1] = {0}, sum = 0;
    size_t dealt = 0;
    for (size_t i = 0; i < shares->count; i++) {
        double exact = shares->parts[i].part * CELLS;
        waffle->cells[i] = (size_t)floor(exact + 1e-9);
        remainders[i] = exact - (double)waffle->cells[i];
        dealt += waffle->cells[i];
        sum += exact;
    }
    for (size_t wanted = (size_t)floor(sum + 0.5); dealt < wanted; dealt++) {
        size_t most = 0;
        for (size_t i = 1; i < shares->count; i++)
            if (remainders[i] > remainders[most] + 1e-9)
                most = i;
        waffle->cells[most]++;
        remainders[most] -= 1;
    }
}

static void *read(const struct block_context *context, const struct json *value) {
    struct waffle *waffle = ARENA_NEW(context->info->arena, struct waffle);
    if (!shares_read(context, value, &waffle->shares))
        return NULL;
    deal_cells(waffle);
    return waffle;
}

static double measure(const struct block_context *context, void *data, double width) {
    struct waffle *waffle = data;
    double sides = (SIDE - 1) * pitch_sides + 1, gap = block_px(context, legend_gap);
    shares_colour(context, &waffle->shares);
    waffle->side = fmin(block_px(context, most_side), width / sides);
    waffle->pitch = pitch_sides * waffle->side;
    double extent = sides * waffle->side, room = width - extent - gap;
    bool beside = room >= block_px(context, least_legend);
    double legend = shares_set_legend(context, &waffle->shares, beside ? room : width);
    waffle->legend_at = beside ? (struct point){extent + gap, fmax((extent - legend) / 2, 0)}
                               : (struct point){0, extent + block_px(context, below_gap)};
    return beside ? fmax(extent, legend) : waffle->legend_at.y + legend;
}

// The squares of one part, from the `first` on, row by row.
static void draw_cells(const struct waffle *waffle, struct scene *scene, struct point corner,
                       size_t first, size_t count, struct colour colour, struct str label) {
    scene_open_group(scene, ROLE_MARK, label);
    for (size_t i = first; i < first + count && i < CELLS; i++)
        scene_add_rect(scene, ROLE_MARK_RECT, OWNER_NONE,
                       (struct rect){corner.x + (double)(i % SIDE) * waffle->pitch,
                                     corner.y + (double)(i / SIDE) * waffle->pitch, waffle->side,
                                     waffle->side},
                       paint_solid(colour));
    scene_close_group(scene);
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct waffle *waffle = data;
    struct point corner = {box.x, box.y};
    size_t drawn = 0;
    for (size_t i = 0; i < waffle->shares.count; i++) {
        const struct share *share = &waffle->shares.parts[i];
        if (waffle->cells[i] && !share->rest) {
            draw_cells(waffle, scene, corner, drawn, waffle->cells[i], share->colour,
                       share->item.number);
            drawn += waffle->cells[i];
        }
    }
    if (drawn < CELLS)
        draw_cells(waffle, scene, corner, drawn, CELLS - drawn, shares_ground(context), STR_NONE);
    shares_draw_legend(
        context, &waffle->shares, scene,
        (struct point){corner.x + waffle->legend_at.x, corner.y + waffle->legend_at.y});
}

const struct block_kind block_kind_waffle = {
    .name = "waffle", .read = read, .measure = measure, .draw = draw};
