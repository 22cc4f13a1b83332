// Views in a picture that follows them, by Vega's grid layout (vega-view-transforms, gridLayout):
// the bounds of each view, with all that it draws around its plot, and whole pixels between them.
#include "chart/compose.h"
#include "chart/foot.h"
#include "scene/path.h"

#include <math.h>

// Vega-Lite's space between views, px; between ours, em of the labels.
static const double HEADER_GAP = 10; // px, Vega-Lite's over the cells of a facet
static const double SPACING = 20, SPACING_EM = 1.6;

// Of strokes, in half widths (Vega's default).
static const double MITER_LIMIT = 4;

// Px from a view's origin, the corner of its first plot, to the ends of all that it draws.
struct extent {
    double from[2], to[2]; // across, down
};

static struct extent extent_of(struct rect rect) {
    return (struct extent){{rect.x, rect.y}, {rect_right(rect), rect_bottom(rect)}};
}

static void include(struct extent *all, const struct extent *one, const double by[2]) {
    for (int k = 0; k < 2; k++) {
        all->from[k] = fmin(all->from[k], one->from[k] + by[k]);
        all->to[k] = fmax(all->to[k], one->to[k] + by[k]);
    }
}

static const struct extent nothing = {{INFINITY, INFINITY}, {-INFINITY, -INFINITY}};

// ---- one chart

// Px by which Vega widens bounds for a stroke: half its width, or where marks are paths as far as
// their corners may reach.
static double stroke_reach(const struct scene_item *item) {
    static const enum scene_role paths[] = {ROLE_MARK_LINE, ROLE_MARK_AREA, ROLE_MARK_ARC,
                                            ROLE_MARK_SYMBOL, ROLE_MARK_SHAPE};
    const struct stroke *stroke = &item->path.stroke;
    double reach = stroke->paint.kind == PAINT_NONE ? 0 : stroke->width / 2;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        reach = item->role == paths[i] ? reach * MITER_LIMIT : reach;
    }
    return reach;
}

static struct extent item_extent(const struct scene *scene, size_t index) {
    const struct scene_item *item = &scene->items[index];
    if (item->kind != SCENE_PATH) {
        return extent_of(scene_item_bounds(scene, index));
    }
    struct extent extent = extent_of(path_bounds(&item->path.path));
    double reach = stroke_reach(item);
    for (int k = 0; k < 2; k++) {
        extent.from[k] -= reach;
        extent.to[k] += reach;
    }
    return extent;
}

static struct extent bounds_of(const struct view *view) {
    struct extent all = extent_of(view->plot->whole), own = nothing;
    double frame = 0; // Vega widens by its line's reach all that stands in it
    for (size_t i = 0; i < view->scene->count; i++) {
        if (view->scene->items[i].kind != SCENE_GROUP) {
            struct extent one = item_extent(view->scene, i);
            include(&all, &one, (double[2]){0, 0});
        }
        if (view->scene->items[i].role == ROLE_FRAME) {
            frame = stroke_reach(&view->scene->items[i]);
        }
    }
    include(&own, &all, (double[2]){-view->plot->area.x - frame, -view->plot->area.y - frame});
    include(&own, &all, (double[2]){-view->plot->area.x + frame, -view->plot->area.y + frame});
    return own;
}

// The name of a facet's cell in Vega-Lite's way: over all that the cell draws.
static void add_header(struct view *view, struct extent *extent) {
    struct plot *plot = view->plot;
    const struct style_text *look = &plot->style->label;
    const struct text_block *block = guide_set(&plot->guide, look, view->title, 0, TEXT_WRAP);
    struct text_placement place = {
        .at = {plot->area.x + plot->area.width / 2, plot->area.y + extent->from[1] - HEADER_GAP},
        .align = ALIGN_CENTRE,
        .baseline = BASELINE_BOTTOM,
    };
    text_place(view->scene, ROLE_TITLE_TEXT, OWNER_NONE, block, &place);
    extent->from[1] -= HEADER_GAP + look->size;
}

static bool lay_chart(struct views *views, struct view *view, struct extent *extent) {
    struct plot *plot = view->plot;
    bool header = view->cell && plot->style->width <= 0;
    struct frame_texts texts = {.title = header ? STR_NONE : view->title,
                                .title_place = plot->guide.place};
    plot_say_unit(plot, view->unit_note, &texts);
    view->layout = ARENA_NEW(plot->guide.arena, struct layout);
    if (!layout_make(plot, view->layout, &texts)) {
        return false;
    }
    compose_draw_chart(views, view);
    *extent = bounds_of(view);
    if (header) {
        add_header(view, extent);
    }
    return true;
}

// ---- a list

// Places along one direction (0: across, 1: down) of the views of a list.
struct grid_lay {
    const struct view *list;
    const struct extent *boxes;
    struct arena *arena;
    size_t columns, rows;
    int k;
    double padding;
    double *extent;  // of each lane: how far its views reach behind their origins
    double *offset;  // of each view, to the origin of the one before it
    double greatest; // of the extents
};

static size_t lane_of(const struct grid_lay *lay, size_t i) {
    return lay->k ? i / lay->columns : i % lay->columns;
}

static void find_offsets(struct grid_lay *lay) {
    size_t lanes = lay->k ? lay->rows : lay->columns, count = lay->list->count;
    lay->extent = ARENA_ARRAY(lay->arena, lanes, double);
    lay->offset = ARENA_ARRAY(lay->arena, count, double);
    for (size_t i = 0; i < count; i++) {
        const struct extent *box = &lay->boxes[i];
        size_t lane = lane_of(lay, i);
        double reach = ceil(box->to[lay->k]), before = box->from[lay->k];
        lay->extent[lane] = fmax(lay->extent[lane], reach);
        lay->greatest = fmax(lay->greatest, reach);
        lay->offset[i] = lane ? lay->padding + (before < 0 ? ceil(-before) : 0) : 0;
    }
}

static double greatest_offset(const struct grid_lay *lay, size_t lane, bool all) {
    double offset = 0;
    for (size_t i = 0; i < lay->list->count; i++) {
        size_t own = lane_of(lay, i);
        offset = own && (all || own == lane) ? fmax(offset, lay->offset[i]) : offset;
    }
    return offset;
}

// Views of one lane begin together (each), all lanes are as long as the longest (all), or every
// view follows the one before it (none).
static void align_lanes(struct grid_lay *lay) {
    enum view_align align = lay->list->spec->align[lay->k];
    size_t lanes = lay->k ? lay->rows : lay->columns;
    double *steps = ARENA_ARRAY(lay->arena, lanes, double);
    for (size_t lane = 1; lane < lanes; lane++) {
        bool all = align == VIEW_ALIGN_ALL;
        steps[lane] =
            greatest_offset(lay, lane, all) + (all ? lay->greatest : lay->extent[lane - 1]);
    }
    for (size_t i = 0; i < lay->list->count; i++) {
        size_t lane = lane_of(lay, i);
        if (lane) {
            lay->offset[i] =
                align == VIEW_ALIGN_NONE ? lay->offset[i] + lay->extent[lane - 1] : steps[lane];
        }
    }
}

static void place_views(const struct grid_lay *lay, double (*places)[2]) {
    const struct view_spec *spec = lay->list->spec;
    size_t stride = lay->k ? lay->columns : 1;
    bool center = spec->center[lay->k] && spec->align[lay->k] != VIEW_ALIGN_NONE &&
                  (lay->k ? lay->columns : lay->rows) > 1;
    for (size_t i = 0; i < lay->list->count; i++) {
        double before = lane_of(lay, i) ? places[i - stride][lay->k] : 0;
        places[i][lay->k] = before + lay->offset[i];
    }
    for (size_t i = 0; i < lay->list->count && center; i++) {
        double length =
            spec->align[lay->k] == VIEW_ALIGN_ALL ? lay->greatest : lay->extent[lane_of(lay, i)];
        double place = places[i][lay->k]; // Vega counts it in, so that only first lanes move
        places[i][lay->k] += fmax(0, length - lay->boxes[i].to[lay->k] - place) / 2;
    }
}

static double spacing_of(const struct view *list, const struct style *style, int k) {
    double given = list->spec->spacing[k];
    return isfinite(given) ? given : style->width > 0 ? SPACING_EM * style->label.size : SPACING;
}

static struct extent lay_grid(struct arena *arena, const struct view *list,
                              const struct extent *extents, const struct style *style) {
    struct extent *boxes = ARENA_ARRAY(arena, list->count, struct extent), all = nothing;
    double(*places)[2] = arena_alloc_array(arena, list->count, sizeof *places);
    for (size_t i = 0; i < list->count; i++) {
        const struct view *view = &list->views[i];
        struct rect whole = view->plot ? view->plot->whole : (struct rect){0};
        boxes[i] =
            !list->spec->flush ? extents[i] : (struct extent){{0, 0}, {whole.width, whole.height}};
    }
    for (int k = 0; k < 2; k++) {
        struct grid_lay lay = {
            .list = list,
            .boxes = boxes,
            .arena = arena,
            .columns = list->columns,
            .rows = (list->count + list->columns - 1) / list->columns,
            .k = k,
            .padding = spacing_of(list, style, k),
        };
        find_offsets(&lay);
        align_lanes(&lay);
        place_views(&lay, places);
    }
    for (size_t i = 0; i < list->count; i++) {
        if (list->overlaid) {
            places[i][0] = places[i][1] = 0;
        }
        list->views[i].inner.x = places[i][0];
        list->views[i].inner.y = places[i][1];
        include(&all, &extents[i], places[i]);
    }
    return all;
}

// Title and legend stand around all that the list draws.
static void add_guides(struct view *list, const struct plot *any, struct extent *all) {
    const struct style *style = any->style;
    compose_set_guides(list, any, 0);
    list->insets.right = compose_legend_width(list, style);
    list->edge = (struct point){all->from[0], all->from[1] - compose_head_height(list, style)};
    list->insets.top = compose_head_height(list, style);
    list->inner.width = all->to[0];
    all->from[1] -= list->insets.top;
    all->to[0] += list->insets.right;
}

static bool lay_view(struct views *views, struct view *view, struct extent *extent) {
    if (view->plot) {
        return lay_chart(views, view, extent);
    }
    struct arena *arena = views->context->arena;
    struct extent *extents = ARENA_ARRAY(arena, view->count, struct extent);
    for (size_t i = 0; i < view->count; i++) {
        if (!lay_view(views, &view->views[i], &extents[i])) {
            return false;
        }
    }
    *extent = lay_grid(arena, view, extents, views->plots[0]->style);
    add_guides(view, views->plots[0], extent);
    return true;
}

// From places in the list to places in the picture.
static void move_view(struct view *view, struct point by) {
    view->inner.x += by.x;
    view->inner.y += by.y;
    view->edge.x += view->inner.x;
    view->edge.y += view->inner.y;
    for (size_t i = 0; i < view->count; i++) {
        move_view(&view->views[i], (struct point){view->inner.x, view->inner.y});
    }
}

bool compose_follow(struct views *views, struct rect *content) {
    for (size_t i = 0; i < views->plot_count; i++) {
        views->plots[i]->follows = true;
    }
    struct extent all;
    if (!lay_view(views, &views->root, &all)) {
        return false;
    }
    move_view(&views->root, (struct point){content->x - all.from[0], content->y - all.from[1]});
    content->width = all.to[0] - all.from[0];
    content->height = all.to[1] - all.from[1];
    return true;
}
