// Fitting a map between title and foot, and finding the emptiest corner for its legend.
#include "map/map_layout.h"

#include "base/i18n.h"
#include "document/remark.h"
#include "map/border_grid.h"
#include "map/graticule.h"
#include "map/map_layer.h"
#include "map/map_regions.h"
#include "map/map_sphere.h"

#include <math.h>

// Of a picture whose height follows its content.
static const double LANDSCAPE = 9.0 / 16; // of wide pictures
static const double PORTRAIT_MOST = 1.25; // height by width, at most, of the map on a phone
static const double LEAST_SHARE = 0.33;   // height by width, at least
enum { WIDE_PX = 1200, LEAST_PX = 60 };

// ---- texts around the map

static struct frame_texts frame_words(const struct map *map) {
    const struct figure_request *request = map->request;
    const struct map_context *context = map->context;
    struct arena *arena = map->guide.arena;
    struct frame_texts texts = {
        .number = context->embedded ? STR_NONE : request->number,
        .title = request->title,
        .subtitle = request->subtitle,
        .credit = request->credit,
        .notes = request->notes,
        .note_count = request->note_count,
        .sources = request->sources,
        .source_count = request->source_count,
    };
    const struct source *source = &context->document->source;
    if (!texts.source_count && source->name.len && !context->embedded) {
        struct str *own = ARENA_NEW(arena, struct str);
        *own = remark_source(arena, source);
        texts.sources = own;
        texts.source_count = 1;
    }
    return texts;
}

static bool is_below(const struct map *map) {
    return map->style->title_orient == TITLE_BOTTOM;
}

static double head_space(const struct map *map, const struct map_layout *layout) {
    double head = layout->frame.head_height;
    return head > 0 ? ceil(head + map->style->title_gap) : 0;
}

static double foot_space(const struct map *map, const struct map_layout *layout) {
    double foot = layout->frame.foot_height;
    return foot > 0 ? foot + map->style->foot_gap : 0;
}

// ---- the area of the map

static void choose_area(struct map *map, struct map_layout *layout, struct rect bounds) {
    const struct map_context *context = map->context;
    double margin = map->style->margin;
    double taken = 2 * margin + head_space(map, layout) + foot_space(map, layout);
    layout->width = context->width > 0 ? context->width : map->style->width;
    layout->height = context->width > 0 ? context->height : map->style->height;
    double width = layout->width - 2 * margin;
    if (!(layout->height > 0)) {
        double height = width * bounds.height / bounds.width;
        double most =
            layout->width >= WIDE_PX ? layout->width * LANDSCAPE - taken : width * PORTRAIT_MOST;
        layout->height = ceil(taken + fmin(height, fmax(most, width * LEAST_SHARE)));
    }
    map->area = (struct rect){margin, margin + (is_below(map) ? 0 : head_space(map, layout)), width,
                              layout->height - taken};
}

static void fit(struct map *map, struct rect bounds, struct rect area) {
    area = graticule_inside(map, area);
    map->px_per_metre = fmin(area.width / bounds.width, area.height / bounds.height);
    map->origin.x = area.x + area.width / 2 - (bounds.x + bounds.width / 2) * map->px_per_metre;
    map->origin.y = area.y + area.height / 2 + (bounds.y + bounds.height / 2) * map->px_per_metre;
}

// Whether the picture's height follows its content and is that of a page to scroll.
static bool is_free(const struct map *map, const struct map_layout *layout) {
    double height = map->context->width > 0 ? map->context->height : map->style->height;
    return !(height > 0) && layout->width < WIDE_PX;
}

// ---- where the subject is: a coarse picture of it

// Borders alone are marked: regions are small beside a legend, and the corner of a large one is
// told from outside by the sum of what lies between borders.
static struct border_grid make_mask(const struct map *map) {
    // The subject's places are metres, northwards, until the layer is fitted.
    return border_grid_make(
        map, (struct border_scale){map->origin, map->px_per_metre, -map->px_per_metre});
}

// Whether a box keeps off the subject and what has its place.
static bool is_clear(const struct map *map, const struct map_layout *layout,
                     const struct border_grid *mask, struct rect box) {
    double gap = map->style->label.size;
    struct rect around = {box.x - gap, box.y - gap, box.width + 2 * gap, box.height + 2 * gap};
    for (size_t i = 0; i < layout->taken_count; i++) {
        if (rect_overlaps(around, layout->taken[i])) {
            return false;
        }
    }
    return !border_grid_count(mask, around);
}

// Corners of the area in the order in which a box looks for its place.
enum corner { BOTTOM_LEFT, BOTTOM_RIGHT, TOP_LEFT, TOP_RIGHT, CORNERS };
static const enum corner for_legends[CORNERS] = {BOTTOM_LEFT, BOTTOM_RIGHT, TOP_LEFT, TOP_RIGHT};
static const enum corner for_approval[CORNERS] = {BOTTOM_RIGHT, BOTTOM_LEFT, TOP_RIGHT, TOP_LEFT};
static const enum corner for_insets[CORNERS] = {TOP_RIGHT, BOTTOM_RIGHT, TOP_LEFT, BOTTOM_LEFT};
static const enum corner for_bars[CORNERS] = {BOTTOM_RIGHT, BOTTOM_LEFT, TOP_RIGHT, TOP_LEFT};
static const enum corner for_arrows[CORNERS] = {TOP_RIGHT, TOP_LEFT, BOTTOM_RIGHT, BOTTOM_LEFT};

// The first corner where the box is clear, above or below what stands there already.
static bool find_place(const struct map *map, struct map_layout *layout,
                       const struct border_grid *mask, struct rect *box,
                       const enum corner order[CORNERS]) {
    double gap = map->style->label.size;
    for (size_t i = 0; i < CORNERS; i++) {
        bool right = order[i] == BOTTOM_RIGHT || order[i] == TOP_RIGHT;
        bool bottom = order[i] == BOTTOM_RIGHT || order[i] == BOTTOM_LEFT;
        double most = fmax(0, map->area.height - box->height);
        for (double away = 0; away <= most / 2; away += gap) {
            box->x = right ? rect_right(map->area) - box->width : map->area.x;
            box->y = map->area.y + (bottom ? most - away : away);
            if (box->height <= map->area.height && is_clear(map, layout, mask, *box)) {
                layout->taken[layout->taken_count++] = *box;
                return true;
            }
        }
    }
    return false;
}

// Review number, legend and insets, each in a corner; true when all of them are clear.
static bool find_corners(const struct map *map, struct map_layout *layout) {
    struct border_grid mask = make_mask(map);
    layout->taken_count = 0;
    if (layout->title.width > 0) {
        layout->taken[layout->taken_count++] = layout->title;
    }
    if (layout->approval) {
        struct rect words = {0, 0, layout->approval->width, layout->approval->height};
        if (!find_place(map, layout, &mask, &words, for_approval)) {
            words.x = rect_right(map->area) - words.width;
            words.y = rect_bottom(map->area) - words.height;
            layout->taken[layout->taken_count++] = words;
        }
        layout->approval_corner = (struct point){words.x, words.y};
    }
    struct rect legend = {0, 0, layout->legend.width, layout->legend.height};
    layout->legend_placed =
        !(legend.width > 0) || find_place(map, layout, &mask, &legend, for_legends);
    bool found = layout->legend_placed;
    layout->legend_corner = (struct point){legend.x, legend.y};
    for (size_t i = 0; i < layout->insets.count; i++) {
        struct map_inset *inset = &layout->insets.items[i];
        struct rect box = {0, 0, inset->width, inset->height};
        inset->placed = find_place(map, layout, &mask, &box, for_insets);
        inset->corner = (struct point){box.x, box.y};
        found = found && inset->placed;
    }
    return found;
}

// In a wide picture a map may rise beside a short title: as high as the picture, in the middle or
// to the right of it. False, with nothing changed, when it does not fit there.
static bool fill_height(struct map *map, struct map_layout *layout, struct rect bounds) {
    const struct frame *frame = &layout->frame;
    struct map before = *map;
    double head = head_space(map, layout), gap = map->style->label.size;
    if (is_below(map) || map->style->title_anchor != TITLE_START || !(head > 0) ||
        layout->width < WIDE_PX) {
        return false;
    }
    double words =
        fmax(frame->title ? frame->title->width : 0, frame->subtitle ? frame->subtitle->width : 0);
    layout->title = (struct rect){map->area.x, map->area.y - head, words + gap, head};
    map->area.y -= head;
    map->area.height += head;
    enum { TRIES = 6 };
    for (int i = 0; i < TRIES; i++) { // in the middle, then ever smaller to the right
        double share = i < 2 ? 1 : 1 - 0.05 * (i - 1);
        struct rect area = map->area;
        area.y += area.height * (1 - share);
        area.height *= share;
        fit(map, bounds, area);
        double room = graticule_inside(map, area).width - bounds.width * map->px_per_metre;
        map->origin.x += i ? room / 2 : 0;
        struct border_grid mask = make_mask(map);
        if (room > 0 && !border_grid_count(&mask, layout->title) && find_corners(map, layout)) {
            return true;
        }
    }
    *map = before;
    layout->title = (struct rect){0};
    return false;
}

// A map narrower than its area moves to the right; back again where that is no help.
static bool move_right(struct map *map, struct map_layout *layout, struct rect bounds) {
    double room = graticule_inside(map, map->area).width - bounds.width * map->px_per_metre;
    map->origin.x += room / 2;
    if (room > 0 && find_corners(map, layout)) {
        return true;
    }
    map->origin.x -= room / 2;
    find_corners(map, layout);
    return false;
}

// A narrow picture of free height grows until the legend fits below the map's hollows.
static void grow(struct map *map, struct map_layout *layout) {
    double step = map->style->label.size, most = layout->legend.height + 2 * step;
    for (double more = 0; more < most; more += step) {
        map->area.height += step;
        layout->height += step;
        if (find_corners(map, layout)) {
            return;
        }
    }
}

// A column of its own beside the map, or in tall pictures a row below it.
static void put_beside(struct map *map, struct map_layout *layout, struct rect bounds) {
    double gap = 2 * map->style->label.size;
    struct rect rest = map->area;
    bool below = map->area.height > map->area.width;
    if (below) {
        rest.height -= layout->legend.height + gap;
        layout->legend_corner = (struct point){rest.x, rect_bottom(rest) + gap};
    } else {
        rest.width -= layout->legend.width + gap;
        layout->legend_corner = (struct point){rect_right(rest) + gap,
                                               rest.y + (rest.height - layout->legend.height) / 2};
    }
    if (rest.width > LEAST_PX && rest.height > LEAST_PX) {
        fit(map, bounds, rest);
    }
    layout->taken[layout->taken_count++] =
        (struct rect){layout->legend_corner.x, layout->legend_corner.y, layout->legend.width,
                      layout->legend.height};
}

// ---- scale bar, north arrow and the legend of symbols

static void place_one(const struct map *map, struct map_layout *layout,
                      const struct border_grid *mask, struct rect *box,
                      const enum corner order[CORNERS]) {
    if (box->width > 0 && !find_place(map, layout, mask, box, order)) {
        *box = (struct rect){0};
        diag_warning(map->guide.diag, DIAG_LAYOUT, json_place(map->guide.arena, map->json),
                     str_from(_("make the picture larger")),
                     _("no corner of the map is free for scale bar, north arrow, sizes of symbols "
                       "or widths of flows"));
    }
}

// After the map has its size for good: they depend on it.
static void place_furniture(struct map *map, struct map_layout *layout) {
    struct border_grid mask = make_mask(map);
    struct map_furniture *furniture = &layout->furniture;
    map_symbols_set(map, &layout->symbols);
    place_one(map, layout, &mask, &layout->symbols.legend_box, for_legends);
    map_flows_set(map, &layout->flows);
    place_one(map, layout, &mask, &layout->flows.legend_box, for_legends);
    map_furniture_set(map, furniture);
    place_one(map, layout, &mask, &furniture->bar_box, for_bars);
    place_one(map, layout, &mask, &furniture->arrow_box, for_arrows);
    map_furniture_turn(map, furniture);
}

// ---- the whole

static void place_texts(const struct map *map, struct map_layout *layout) {
    double margin = map->style->margin, width = layout->width - 2 * margin;
    layout->head = (struct rect){margin, margin, width, layout->frame.head_height};
    if (is_below(map)) {
        layout->head.y = rect_bottom(map->area) + map->style->title_gap;
    }
    layout->foot = (struct rect){margin, layout->height - margin - layout->frame.foot_height, width,
                                 layout->frame.foot_height};
}

bool map_layout_make(struct map *map, const struct fill *fill, struct map_layout *layout) {
    struct frame_texts texts = frame_words(map);
    double width = map->context->width > 0 ? map->context->width : map->style->width;
    layout->frame = frame_set(&map->guide, &texts, width - 2 * map->style->margin);
    map_insets_set(map, &layout->insets, width);
    layout->legend = fill_legend_set(map, fill);
    struct str approval =
        document_text(map->context->document, map->guide.diag, json_get(map->json, "approval"));
    if (approval.len) {
        layout->approval = guide_set(&map->guide, &map->style->foot, approval, 0, TEXT_WRAP);
    }
    struct rect bounds = rect_union(map_layer_bounds(&map->subject), map_sphere_bounds(map));
    choose_area(map, layout, bounds);
    if (map->area.width < LEAST_PX || map->area.height < LEAST_PX) {
        diag_error(map->guide.diag, DIAG_LAYOUT, map->guide.place,
                   str_from(_("make the picture higher, or shorten its texts")),
                   _("titles and notes leave no room for the map"));
        return false;
    }
    fit(map, bounds, map->area);
    bool placed = fill_height(map, layout, bounds) || find_corners(map, layout) ||
                  move_right(map, layout, bounds) || layout->legend_placed;
    if (!placed && is_free(map, layout)) {
        grow(map, layout);
    } else if (!placed) {
        put_beside(map, layout, bounds);
    }
    place_texts(map, layout);
    place_furniture(map, layout);
    map->taken = layout->taken;
    map->taken_count = layout->taken_count;
    map_layer_fit(map, &map->subject);
    map_regions_place(map);
    return true;
}
