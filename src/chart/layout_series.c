// Names at the ends of lines and areas, where they fit in place of a legend.
#include "base/sort.h"
#include "chart/layout.h"
#include "chart/series.h"

#include <math.h>

enum { SERIES_MOST = 8 };               // more names are a list, and a legend lists better
enum { LARGE_TEXT = 24 };               // px: 18 pt
static const double HALO = 0.2;         // em of the clear space around a name
static const double WIDTH_SHARE = 0.25; // of the picture, the most that the names take
static const double HEIGHT_SHARE = 0.4; // likewise

// The last row of a colour, and the unit that it is in.
struct series_end {
    const struct plot_unit *unit;
    size_t row;
    double rank;
    double y; // of the name's middle, px
};

static bool uses_colour(const struct plot_unit *unit) {
    return unit->rows.values[CHANNEL_COLOR] != NULL;
}

static bool all_are_upright_series(const struct plot *plot) {
    for (size_t i = 0; i < plot->unit_count; i++) {
        const struct plot_unit *unit = &plot->units[i];
        if (uses_colour(unit) && (!unit->spec->mark.mark->joins || unit->horizontal)) {
            return false;
        }
    }
    return true;
}

static void find_ends(const struct plot *plot, struct series_end *ends) {
    for (size_t i = 0; i < plot->colours.count; i++) {
        ends[i].rank = -INFINITY;
    }
    for (size_t u = 0; u < plot->unit_count; u++) {
        const struct plot_unit *unit = &plot->units[u];
        for (size_t row = 0; uses_colour(unit) && row < unit->rows.count; row++) {
            struct str word = plot_word(plot->guide.arena, unit->rows.values[CHANNEL_COLOR][row]);
            size_t index = word_set_find(&plot->colours, word);
            double rank = series_rank(plot, unit, row);
            if (index != SIZE_MAX && isfinite(unit->rows.to[row]) && rank > ends[index].rank) {
                ends[index] = (struct series_end){.unit = unit, .row = row, .rank = rank};
            }
        }
    }
}

// Names can stand in one column only where all the series end together.
static bool end_together(const struct plot *plot, const struct series_end *ends) {
    for (size_t i = 0; i < plot->colours.count; i++) {
        if (!ends[i].unit || ends[i].rank != ends[0].rank) {
            return false;
        }
    }
    return plot->colours.count > 0;
}

// Px from the last point to the plot's edge: half a step of the categories, a little less.
static double free_width(const struct plot *plot, const struct layout *layout) {
    double most = layout->width * (1 - WIDTH_SHARE) - 2 * plot->style->margin;
    return plot->x.discrete ? 0.35 * most / fmax(1, (double)plot->x.words.count) : 0;
}

bool layout_set_series_names(struct plot *plot, struct layout *layout) {
    const struct style *style = plot->style;
    size_t count = plot->colours.count;
    struct series_end *ends = ARENA_ARRAY(plot->guide.arena, count, struct series_end);
    if (!style->series_names || !layout->fill_width || plot->grid.count > 1 || !count ||
        count > SERIES_MOST || plot->colour_spec->legend != CHOICE_DEFAULT ||
        !all_are_upright_series(plot)) {
        return false;
    }
    find_ends(plot, ends);
    double width = 0, height = (double)count * style->value.size * style->value.pitch;
    for (size_t i = 0; i < count; i++) {
        width = fmax(width, guide_width(&plot->guide, &style->value, plot->colours.words[i]));
    }
    double whole = layout->fill_height ? layout->height : layout->width * 9 / 16;
    if (!end_together(plot, ends) || width > WIDTH_SHARE * layout->width ||
        height > HEIGHT_SHARE * whole) {
        return false;
    }
    layout->series_ends = ends;
    layout->right += ceil(fmax(0, width + 2 * style->label_gap - free_width(plot, layout)));
    return true;
}

static int compare_ends(const void *a, const void *b, const void *context) {
    const struct series_end *ends = context;
    double x = ends[*(const size_t *)a].y, y = ends[*(const size_t *)b].y;
    return (x > y) - (x < y);
}

// Apart by a line each, within the plot and as near to their ends as that leaves.
static void spread(const struct plot *plot, struct series_end *ends) {
    size_t count = plot->colours.count;
    double line = plot->style->value.size * plot->style->value.pitch;
    size_t *order = ARENA_ARRAY(plot->guide.arena, count, size_t);
    for (size_t i = 0; i < count; i++) {
        order[i] = i;
    }
    sort_stable(plot->guide.arena, order, count, sizeof *order, compare_ends, ends);
    double next = -INFINITY, limit = rect_bottom(plot->area);
    for (size_t i = 0; i < count; i++) {
        struct series_end *end = &ends[order[i]];
        end->y = fmax(end->y, next);
        next = end->y + line;
    }
    for (size_t i = count; i-- > 0;) {
        struct series_end *end = &ends[order[i]];
        end->y = fmin(end->y, limit);
        limit = end->y - line;
    }
}

// Names of piled areas stand at the middle of their last height.
static double end_height(const struct plot *plot, const struct series_end *end,
                         struct point point) {
    const struct plot_unit *unit = end->unit;
    if (unit->stack == STACK_NONE) {
        return point.y;
    }
    return plot->area.y + (scale_map(&plot->y.scale, unit->rows.from[end->row]) +
                           scale_map(&plot->y.scale, unit->rows.to[end->row])) /
                              2;
}

// The series' colour where it can be read on the paper.
static struct colour name_colour(const struct plot *plot, size_t index) {
    struct colour colour = plot_category_colour(plot, index);
    double least = plot->style->value.size >= LARGE_TEXT ? 3 : 4.5; // WCAG 2.1, 1.4.3
    return colour_contrast(colour, plot->style->paper) >= least ? colour : plot->style->ink;
}

struct rect layout_grid_area(const struct plot *plot, const struct layout *layout) {
    struct rect area = plot->area;
    struct point last;
    if (layout->series_ends &&
        plot_row_point(plot, layout->series_ends->unit, layout->series_ends->row, &last)) {
        area.width = last.x - area.x;
    }
    return area;
}

void layout_draw_series_names(struct plot *plot, const struct layout *layout) {
    struct series_end *ends = layout->series_ends;
    double x = 0;
    for (size_t i = 0; ends && i < plot->colours.count; i++) {
        struct point point;
        plot_row_point(plot, ends[i].unit, ends[i].row, &point);
        ends[i].y = end_height(plot, &ends[i], point);
        x = point.x + 2 * plot->style->label_gap;
    }
    if (!ends) {
        return;
    }
    spread(plot, ends);
    scene_open_group(plot->scene, ROLE_LEGEND, STR_NONE);
    for (size_t i = 0; i < plot->colours.count; i++) {
        struct style_text *look = ARENA_NEW(plot->guide.arena, struct style_text);
        *look = plot->style->value;
        look->colour = name_colour(plot, i);
        struct text_placement place = {.at = {x, ends[i].y},
                                       .align = ALIGN_START,
                                       .baseline = BASELINE_MIDDLE,
                                       .halo_width = HALO * look->size, // grid lines pass behind
                                       .halo = plot->style->paper};
        text_place(plot->scene, ROLE_LEGEND_LABEL, OWNER_NONE,
                   guide_set(&plot->guide, look, plot->colours.words[i], 0, TEXT_WRAP), &place);
    }
    scene_close_group(plot->scene);
}
