// Fitting a map between title and foot, and finding the emptiest corner for its legend.
#include "map/map_layout.h"

#include "base/i18n.h"
#include "document/remark.h"
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
        *own = remark_source(arena, context->document);
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

// ---- corners

static const enum corner for_legends[CORNERS] = {BOTTOM_LEFT, BOTTOM_RIGHT, TOP_LEFT, TOP_RIGHT};
static const enum corner for_approval[CORNERS] = {BOTTOM_RIGHT, BOTTOM_LEFT, TOP_RIGHT, TOP_LEFT};
static const enum corner for_insets[CORNERS] = {TOP_RIGHT, BOTTOM_RIGHT, TOP_LEFT, BOTTOM_LEFT};
static const enum corner for_bars[CORNERS] = {BOTTOM_RIGHT, BOTTOM_LEFT, TOP_RIGHT, TOP_LEFT};
static const enum corner for_arrows[CORNERS] = {TOP_RIGHT, TOP_LEFT, BOTTOM_RIGHT, BOTTOM_LEFT};

static void place_approval(struct map_layout *layout, struct corners *corners) {
    struct rect area = corners->map->area;
    if (!layout->approval) {
        return;
    }
    struct rect words = {0, 0, layout->approval->width, layout->approval->height};
    if (!corners_find(corners, &words, for_approval)) {
        words.x = rect_right(area) - words.width;
        words.y = rect_bottom(area) - words.height;
        corners_take(corners, words);
    }
    layout->approval_corner = (struct point){words.x, words.y};
}

static bool place_insets(struct map_layout *layout, struct corners *corners) {
    bool found = true;
    for (size_t i = 0; i < layout->insets.count; i++) {
        struct map_inset *inset = &layout->insets.items[i];
        struct rect box = {0, 0, inset->width, inset->height};
        inset->placed = corners_find(corners, &box, for_insets);
        inset->corner = (struct point){box.x, box.y};
        found = found && inset->placed;
    }
    return found;
}

// Review number, legends and insets, each in a corner; true when all of them are clear.
static bool find_corners(const struct map *map, struct map_layout *layout) {
    layout->taken_count = 0;
    struct corners corners = corners_open(map, layout->taken, &layout->taken_count);
    if (layout->title.width > 0) {
        corners_take(&corners, layout->title);
    }
    place_approval(layout, &corners);
    layout->legends_placed = true;
    for (size_t i = 0; i < layout->legend_count; i++) {
        bool found = corners_find(&corners, layout->legends[i], for_legends);
        layout->legends_placed = layout->legends_placed && found;
    }
    return place_insets(layout, &corners) && layout->legends_placed;
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
        size_t none = 0;
        struct corners corners = corners_open(map, layout->taken, &none);
        if (room > 0 && !border_grid_count(&corners.mask, layout->title) &&
            find_corners(map, layout)) {
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

// px of all legends one below the other.
static struct rect legends_size(const struct map *map, const struct map_layout *layout) {
    struct rect size = {0};
    for (size_t i = 0; i < layout->legend_count; i++) {
        size.width = fmax(size.width, layout->legends[i]->width);
        size.height += layout->legends[i]->height + (i ? map->style->label.size : 0);
    }
    return size;
}

// A narrow picture of free height grows until legends and insets fit below the map's hollows.
static bool grow(struct map *map, struct map_layout *layout) {
    double step = map->style->label.size, before = map->area.height, height = layout->height;
    double most = legends_size(map, layout).height + 2 * step * (double)layout->legend_count;
    for (size_t i = 0; i < layout->insets.count; i++) {
        most += layout->insets.items[i].height + 2 * step;
    }
    for (double more = step; more < most + step; more += step) {
        map->area.height = before + more;
        layout->height = height + more;
        if (find_corners(map, layout)) {
            return true;
        }
    }
    map->area.height = before;
    layout->height = height;
    find_corners(map, layout);
    return false;
}

// A column of their own beside the map, or in tall pictures a row below it.
static void put_beside(struct map *map, struct map_layout *layout, struct rect bounds) {
    double gap = 2 * map->style->label.size;
    struct rect rest = map->area, size = legends_size(map, layout);
    bool below = map->area.height > map->area.width;
    if (below) {
        rest.height -= size.height + gap;
        size.x = rest.x;
        size.y = rect_bottom(rest) + gap;
    } else {
        rest.width -= size.width + gap;
        size.x = rect_right(rest) + gap;
        size.y = rest.y + (rest.height - size.height) / 2;
    }
    if (rest.width > LEAST_PX && rest.height > LEAST_PX) {
        fit(map, bounds, rest);
    }
    layout->taken_count = 0;
    struct corners corners = corners_open(map, layout->taken, &layout->taken_count);
    for (size_t i = 0; i < layout->legend_count; i++) {
        layout->legends[i]->x = size.x;
        layout->legends[i]->y = size.y;
        corners_take(&corners, *layout->legends[i]);
        size.y += layout->legends[i]->height + gap / 2;
    }
    place_approval(layout, &corners);
    place_insets(layout, &corners);
}

// ---- scale bar and north arrow

static void place_one(struct corners *corners, struct rect *box, const enum corner order[CORNERS]) {
    const struct map *map = corners->map;
    if (box->width > 0 && !corners_find(corners, box, order)) {
        *box = (struct rect){0};
        diag_warning(map->guide.diag, DIAG_LAYOUT, json_place(map->guide.arena, map->json),
                     str_from(_("make the picture larger")),
                     _("no corner of the map is free for scale bar or north arrow"));
    }
}

// After the map has its size for good: they depend on it.
static void place_furniture(struct map *map, struct map_layout *layout) {
    struct corners corners = corners_open(map, layout->taken, &layout->taken_count);
    struct map_furniture *furniture = &layout->furniture;
    map_furniture_set(map, furniture);
    place_one(&corners, &furniture->bar_box, for_bars);
    place_one(&corners, &furniture->arrow_box, for_arrows);
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

// Sizes the legends of colours, symbols and flows.
static void set_legends(const struct map *map, const struct fill *fill, struct map_layout *layout) {
    layout->legend = fill_legend_set(map, fill);
    layout->legend_box = (struct rect){0, 0, layout->legend.width, layout->legend.height};
    map_symbols_set(map, &layout->symbols);
    map_flows_set(map, &layout->flows);
    struct rect *const all[] = {&layout->legend_box, &layout->symbols.legend_box,
                                &layout->flows.legend_box};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (all[i]->width > 0) {
            layout->legends[layout->legend_count++] = all[i];
        }
    }
}

bool map_layout_make(struct map *map, const struct fill *fill, struct map_layout *layout) {
    struct frame_texts texts = frame_words(map);
    double width = map->context->width > 0 ? map->context->width : map->style->width;
    layout->frame = frame_set(&map->guide, &texts, width - 2 * map->style->margin);
    map_insets_set(map, &layout->insets, width);
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
    set_legends(map, fill, layout);
    fit(map, bounds, map->area);
    bool placed = fill_height(map, layout, bounds) || find_corners(map, layout) ||
                  move_right(map, layout, bounds) || (is_free(map, layout) && grow(map, layout));
    if (!placed && !layout->legends_placed) {
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
