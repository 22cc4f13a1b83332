// Arrows of flows: places, bends, widths.
#include "map/map_flows.h"

#include "base/i18n.h"
#include "base/sort.h"
#include "map/fill_words.h"
#include "map/flow_bends.h"
#include "map/flow_course.h"
#include "map/flow_rows.h"
#include "map/map_words.h"

#include <math.h>

static const double MOST_WIDTH_EM = 0.8; // of the widest arrow before its head
static const double GAP_EM = 0.22;       // between two arrows

// ---- reading

// All flows have a value, or none has.
static bool check_values(const struct map *map, struct map_flows *flows) {
    bool sound = true;
    for (size_t i = 0; i < flows->count; i++) {
        flows->valued = flows->valued || !isnan(flows->items[i].value);
        flows->largest = fmax(flows->largest, flows->items[i].value);
    }
    for (size_t i = 0; flows->valued && i < flows->count; i++) {
        if (isnan(flows->items[i].value)) {
            diag_error(map->guide.diag, DIAG_MISSING_FIELD, flows->items[i].place, STR_NONE,
                       _("the flow has no value, while others have one"));
            sound = false;
        }
    }
    if (flows->valued && !(flows->largest > 0)) {
        diag_error(map->guide.diag, DIAG_EMPTY_DATA, flows->items[0].place, STR_NONE,
                   _("no flow has a value above zero"));
        sound = false;
    }
    return sound;
}

static void read_looks(struct map *map, const struct json *json, struct map_flows *flows) {
    const struct json *labels = json_get(json, "labels"), *curve = json_get(json, "curve");
    flows->shown = json_bool(json_get(json, "legend"), true);
    flows->great_circles = curve && str_is(curve->string, "greatCircle");
    if (labels && !str_is(labels->string, "none")) {
        flows->labels = str_is(labels->string, "along") ? FLOW_LABELS_ALONG : FLOW_LABELS_END;
    }
    if (!flows->valued) {
        return;
    }
    fill_choose_scale(map, &flows->amounts, flows->largest);
    bool named = json_get(json, "title") || json_get(json, "field");
    flows->amounts.title = named ? fill_title(map, &flows->amounts, json) : STR_NONE;
}

bool map_flows_read(struct map *map, struct map_flows *flows) {
    const struct json *json = json_get(map->json, "flows");
    if (!json) {
        return true;
    }
    *flows = (struct map_flows){.amounts = {.scale = 1}};
    if (!flow_rows_read(map, json, flows) || !check_values(map, flows)) {
        return false;
    }
    read_looks(map, json, flows);
    return true;
}

// ---- the legend

struct writer {
    struct arena *arena;
    const struct fill *amounts;
};

static struct str write_amount(void *context, double value) {
    const struct writer *writer = context;
    return fill_amount(writer->arena, writer->amounts, value);
}

static struct flow_scale scale_of(const struct map *map, const struct map_flows *flows) {
    double em = map->style->label.size;
    return (struct flow_scale){flows->largest, MOST_WIDTH_EM * em, em};
}

void map_flows_set(const struct map *map, struct map_flows *flows) {
    if (!flows->valued || !flows->shown) {
        return;
    }
    struct flow_scale scale = scale_of(map, flows);
    struct writer writer = {map->guide.arena, &flows->amounts};
    flows->legend =
        flow_legend_set(&map->guide, &scale, flows->amounts.title, write_amount, &writer);
    flows->legend_box = (struct rect){0, 0, flows->legend.width, flows->legend.height};
}

// ---- arrows

// px from the middle of a tile or circle to its edge.
static double reach_of(const struct map_region *region) {
    return region ? fmin(region->box.width, region->box.height) / 2 : 0;
}

static void make_arrow(const struct map *map, const struct map_flows *flows,
                       struct map_flow *flow) {
    double em = map->style->label.size;
    flow->arrow = (struct flow){
        .from = flow->start.at,
        .to = flow->end.at,
        .start_width = 0.12 * em,
        .end_width = 0.34 * em,
        .head_length = 0.9 * em,
        .head_width = 0.95 * em,
        .start_gap = 0.45 * em,
        .end_gap = 0.35 * em,
    };
    if (flows->valued) {
        struct flow_scale scale = scale_of(map, flows);
        flow_scale_apply(&scale, flow->value, &flow->arrow);
    }
    if (map->plane) { // from edge to edge, so that the names inside are read
        flow->arrow.start_gap = reach_of(flow->start.region);
        flow->arrow.end_gap = reach_of(flow->end.region) + 0.1 * em;
    }
}

// Squares along the arrow, close enough that no name slips between them.
static void keep_off(const struct map *map, const struct flow *flow, struct map_busy *busy) {
    double side = fmax(0.6 * map->style->label.size, 1.1 * flow->end_width);
    double length = flow_length(flow), end = length - flow->end_gap;
    double steps = fmax(2, ceil((end - flow->start_gap) / (0.7 * side)));
    for (double i = 0; i <= steps && end > flow->start_gap; i++) {
        double share = (flow->start_gap + (end - flow->start_gap) * i / steps) / length;
        struct point direction, at = flow_point(flow, share, &direction);
        map_busy_add(busy, (struct rect){at.x - side / 2, at.y - side / 2, side, side});
    }
    if (end > flow->start_gap && flow->head_length > 0) {
        double head = fmax(flow->head_width, flow->head_length);
        double share = fmax(0, end - flow->head_length / 2) / length;
        struct point direction, at = flow_point(flow, share, &direction);
        map_busy_add(busy, (struct rect){at.x - head / 2, at.y - head / 2, head, head});
    }
}

static void draw_origin(const struct map *map, struct point at, struct map_busy *busy) {
    double radius = 0.26 * map->style->label.size;
    struct path_builder dot = PATH_BUILDER(map->guide.arena);
    path_circle(&dot, at, radius);
    scene_add_path(map->scene, ROLE_MARK_SYMBOL, OWNER_NONE,
                   (struct scene_path){.path = path_done(&dot),
                                       .fill = paint_solid(map->style->ink),
                                       .stroke = {.paint = paint_solid(map->style->paper),
                                                  .width = 0.07 * map->style->label.size},
                                       .opacity = 1});
    map_busy_add(busy, (struct rect){at.x - radius, at.y - radius, 2 * radius, 2 * radius});
}

static struct str datum(const struct map *map, const struct map_flows *flows,
                        const struct map_flow *flow) {
    struct arena *arena = map->guide.arena;
    struct str from = flow->start.words.len ? flow->start.words : flow->from.words;
    struct str to = flow->end.words.len ? flow->end.words : flow->to.words;
    struct str way = str_printf(arena, "%.*s→%.*s", STR_ARG(from), STR_ARG(to));
    if (!flows->valued) {
        return way;
    }
    struct str amount = fill_amount(arena, &flows->amounts, flow->value);
    const char *colon = punctuation_of(map->guide.language)->colon;
    return str_printf(arena, "%.*s%s%.*s", STR_ARG(way), colon, STR_ARG(amount));
}

// One arrow, or the parts of it where the projection cuts its way.
static void draw_arrow(const struct map *map, const struct map_flows *flows,
                       const struct map_flow *flow, struct map_busy *busy) {
    struct flow_course course = flows->great_circles
                                    ? flow_course_make(map, flow->start.at, flow->end.at)
                                    : (struct flow_course){.count = 1};
    for (size_t i = 0; i < course.count; i++) {
        struct flow part =
            flows->great_circles ? flow_course_part(&course, i, &flow->arrow) : flow->arrow;
        struct path outline = flow_outline(map->guide.arena, &part);
        if (!outline.verb_count) {
            continue;
        }
        // The halo lies under the arrow: over a thin one it would hide it.
        scene_add_path(map->scene, ROLE_BORDER, OWNER_NONE,
                       (struct scene_path){.path = outline,
                                           .stroke = {.paint = paint_solid(map->style->paper),
                                                      .width = 0.14 * map->style->label.size,
                                                      .join = JOIN_ROUND},
                                           .opacity = 1});
        struct scene_item *item = scene_add_path(
            map->scene, ROLE_MARK_SHAPE, OWNER_NONE,
            (struct scene_path){
                .path = outline, .fill = paint_solid(map->style->accent), .opacity = 1});
        item->label = datum(map, flows, flow);
        keep_off(map, &part, busy);
    }
}

static int wider_first(const void *a, const void *b, const void *context) {
    (void)context;
    double p = ((const struct map_flow *)a)->value, q = ((const struct map_flow *)b)->value;
    return (p < q) - (p > q);
}

// Those with a value of zero have no arrow.
static bool is_drawn(const struct map_flows *flows, const struct map_flow *flow) {
    return !flows->valued || flow->value > 0;
}

// The middles of tiles and circles, where their names stand.
static const struct rect *list_names(const struct map *map, size_t *count) {
    *count = map->plane ? map->region_count : 0;
    struct rect *all = ARENA_ARRAY(map->guide.arena, *count, struct rect);
    for (size_t i = 0; i < *count; i++) {
        struct rect box = map->regions[i].box;
        all[i] = rect_inset(box, 0.12 * box.width);
    }
    return all;
}

static void bend(const struct map *map, struct map_flows *flows) {
    struct arena *arena = map->guide.arena;
    struct flow *arrows = ARENA_ARRAY(arena, flows->count, struct flow);
    size_t count = 0;
    for (size_t i = 0; i < flows->count && is_drawn(flows, &flows->items[i]); i++) {
        arrows[count++] = flows->items[i].arrow;
    }
    struct flow_space space = {.arena = arena,
                               .area = map->area,
                               .avoid = map->obstacles,
                               .avoid_count = map->obstacle_count,
                               .gap = GAP_EM * map->style->label.size};
    space.names = list_names(map, &space.name_count);
    flow_bends_choose(&space, arrows, count);
    for (size_t i = 0; i < count; i++) {
        flows->items[i].arrow.bend = arrows[i].bend;
    }
}

static bool find_places(const struct map *map, struct map_flows *flows) {
    bool sound = true;
    for (size_t i = 0; i < flows->count; i++) {
        struct map_flow *flow = &flows->items[i];
        bool found = map_spot_locate(map, &flow->from, &flow->start);
        found = map_spot_locate(map, &flow->to, &flow->end) && found;
        make_arrow(map, flows, flow);
        sound = sound && found;
    }
    return sound;
}

bool map_flows_draw(struct map *map, struct map_flows *flows, struct map_busy *busy) {
    if (!find_places(map, flows)) {
        return false;
    }
    struct rect box = flows->legend_box;
    if (box.width > 0) {
        flow_legend_draw(&map->guide, map->scene, &flows->legend, (struct point){box.x, box.y});
        map_add_obstacle(map, box);
    }
    if (flows->valued) { // thin arrows lie on wide ones, and these choose their bends first
        sort_stable(map->guide.arena, flows->items, flows->count, sizeof *flows->items, wider_first,
                    NULL);
    }
    if (!flows->great_circles) {
        bend(map, flows);
    }
    for (size_t i = 0; i < flows->count && is_drawn(flows, &flows->items[i]); i++) {
        draw_arrow(map, flows, &flows->items[i], busy);
    }
    for (size_t i = 0; i < flows->count && !map->plane; i++) {
        draw_origin(map, flows->items[i].start.at, busy);
    }
    return true;
}

struct str map_flows_describe(const struct map *map, const struct map_flows *flows) {
    if (!flows->count) {
        return STR_NONE;
    }
    struct buf out = BUF_INIT(map->guide.arena);
    const struct map_words *say = map_words_of(map->guide.language);
    buf_add_text(&out, flows->valued ? say->widths : say->flows);
    if (flows->valued) {
        struct str title = flows->amounts.title.len ? flows->amounts.title : str_from(say->amounts);
        buf_add_str(&out, title);
    }
    for (size_t i = 0; i < flows->count; i++) {
        buf_printf(&out, "%s%.*s", i ? say->marks->semicolon : say->marks->colon,
                   STR_ARG(datum(map, flows, &flows->items[i])));
    }
    buf_add_text(&out, say->marks->stop);
    struct str copy = str_copy(map->guide.arena, buf_str(&out));
    buf_done(&out);
    return copy;
}
