// Small maps beside the main one.
#include "map/map_inset.h"

#include "base/i18n.h"
#include "map/inset_link.h"
#include "map/map_ground.h"
#include "map/map_layer.h"
#include "map/map_regions.h"
#include "map/map_subject.h"

#include <math.h>

static const double SHARE = 0.17;     // of the picture's width, when nothing else is said
static const double TALLEST = 1.3;    // height by width
static const double BAR_SHARE = 0.6;  // of the scale bar, by the inset's width, at most
static const double PADDING_EM = 0.5; // inside the frame, of the label's size

// metres around the outline of an extent in degrees.
static struct rect project_extent(const struct projection *projection, struct rect extent) {
    enum { STEPS = 24 };
    struct point least = {INFINITY, INFINITY}, most = {-INFINITY, -INFINITY};
    for (int i = 0; i <= STEPS; i++) {
        double x = extent.x + extent.width * i / STEPS, y = extent.y + extent.height * i / STEPS;
        const struct point round[] = {
            {x, extent.y}, {x, rect_bottom(extent)}, {extent.x, y}, {rect_right(extent), y}};
        for (int k = 0; k < 4; k++) {
            struct point at = projection_forward(projection, round[k].x, round[k].y);
            least = (struct point){fmin(least.x, at.x), fmin(least.y, at.y)};
            most = (struct point){fmax(most.x, at.x), fmax(most.y, at.y)};
        }
    }
    return (struct rect){least.x, least.y, most.x - least.x, most.y - least.y};
}

// [west, south, east, north].
static bool read_extent(const struct map *map, const struct json *json, struct map_inset *inset) {
    double west = json_at(json, 0)->number, south = json_at(json, 1)->number;
    double east = json_at(json, 2)->number, north = json_at(json, 3)->number;
    if (!(east > west) || !(north > south) || south < -90 || north > 90 || inset->map.plane) {
        diag_error(map->guide.diag, DIAG_OUT_OF_RANGE, json_place(map->guide.arena, json), STR_NONE,
                   _("an extent is [west, south, east, north] in degrees, of true boundaries"));
        return false;
    }
    inset->extent = (struct rect){west, south, east - west, north - south};
    inset->bounds = project_extent(&inset->map.projection, inset->extent);
    return true;
}

static bool load(const struct map *map, const struct json *json, struct map_inset *inset) {
    inset->map = (struct map){
        .context = map->context,
        .guide = map->guide,
        .style = map->style,
        .request = map->request,
        .json = json,
    };
    if (!map_subject_load(&inset->map) || !map_regions_highlight(&inset->map)) {
        return false;
    }
    const struct json *extent = json_get(json, "extent");
    inset->bounds = map_layer_bounds(&inset->map.subject);
    return !extent || read_extent(map, extent, inset);
}

bool map_insets_load(const struct map *map, struct map_insets *insets) {
    const struct json *list = json_get(map->json, "insets");
    if (!list) {
        return true;
    }
    insets->items = ARENA_ARRAY(map->guide.arena, list->count, struct map_inset);
    for (const struct json *item = list->first; item; item = item->next) {
        if (!load(map, item, &insets->items[insets->count++])) {
            return false;
        }
    }
    return true;
}

static double padding(const struct map *map) {
    return PADDING_EM * map->style->label.size;
}

static double title_height(const struct map *map, const struct map_inset *inset) {
    return inset->title ? inset->title->height + padding(map) : 0;
}

static void fit(struct map_inset *inset, struct rect area) {
    struct map *map = &inset->map;
    map->area = area;
    map->px_per_metre = fmin(area.width / inset->bounds.width, area.height / inset->bounds.height);
    map->origin.x =
        area.x + area.width / 2 - (inset->bounds.x + inset->bounds.width / 2) * map->px_per_metre;
    map->origin.y =
        area.y + area.height / 2 + (inset->bounds.y + inset->bounds.height / 2) * map->px_per_metre;
}

void map_insets_set(const struct map *map, struct map_insets *insets, double width) {
    for (size_t i = 0; i < insets->count; i++) {
        struct map_inset *inset = &insets->items[i];
        struct str title = document_text(map->context->document, map->guide.diag,
                                         json_get(inset->map.json, "title"));
        inset->width = width * json_number(json_get(inset->map.json, "width"), SHARE);
        if (title.len) {
            inset->title =
                guide_set(&map->guide, &map->style->foot, title, inset->width, TEXT_BALANCE);
        }
        double inner = inset->width - 2 * padding(map);
        double shape = fmin(inset->bounds.height / inset->bounds.width, TALLEST);
        inset->height = inner * shape + 2 * padding(map) + title_height(map, inset);
        fit(inset, (struct rect){0, 0, inner, inner * shape});
        if (json_bool(json_get(inset->map.json, "scaleBar"), false)) {
            struct point middle = {inner / 2, inner * shape / 2};
            inset->bar = scale_bar_set(&map->guide, map_ground_scale(&inset->map, middle),
                                       BAR_SHARE * inner);
            inset->height += inset->bar.height + padding(map);
        }
    }
}

static void draw(struct map *map, struct map_inset *inset) {
    double above = title_height(map, inset);
    double below = inset->bar.width > 0 ? inset->bar.height + padding(map) : 0;
    struct rect box = {inset->corner.x, inset->corner.y + above, inset->width,
                       inset->height - above - below};
    scene_open_group(map->scene, ROLE_FRAME, inset->title ? inset->title->words : STR_NONE);
    struct scene_item *frame =
        scene_add_rect(map->scene, ROLE_BORDER, OWNER_NONE, box, paint_solid(map->style->paper));
    frame->path.stroke =
        (struct stroke){.paint = paint_solid(map->style->rule), .width = map->style->rule_width};
    inset->map.scene = map->scene;
    fit(inset, rect_inset(box, padding(map)));
    map_layer_fit(&inset->map, &inset->map.subject);
    map_subject_draw(&inset->map);
    if (json_bool(json_get(inset->map.json, "link"), false)) {
        inset_link_draw(map, inset, box);
    }
    if (inset->bar.width > 0) {
        scale_bar_draw(&map->guide, map->scene, &inset->bar,
                       (struct point){box.x, rect_bottom(box) + padding(map)});
    }
    if (inset->title) {
        struct text_placement place = {
            .at = inset->corner, .align = ALIGN_START, .baseline = BASELINE_TOP};
        text_place(map->scene, ROLE_LEGEND_LABEL, OWNER_NONE, inset->title, &place);
    }
    scene_close_group(map->scene);
    map_add_obstacle(map,
                     (struct rect){inset->corner.x, inset->corner.y, inset->width, inset->height});
}

void map_insets_draw(struct map *map, struct map_insets *insets) {
    for (size_t i = 0; i < insets->count; i++) {
        if (insets->items[i].placed) {
            draw(map, &insets->items[i]);
        } else {
            diag_warning(map->guide.diag, DIAG_LAYOUT,
                         json_place(map->guide.arena, insets->items[i].map.json),
                         str_from(_("make the picture wider, or the inset smaller (\"width\")")),
                         _("no corner of the map is free for the inset"));
        }
    }
}
