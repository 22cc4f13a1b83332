// Cells of small multiples: which rows each holds, and where it stands.
#include "chart/grid.h"

#include "base/i18n.h"
#include "chart/mark.h"

#include <math.h>
#include <string.h>

// More cells than this are no picture that anybody reads.
enum { GRID_MOST = 200 };
// Em of the labels' type: between cells, and from a header to its cell.
static const double GAP = 1.6, HEADER_GAP = 0.5;
// Em that a cell of a wrapped row is wide at least.
static const double CELL_LEAST = 11;

static bool limit_cells(const struct plot *plot, size_t count, const struct channel_spec *spec) {
    if (count <= GRID_MOST) {
        return true;
    }
    diag_error(plot->guide.diag, DIAG_LIMIT, json_place(plot->guide.arena, spec->json),
               STR("filter the data, or facet by a field with fewer values"),
               _("%zu small charts are more than a picture can hold (%d)"), count, GRID_MOST);
    return false;
}

// As many cells side by side as are wide enough, the lines equally long.
static size_t choose_columns(const struct plot *plot, const struct channel_spec *spec,
                             size_t count) {
    if (spec->columns >= 1) {
        return (size_t)fmin(spec->columns, (double)count);
    }
    double width = plot->context->width > 0 ? plot->context->width : plot->style->width;
    bool follows = plot->spec->width.px > 0 || plot->spec->width.step > 0;
    if (width <= 0 || follows) {
        return count; // the picture follows its cells: one line, as Vega-Lite has it
    }
    double content = width - 2 * plot->style->margin;
    double most = fmax(1, floor(content / (CELL_LEAST * plot->style->label.size)));
    double lines = ceil((double)count / most);
    return (size_t)ceil((double)count / lines);
}

bool grid_make(struct plot *plot) {
    struct plot_grid *grid = &plot->grid;
    const struct channel_spec *facet = plot_collect_words(plot, CHANNEL_FACET, &grid->across);
    const struct channel_spec *column = NULL, *row = NULL;
    if (!facet) {
        column = plot_collect_words(plot, CHANNEL_COLUMN, &grid->across);
        row = plot_collect_words(plot, CHANNEL_ROW, &grid->down);
    }
    grid->wrapped = facet != NULL;
    grid->columns = grid->rows = 1;
    grid->count = column || facet ? grid->across.count : 1;
    grid->count *= row ? grid->down.count : 1;
    const struct channel_spec *spec = facet ? facet : column ? column : row;
    if (!spec || !grid->count) {
        grid->count = 1;
        return true;
    }
    if (!limit_cells(plot, grid->count, spec)) {
        return false;
    }
    grid->columns = facet    ? choose_columns(plot, spec, grid->count)
                    : column ? grid->across.count
                             : 1;
    grid->rows = (grid->count + grid->columns - 1) / grid->columns;
    return true;
}

static double em(const struct plot *plot) {
    return plot->style->label.size;
}

void grid_measure(struct plot *plot) {
    struct plot_grid *grid = &plot->grid;
    if (!grid->across.count && !grid->down.count) {
        return;
    }
    grid->gap = GAP * em(plot);
    grid->header = grid->across.count ? (plot->style->label.pitch + HEADER_GAP) * em(plot) : 0;
    for (size_t i = 0; i < grid->down.count; i++) {
        double width = guide_width(&plot->guide, &plot->style->label, grid->down.words[i]);
        grid->left = fmax(grid->left, width + HEADER_GAP * em(plot));
    }
}

// Headers stand above each line of wrapped cells, else above the first line only.
static double header_lines(const struct plot_grid *grid) {
    return grid->header > 0 ? (grid->wrapped ? (double)grid->rows : 1) : 0;
}

double grid_cell_width(const struct plot *plot, double length) {
    const struct plot_grid *grid = &plot->grid;
    double gaps = (double)(grid->columns - 1) * grid->gap;
    return fmax(1, floor((length - gaps) / (double)grid->columns));
}

double grid_cell_height(const struct plot *plot, double length) {
    const struct plot_grid *grid = &plot->grid;
    double gaps = (double)(grid->rows - 1) * grid->gap + header_lines(grid) * grid->header;
    return (length - gaps) / (double)grid->rows;
}

static struct rect cell_place(const struct plot *plot, struct rect first, size_t column,
                              size_t row) {
    const struct plot_grid *grid = &plot->grid;
    double headers = grid->wrapped ? (double)row * grid->header : 0;
    first.x += (double)column * (first.width + grid->gap);
    first.y += (double)row * (first.height + grid->gap) + headers;
    return first;
}

struct rect grid_whole(const struct plot *plot, struct rect cell) {
    const struct plot_grid *grid = &plot->grid;
    struct rect last = cell_place(plot, cell, grid->columns - 1, grid->rows - 1);
    return (struct rect){cell.x, cell.y - grid->header, rect_right(last) - cell.x,
                         rect_bottom(last) - cell.y + grid->header};
}

// ---- rows of a cell

static bool has_word(const struct plot *plot, const struct plot_unit *unit, enum channel channel,
                     size_t row, struct str word) {
    const struct value *values = unit->rows.values[channel];
    return !values || str_equal(plot_word(plot->guide.arena, values[row]), word);
}

static bool is_in_cell(const struct plot *plot, const struct plot_unit *unit, size_t row,
                       size_t column, size_t line) {
    const struct plot_grid *grid = &plot->grid;
    if (grid->wrapped) {
        size_t index = line * grid->columns + column;
        return has_word(plot, unit, CHANNEL_FACET, row, grid->across.words[index]);
    }
    return (!grid->across.count ||
            has_word(plot, unit, CHANNEL_COLUMN, row, grid->across.words[column])) &&
           (!grid->down.count || has_word(plot, unit, CHANNEL_ROW, row, grid->down.words[line]));
}

// The chosen elements of an array; NULL stays NULL.
static void *pick(struct arena *arena, const void *from, size_t size, const size_t *rows,
                  size_t count) {
    if (!from) {
        return NULL;
    }
    char *to = arena_alloc_array(arena, count, size);
    for (size_t i = 0; i < count; i++) {
        memcpy(to + i * size, (const char *)from + rows[i] * size, size);
    }
    return to;
}

#define PICK(member) (cell->member = pick(arena, unit->member, sizeof *unit->member, rows, count))

static void pick_rows(struct arena *arena, const struct plot_unit *unit, const size_t *rows,
                      size_t count, struct plot_unit *cell) {
    *cell = *unit;
    cell->rows.count = count;
    for (unsigned i = 0; i < CHANNEL_COUNT; i++) {
        PICK(rows.values[i]);
        PICK(rows.ends[i]);
    }
    PICK(rows.from);
    PICK(rows.to);
    PICK(rows.origin);
    PICK(fills);
    PICK(accented);
    PICK(sizes);
    PICK(labels);
    PICK(label_widths);
    PICK(labels_below);
}

struct plot_unit *grid_cell_units(const struct plot *plot, size_t column, size_t line) {
    struct arena *arena = plot->guide.arena;
    struct plot_unit *cells = ARENA_ARRAY(arena, plot->unit_count, struct plot_unit);
    for (size_t u = 0; u < plot->unit_count; u++) {
        const struct plot_unit *unit = &plot->units[u];
        size_t *rows = ARENA_ARRAY(arena, unit->rows.count, size_t), count = 0;
        for (size_t row = 0; row < unit->rows.count; row++) {
            if (is_in_cell(plot, unit, row, column, line)) {
                rows[count++] = row;
            }
        }
        pick_rows(arena, unit, rows, count, &cells[u]);
    }
    return cells;
}

// ---- drawing

static void draw_header(struct plot *plot, struct str words, struct point at, enum text_align align,
                        enum text_baseline baseline) {
    struct style_text *look = ARENA_NEW(plot->guide.arena, struct style_text);
    *look = plot->style->label;
    look->bold = true;
    struct text_placement place = {.at = at, .align = align, .baseline = baseline};
    text_place(plot->scene, ROLE_TITLE_TEXT, OWNER_NONE,
               guide_set(&plot->guide, look, words, 0, TEXT_WRAP), &place);
}

static void draw_headers(struct plot *plot, const struct layout *layout, size_t column,
                         size_t line) {
    const struct plot_grid *grid = &plot->grid;
    const struct rect *area = &plot->area;
    bool centred = plot->style->title_anchor == TITLE_MIDDLE;
    if (grid->across.count && (grid->wrapped || line == 0)) {
        size_t index = grid->wrapped ? line * grid->columns + column : column;
        struct point at = {centred ? area->x + area->width / 2 : area->x,
                           area->y - HEADER_GAP * em(plot)};
        draw_header(plot, grid->across.words[index], at, centred ? ALIGN_CENTRE : ALIGN_START,
                    BASELINE_BOTTOM);
    }
    if (grid->down.count && column == 0) {
        double away = axis_extent(&plot->guide, &layout->y) + HEADER_GAP * em(plot);
        struct point at = {area->x - away, area->y + area->height / 2};
        draw_header(plot, grid->down.words[line], at, ALIGN_END, BASELINE_MIDDLE);
    }
}

void grid_draw(struct plot *plot, const struct layout *layout,
               void (*draw)(struct plot *plot, const struct layout *layout)) {
    const struct plot_grid *grid = &plot->grid;
    if (!grid->across.count && !grid->down.count) {
        draw(plot, layout);
        return;
    }
    struct plot_unit *all = plot->units;
    struct rect first = plot->area;
    for (size_t i = 0; i < grid->count; i++) {
        size_t column = i % grid->columns, line = i / grid->columns;
        struct layout own = *layout;
        own.hide_left = column > 0;
        own.hide_bottom = i + grid->columns < grid->count;
        plot->area = cell_place(plot, first, column, line);
        plot->units = grid_cell_units(plot, column, line);
        draw(plot, &own);
        draw_headers(plot, layout, column, line);
        plot->units = all;
    }
    plot->area = first;
}
