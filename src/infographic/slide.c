// Arranging the cells of a slide.
#include "infographic/slide.h"

#include <math.h>

// Designed px: between columns and, for estimates, between cells.
static const double column_gap = 72, cell_gap = 78;
static const double least_column = 520; // narrower ones are no columns

static double gap_px(const struct block_context *context) {
    return block_px(context, column_gap);
}

// A context for a column of its own, without margin.
static struct block_context narrowed(const struct block_context *context, double width, double zoom,
                                     struct look *look) {
    struct block_context column = *context;
    *look = block_look(context->info, width, zoom);
    look->margin = 0;
    column.look = look;
    return column;
}

// The cells as one column of this width.
static struct flow set_column(const struct block_context *context, const struct slide_cell *cells,
                              size_t count) {
    struct flow flow;
    const struct flow_start start = {.framed = true, .plain = true};
    size_t total = 0, added = 0;
    for (size_t i = 0; i < count; i++)
        total += cells[i].count;
    struct block *blocks = ARENA_ARRAY(context->info->arena, total, struct block);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < cells[i].count; j++)
            blocks[added++] = cells[i].blocks[j];
    flow_make(context, blocks, total, start, &flow);
    return flow;
}

static double column_height(const struct block_context *context, const struct slide_cell *cells,
                            size_t count, double width, double zoom) {
    struct infographic_context quiet = *context->info;
    struct block_context trial = *context;
    struct diag unheard;
    struct look look;
    diag_init(&unheard, quiet.arena);
    quiet.diag = &unheard;
    trial.info = &quiet;
    struct block_context column = narrowed(&trial, width, zoom, &look);
    return set_column(&column, cells, count).height;
}

void slide_measure(const struct block_context *context, struct slide_cell *cell, double width) {
    cell->whole = column_height(context, cell, 1, width, 1);
    cell->half = column_height(context, cell, 1, (width - gap_px(context)) / 2, 1);
}

// Whether a slide of this width is wide enough for two columns.
static bool has_columns(const struct block_context *context, double width) {
    return (width - gap_px(context)) / 2 >= block_px(context, least_column);
}

static double stack(const struct block_context *context, const struct slide_cell *cells,
                    size_t count, bool half) {
    double height = 0;
    for (size_t i = 0; i < count; i++)
        height += (half ? cells[i].half : cells[i].whole) + (i ? block_px(context, cell_gap) : 0);
    return height;
}

// Of the arrangement with `left` cells in the left column.
static double estimate(const struct block_context *context, const struct slide_cell *cells,
                       size_t count, size_t left, double height) {
    if (left == count)
        return height / stack(context, cells, count, false);
    return height / fmax(stack(context, cells, left, true),
                         stack(context, cells + left, count - left, true));
}

double slide_estimate(const struct block_context *context, const struct slide_cell *cells,
                      size_t count, struct rect area) {
    double best = 0, height = area.height;
    size_t least = has_columns(context, area.width) ? 1 : count;
    for (size_t left = least; left <= count; left++)
        best = fmax(best, estimate(context, cells, count, left, height));
    return best;
}

static double left_width(const struct block_context *context, const struct slide_plan *plan,
                         size_t count, double width) {
    return plan->share * (plan->left == count ? width : width - gap_px(context));
}

// Numbers that would shrink more than this for want of width want no larger blocks.
static const double least_ease = 0.97;

static bool fits(const struct block_context *context, const struct slide_cell *cells, size_t count,
                 struct rect area, const struct slide_plan *plan) {
    double left = left_width(context, plan, count, area.width);
    context->gather->tightest = 1;
    double height = column_height(context, cells, plan->left, left, plan->zoom);
    if (plan->left < count && height <= area.height)
        height = fmax(height, column_height(context, cells + plan->left, count - plan->left,
                                            area.width - left - gap_px(context), plan->zoom));
    bool at_ease = plan->zoom <= 1 || context->gather->tightest >= least_ease;
    return at_ease && height <= area.height;
}

static bool fit_plan(const struct block_context *context, const struct slide_cell *cells,
                     size_t count, struct rect area, struct slide_plan *plan) {
    static const double zooms[] = {1.6, 1.45, 1.3, 1.2, 1.1, 1, 0.92, 0.85, 0.78, 0.7, 0.62, 0.55};
    static const double hope = 1.15;  // an estimate may be wrong by so much
    static const double least = 0.78; // of several cells, which can be dealt out to more slides
    double most = hope * estimate(context, cells, count, plan->left, area.height);
    for (size_t i = 0; i < sizeof zooms / sizeof *zooms; i++) {
        plan->zoom = zooms[i];
        if (zooms[i] <= most && (count == 1 || zooms[i] >= least) &&
            fits(context, cells, count, area, plan))
            return true;
    }
    return false;
}

bool slide_fit(const struct block_context *context, const struct slide_cell *cells, size_t count,
               struct rect area, struct slide_plan *out) {
    static const double narrower[] = {0.85, 0.7, 0.6, 0.5}; // as a map is as high as it is wide
    bool found = false;
    *out = (struct slide_plan){0};
    size_t least = has_columns(context, area.width) ? 1 : count;
    for (size_t left = count; left >= least; left--) {
        struct slide_plan plan = {.left = left, .share = left == count ? 1 : 0.5};
        // Fewer columns are calmer: two must make the type clearly larger.
        double better = found ? 1.1 * out->zoom : 0;
        if (found && estimate(context, cells, count, left, area.height) <= better)
            continue;
        if (fit_plan(context, cells, count, area, &plan) && plan.zoom > better) {
            *out = plan;
            found = true;
        }
    }
    for (size_t i = 0; count == 1 && !found && i < sizeof narrower / sizeof *narrower; i++) {
        *out = (struct slide_plan){.left = 1, .share = narrower[i]};
        found = fit_plan(context, cells, count, area, out);
    }
    return found;
}

static void draw_column(const struct block_context *context, struct flow *flow, struct rect area,
                        double height, struct scene *scene) {
    double room = height - flow->height;
    double used = flow_spread(context, flow, room);
    // A block alone is as high as the column beside it, if that is not much higher.
    static const double most_growth = 0.35;
    if (flow->count == 1 && room <= most_growth * flow->items[0].box.height)
        flow->items[0].box.height += room - used;
    for (size_t i = 0; i < flow->count; i++) {
        flow->items[i].box.x += area.x;
        flow->items[i].box.y += area.y;
    }
    flow_draw(context, flow, scene);
}

void slide_draw(const struct block_context *context, const struct slide_cell *cells, size_t count,
                struct rect area, const struct slide_plan *plan, struct scene *scene) {
    static const double above = 0.4; // a little higher than the middle looks like the middle
    bool two = plan->left < count;
    double left = left_width(context, plan, count, area.width);
    double right = area.width - left - gap_px(context);
    struct look looks[2];
    struct block_context columns[2];
    struct flow flows[2];
    columns[0] = narrowed(context, left, plan->zoom, &looks[0]);
    flows[0] = set_column(&columns[0], cells, plan->left);
    double height = flows[0].height;
    if (two) {
        columns[1] = narrowed(context, right, plan->zoom, &looks[1]);
        flows[1] = set_column(&columns[1], cells + plan->left, count - plan->left);
        height = fmax(height, flows[1].height);
    }
    struct rect place = {area.x, area.y + above * (area.height - height), left, height};
    draw_column(&columns[0], &flows[0], place, height, scene);
    place.x += left + gap_px(context);
    if (two)
        draw_column(&columns[1], &flows[1], place, height, scene);
}
