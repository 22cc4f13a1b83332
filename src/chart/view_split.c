// Facets and layers whose scales are independent: each cell, each layer is a chart of its own.
#include "chart/grid.h"
#include "chart/view.h"

#include "base/i18n.h"

static bool is_independent(const struct view *view) {
    for (unsigned i = 0; i < CHANNEL_COUNT; i++) {
        if (view->spec->resolve.scale[i] == CHOICE_NO) {
            return true;
        }
    }
    return false;
}

static struct view *start_list(const struct views *views, struct view *view, size_t count,
                               size_t columns) {
    view->count = count;
    view->columns = columns;
    view->views = ARENA_ARRAY(views->context->arena, count, struct view);
    for (size_t i = 0; i < count; i++) {
        view->views[i].spec = view->spec;
        view->views[i].plot = ARENA_NEW(views->context->arena, struct plot);
        *view->views[i].plot = *view->plot;
        view->views[i].plot->title = STR_NONE;
    }
    view->plot = NULL;
    return view->views;
}

// ---- cells of a facet

static bool has_rows(const struct plot *plot) {
    size_t rows = 0;
    for (size_t i = 0; i < plot->unit_count; i++) {
        rows += plot->units[i].rows.count;
    }
    return rows > 0;
}

// The words of the cell's row and column.
static struct str cell_title(const struct plot *plot, size_t column, size_t line) {
    const struct plot_grid *grid = &plot->grid;
    size_t index = grid->wrapped ? line * grid->columns + column : column;
    struct str across = grid->across.count ? grid->across.words[index] : STR_NONE;
    struct str down = grid->down.count ? grid->down.words[line] : STR_NONE;
    return !down.len ? across
           : !across.len
               ? down
               : str_printf(plot->guide.arena, "%.*s · %.*s", STR_ARG(down), STR_ARG(across));
}

// Shared axes stand at the outer cells, unless each cell wants its own.
static bool is_bare(const struct view *view, enum channel channel, bool inner) {
    return inner && view->spec->resolve.scale[channel] != CHOICE_NO &&
           view->spec->resolve.axis[channel] != CHOICE_NO;
}

static bool split_facet(const struct views *views, struct view *view) {
    struct plot *whole = view->plot;
    const struct plot_grid grid = whole->grid;
    struct view *cells = start_list(views, view, grid.count, grid.columns);
    view->faceted = true;
    for (size_t i = 0; i < grid.count; i++) {
        size_t column = i % grid.columns, line = i / grid.columns;
        struct plot *plot = cells[i].plot;
        plot->units = grid_cell_units(whole, column, line);
        plot->grid = (struct plot_grid){.columns = 1, .rows = 1, .count = 1};
        plot->bare[CHANNEL_X] = is_bare(view, CHANNEL_X, i + grid.columns < grid.count);
        plot->bare[CHANNEL_Y] = is_bare(view, CHANNEL_Y, column > 0);
        cells[i].cell = true;
        cells[i].title = plot->title = cell_title(whole, column, line);
        if (!has_rows(plot)) {
            diag_error(plot->guide.diag, DIAG_EMPTY_DATA, plot->guide.place,
                       STR("let the cells share their scales, or give it rows"),
                       _("the cell “%.*s” has no rows to make its scales of"),
                       STR_ARG(plot->title));
            return false;
        }
    }
    return true;
}

// ---- layers

// The units of one layer of the chart's own list, which may have layers itself.
static void take_layer(struct plot *plot, const struct plot *whole, size_t layer) {
    plot->units = ARENA_ARRAY(plot->guide.arena, whole->unit_count, struct plot_unit);
    plot->unit_count = 0;
    for (size_t i = 0; i < whole->unit_count; i++) {
        if (whole->units[i].spec->layer == layer) {
            plot->units[plot->unit_count++] = whole->units[i];
        }
    }
}

static bool split_layers(const struct views *views, struct view *view) {
    struct plot *whole = view->plot;
    if (view->spec->resolve.scale[CHANNEL_X] == CHOICE_NO) {
        diag_error(whole->guide.diag, DIAG_UNSUPPORTED,
                   json_place(whole->guide.arena, json_get(view->spec->json, "resolve")),
                   STR("let y be independent, or put the charts into a list"),
                   _("layers share their places across"));
        return false;
    }
    size_t count = whole->units[whole->unit_count - 1].spec->layer + 1;
    struct view *layers = start_list(views, view, count, 1);
    view->overlaid = true;
    for (size_t i = 0; i < count; i++) {
        struct plot *plot = layers[i].plot;
        take_layer(plot, whole, i);
        plot->over = i > 0;
        plot->bare[CHANNEL_X] = i > 0;
        plot->bare[CHANNEL_Y] = i > 0 && view->spec->resolve.scale[CHANNEL_Y] != CHOICE_NO;
    }
    return true;
}

// ---- the tree

static bool split(struct views *views, struct view *view) {
    bool sound = true;
    for (size_t i = 0; i < view->count; i++) {
        sound = split(views, &view->views[i]) && sound;
    }
    if (view->plot && is_independent(view)) {
        bool layered = view->plot->units[view->plot->unit_count - 1].spec->layer > 0;
        sound = view->plot->grid.count > 1 ? split_facet(views, view)
                : layered                  ? split_layers(views, view)
                                           : sound;
    }
    return sound;
}

static size_t count_plots(const struct view *view) {
    size_t count = view->plot ? 1 : 0;
    for (size_t i = 0; i < view->count; i++) {
        count += count_plots(&view->views[i]);
    }
    return count;
}

static void list_plots(struct views *views, const struct view *view) {
    if (view->plot) {
        views->plots[views->plot_count++] = view->plot;
    }
    for (size_t i = 0; i < view->count; i++) {
        list_plots(views, &view->views[i]);
    }
}

bool views_split(struct views *views) {
    bool sound = split(views, &views->root);
    size_t count = count_plots(&views->root);
    if (sound && count > SPEC_VIEW_LIMIT) {
        diag_error(views->context->diag, DIAG_LIMIT,
                   json_place(views->context->arena, views->request->json),
                   STR("make several figures of them"),
                   _("%zu charts are more than a picture can hold (%d)"), count, SPEC_VIEW_LIMIT);
        return false;
    }
    views->plot_count = 0;
    if (sound) {
        list_plots(views, &views->root);
    }
    return sound;
}
