// Squares that can be counted.
#include "infographic/unit_grid.h"

#include "base/i18n.h"
#include "scene/path.h"

#include <math.h>

enum { GROUP = 5, MOST_GROUPS = 2 };

static const double gap = 0.28, group_gap = 0.45; // sides

size_t unit_grid_count(const struct block_context *context, const struct json *value,
                       const struct metric *metric) {
    double units = metric ? metric->number.value : NAN;
    if (units >= 1 && units <= UNIT_GRID_MOST && units == floor(units))
        return (size_t)units;
    diag_error(context->info->diag, DIAG_BLOCK, json_place(context->info->arena, value), STR_NONE,
               _("squares show whole numbers of metrics, from 1 to %d"), UNIT_GRID_MOST);
    return 0;
}

static double extent(const struct unit_grid *grid, size_t cells) {
    if (!cells)
        return 0;
    return (double)(cells - 1) * grid->pitch + grid->side +
           (double)((cells - 1) / GROUP) * grid->group_gap;
}

struct unit_grid unit_grid_make(size_t count, double side, double width) {
    struct unit_grid grid = {
        .count = count, .side = side, .pitch = (1 + gap) * side, .group_gap = group_gap * side};
    // Rows are whole groups where there is room for one.
    size_t groups = 1;
    while (groups < MOST_GROUPS && extent(&grid, (groups + 1) * GROUP) <= width &&
           groups * GROUP < count)
        groups++;
    grid.columns = extent(&grid, groups * GROUP) <= width ? groups * GROUP : 1;
    while (grid.columns < GROUP && extent(&grid, grid.columns + 1) <= width)
        grid.columns++;
    size_t rows = (count + grid.columns - 1) / grid.columns;
    grid.width = extent(&grid, count < grid.columns ? count : grid.columns);
    grid.height = extent(&grid, rows);
    return grid;
}

double unit_grid_side(size_t count, double most, double width, double height) {
    static const double step = 0.94, least = 4;
    struct unit_grid one = {.side = 1, .pitch = 1 + gap, .group_gap = group_gap};
    double tens =
        0.999 * width / extent(&one, (size_t)MOST_GROUPS * GROUP); // rows of ten are read best
    double side = count > GROUP ? fmin(most, tens) : most;
    while (side > least && unit_grid_make(count, side, width).height > height)
        side *= step;
    return side;
}

void unit_grid_draw(struct scene *scene, const struct unit_grid *grid, struct point corner,
                    struct colour colour, struct str label) {
    struct path_builder square = PATH_BUILDER(scene->arena);
    path_rect(&square, (struct rect){-0.5, -0.5, 1, 1});
    struct point *places = ARENA_ARRAY(scene->arena, grid->count, struct point);
    double *sizes = ARENA_ARRAY(scene->arena, grid->count, double);
    struct colour *colours = ARENA_ARRAY(scene->arena, grid->count, struct colour);
    for (size_t i = 0; i < grid->count; i++) {
        size_t column = i % grid->columns, row = i / grid->columns;
        places[i] = (struct point){
            corner.x + extent(grid, column + 1) - grid->side / 2,
            corner.y + extent(grid, row + 1) - grid->side / 2,
        };
        sizes[i] = grid->side;
        colours[i] = colour;
    }
    struct scene_points points = {.shape = path_done(&square),
                                  .places = places,
                                  .sizes = sizes,
                                  .colours = colours,
                                  .count = grid->count};
    scene_add_points(scene, ROLE_MARK_SYMBOL, OWNER_NONE, points)->label = label;
}
