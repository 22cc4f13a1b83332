// Fitting a map between title and foot.
#include "map/map_layout.h"

#include "base/i18n.h"
#include "document/remark.h"
#include "map/graticule.h"
#include "map/map_layer.h"
#include "map/map_places.h"
#include "map/map_regions.h"
#include "map/map_sphere.h"

#include <math.h>

// Of a picture whose height follows its content.
static const double LANDSCAPE = 9.0 / 16; // of wide pictures
static const double PORTRAIT_MOST = 1.25; // height by width, at most, of the map on a phone
static const double LEAST_SHARE = 0.33;   // height by width, at least
enum { DEFAULT_PX = 640 };

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

bool map_layout_is_below(const struct map *map) {
    return map->style->title_orient == TITLE_BOTTOM;
}

double map_layout_head(const struct map *map, const struct map_layout *layout) {
    double head = layout->frame.head_height;
    return head > 0 ? ceil(head + map->style->title_gap) : 0;
}

static double foot_space(const struct map *map, const struct map_layout *layout) {
    double foot = layout->frame.foot_height;
    return foot > 0 ? foot + map->style->foot_gap : 0;
}

// ---- the area of the map

// Styles whose pictures follow their plots say no width.
static double picture_width(const struct map *map) {
    double width = map->context->width > 0 ? map->context->width : map->style->width;
    return width > 0 ? width : DEFAULT_PX;
}

static void choose_area(struct map *map, struct map_layout *layout, struct rect bounds) {
    const struct map_context *context = map->context;
    double margin = map->style->margin;
    double taken = 2 * margin + map_layout_head(map, layout) + foot_space(map, layout);
    layout->width = picture_width(map);
    layout->height = context->width > 0 ? context->height : map->style->height;
    double width = layout->width - 2 * margin;
    if (!(layout->height > 0)) {
        double height = width * bounds.height / bounds.width;
        double most = layout->width >= MAP_WIDE_PX ? layout->width * LANDSCAPE - taken
                                                   : width * PORTRAIT_MOST;
        layout->height = ceil(taken + fmin(height, fmax(most, width * LEAST_SHARE)));
    }
    map->area = (struct rect){
        margin, margin + (map_layout_is_below(map) ? 0 : map_layout_head(map, layout)), width,
        layout->height - taken};
}

void map_layout_fit(struct map *map, struct rect bounds, struct rect area) {
    area = graticule_inside(map, area);
    map->px_per_metre = fmin(area.width / bounds.width, area.height / bounds.height);
    map->origin.x = area.x + area.width / 2 - (bounds.x + bounds.width / 2) * map->px_per_metre;
    map->origin.y = area.y + area.height / 2 + (bounds.y + bounds.height / 2) * map->px_per_metre;
}

// ---- the whole

static void place_texts(const struct map *map, struct map_layout *layout) {
    double margin = map->style->margin, width = layout->width - 2 * margin;
    layout->head = (struct rect){margin, margin, width, layout->frame.head_height};
    if (map_layout_is_below(map)) {
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
    double width = picture_width(map);
    layout->frame = frame_set(&map->guide, &texts, width - 2 * map->style->margin);
    map_insets_set(map, &layout->insets, width);
    struct str approval =
        document_text(map->context->document, map->guide.diag, json_get(map->json, "approval"));
    if (approval.len) {
        layout->approval = guide_set(&map->guide, &map->style->foot, approval, 0, TEXT_WRAP);
    }
    struct rect bounds = rect_union(map_layer_bounds(&map->subject), map_sphere_bounds(map));
    choose_area(map, layout, bounds);
    if (map->area.width < MAP_LEAST_PX || map->area.height < MAP_LEAST_PX) {
        diag_error(map->guide.diag, DIAG_LAYOUT, map->guide.place,
                   str_from(_("make the picture higher, or shorten its texts")),
                   _("titles and notes leave no room for the map"));
        return false;
    }
    set_legends(map, fill, layout);
    if (!map_places_find(map, layout, bounds)) {
        return false;
    }
    place_texts(map, layout);
    map_places_furniture(map, layout);
    map->taken = layout->taken;
    map->taken_count = layout->taken_count;
    map_layer_fit(map, &map->subject);
    map_regions_place(map);
    return true;
}
