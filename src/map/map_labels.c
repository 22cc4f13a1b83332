// Names of regions on a map: inside their regions where they fit, else beside them with a line.
#include "map/map_labels.h"

#include "base/i18n.h"
#include "base/sort.h"
#include "base/utf8.h"
#include "map/border_grid.h"
#include "map/label_solver.h"
#include "map/map_label_column.h"
#include "map/map_regions.h"
#include "map/region_name.h"
#include "scene/path.h"

#include <math.h>

enum { NAMES_BY_DEFAULT = 40 }; // a base of more regions shows names only when asked

static const double clearance = 3;   // px around a name that no other may touch
static const double halo_width = 4;  // px
static const double least_size = 15; // px, 11 pt: what is still read on a screen
static const double tall = 1.6;      // height by width of a region whose name may stand upright
static const double thinning = 1.5;  // px between the vertices that places are looked for with
static const double anchor_precision = 2; // px

// What a place costs before its distance from the anchor counts.
enum place_cost {
    COST_UPRIGHT = 2,
    COST_TWO_LINES = 3,
    COST_AT_SYMBOL = 30,
    COST_OVER_BORDER = 40, // crossing a border is worse than all of the above
    COST_STEP = 6,         // for each step away from the anchor
};

// A way to write a name.
struct form {
    const struct text_block *block;
    double cost;
};

enum { FORM_LIMIT = 3, STEPS_ACROSS = 5, STEPS_DOWN = 5 };

struct region_label {
    const struct map_region *region;
    struct pole_polygon polygon;
    struct str words;
    struct text_style style;
    struct form forms[FORM_LIMIT];
    size_t form_count;
    struct label_candidate *candidates;
    uint8_t *form_of; // of each candidate
    size_t candidate_count, candidate_capacity, form_capacity;
};

struct labels {
    struct map *map;
    struct region_label *items;
    size_t count;
    struct label_wish *wishes;
    uint32_t *chosen;
    const struct rect *obstacles;
    size_t obstacle_count;
};

// ---- which names

static bool wanted_all(const struct map *map, const struct json *json) {
    if (json && json->kind == JSON_BOOL)
        return json->boolean;
    // circles take the places of names, so that these are shown when asked for
    return json || (map->region_count > 1 && map->region_count <= NAMES_BY_DEFAULT &&
                    !json_get(map->json, "symbols"));
}

static void add_region(struct labels *labels, const struct map_region *region) {
    for (size_t i = 0; i < labels->count; i++) {
        if (labels->items[i].region == region)
            return;
    }
    labels->items[labels->count++].region = region;
}

// A list of regions, or all of them.
static bool collect(struct labels *labels, const struct json *json) {
    struct map *map = labels->map;
    const struct json *only = json && json->kind == JSON_ARRAY ? json : NULL;
    labels->items = ARENA_ARRAY(map->guide.arena, map->region_count, struct region_label);
    bool sound = true;
    for (const struct json *name = only ? only->first : NULL; name; name = name->next) {
        struct map_region *region =
            map_find_region(map, json_place(map->guide.arena, name), name->string);
        sound = sound && region;
        if (region)
            add_region(labels, region);
    }
    for (size_t i = 0; !only && i < map->region_count; i++) {
        if (!map->regions[i].named)
            add_region(labels, &map->regions[i]);
    }
    return sound;
}

// ---- how names are written

static const struct text_block *set_name(const struct labels *labels,
                                         const struct region_label *label, double size,
                                         double width, bool vertical) {
    struct text_request request = {
        .words = label->words,
        .style = label->style,
        .width = width,
        .mode = TEXT_BALANCE,
        .vertical = vertical,
        .line_pitch = 1.15,
        .place = labels->map->guide.place,
    };
    request.style.size = size;
    return text_set(labels->map->guide.text, labels->map->guide.arena, labels->map->guide.diag,
                    &request);
}

static void add_form(struct region_label *label, const struct text_block *block, double cost) {
    if (label->form_count < FORM_LIMIT)
        label->forms[label->form_count++] = (struct form){block, cost};
}

static void add_forms(const struct labels *labels, struct region_label *label, double size) {
    const struct text_block *line = set_name(labels, label, size, 0, false);
    struct rect box = label->region->box;
    add_form(label, line, 0);
    if (label->region->amount.len)
        return; // two lines already
    if (box.height > tall * box.width)
        add_form(label, set_name(labels, label, size, 0, true), COST_UPRIGHT);
    if (line->width > 4.5 * size)
        add_form(label, set_name(labels, label, size, line->width * 0.6, false), COST_TWO_LINES);
}

static double small_size(const struct style *style) {
    return fmin(style->label.size, fmax(style->foot.size, 0.75 * style->label.size));
}

// Ink or paper; black or white on the middle tones where neither is read well (WCAG 2.1: 4.5:1).
static struct colour name_colour(const struct style *style, struct colour fill) {
    const struct colour black = {0, 0, 0, 255}, white = {255, 255, 255, 255};
    const double enough = 4.6;
    struct colour best = guide_text_colour_on(style, fill);
    if (colour_contrast(best, fill) >= enough)
        return best;
    return colour_contrast(black, fill) > colour_contrast(white, fill) ? black : white;
}

// 阿坝藏族羌族自治州, 阿坝州, 阿坝.
enum name_form { NAME_FULL, NAME_SHORT, NAME_CORE };

static struct str name_in(struct arena *arena, struct str name, enum name_form form) {
    return form == NAME_FULL    ? name
           : form == NAME_SHORT ? region_name_short(arena, name)
                                : region_name_core(name);
}

static void write_names(struct labels *labels, enum name_form form, double size) {
    const struct map *map = labels->map;
    const struct style *style = map->style;
    for (size_t i = 0; i < labels->count; i++) {
        struct region_label *label = &labels->items[i];
        label->words = name_in(map->guide.arena, label->region->name, form);
        if (label->region->amount.len) {
            label->words = str_printf(map->guide.arena, "%.*s\n%.*s", STR_ARG(label->words),
                                      STR_ARG(label->region->amount));
        }
        label->style = guide_text_style(&map->guide, &style->label, &style->body_font);
        label->style.colour = name_colour(style, label->region->fill);
        label->form_count = label->candidate_count = 0;
        add_forms(labels, label, size);
    }
}

// ---- where names may stand

static struct rect box_around(struct point centre, const struct text_block *block) {
    double width = block->width + 2 * clearance, height = block->height + 2 * clearance;
    return (struct rect){centre.x - width / 2, centre.y - height / 2, width, height};
}

static void add_candidate(struct arena *arena, struct region_label *label, size_t form,
                          struct rect box, double cost) {
    size_t n = label->candidate_count;
    ARENA_RESERVE(arena, label->candidates, n, label->candidate_capacity);
    n = label->candidate_count;
    ARENA_RESERVE(arena, label->form_of, n, label->form_capacity);
    label->candidates[n] = (struct label_candidate){box, cost};
    label->form_of[n] = (uint8_t)form;
    label->candidate_count++;
}

// Places on a small grid around the anchor: inside the region, or across its border at a price.
static void add_places(const struct map *map, struct region_label *label, size_t form,
                       struct point anchor, bool across) {
    const struct text_block *block = label->forms[form].block;
    double aspect = block->width / block->height;
    for (int row = 0; row < STEPS_DOWN; row++) {
        for (int column = 0; column < STEPS_ACROSS; column++) {
            double dx = column - STEPS_ACROSS / 2, dy = row - STEPS_DOWN / 2;
            struct point at = {anchor.x + dx * block->width * 0.4,
                               anchor.y + dy * block->height * 0.6};
            double reach = pole_box_reach(&label->polygon, aspect, at);
            double steps = hypot(dx, dy), cost = label->forms[form].cost + steps * COST_STEP;
            double missing = (block->height / 2 - reach) / block->height;
            if (missing > 0)
                cost += COST_OVER_BORDER * (1 + missing);
            struct rect box = box_around(at, block);
            if (border_grid_count(map->lines, rect_inset(box, clearance)))
                cost += COST_OVER_BORDER;
            // The middle of a name always stays in its own region.
            if (missing <= 0 || (across && reach > 0 && steps < 2))
                add_candidate(map->guide.arena, label, form, box, cost);
        }
    }
}

// Beside a region's symbol: below it before above it, then to its right and left.
static void add_places_at_symbol(const struct map *map, struct region_label *label, size_t form) {
    const struct text_block *block = label->forms[form].block;
    struct rect symbol = label->region->symbol;
    struct point middle = {symbol.x + symbol.width / 2, symbol.y + symbol.height / 2};
    double x = symbol.width / 2 + block->width / 2 + 2 * clearance;
    double y = symbol.height / 2 + block->height / 2 + clearance;
    const struct point places[] = {{middle.x, middle.y + y},
                                   {middle.x, middle.y - y},
                                   {middle.x + x, middle.y},
                                   {middle.x - x, middle.y}};
    for (int i = 0; i < 4; i++)
        add_candidate(map->guide.arena, label, form, box_around(places[i], block),
                      COST_AT_SYMBOL + i);
}

static int by_cost(const void *a, const void *b, const void *context) {
    const struct label_candidate *candidates = context;
    double p = candidates[*(const uint32_t *)a].cost, q = candidates[*(const uint32_t *)b].cost;
    return (p > q) - (p < q);
}

static void sort_candidates(struct arena *arena, struct region_label *label) {
    size_t count = label->candidate_count;
    uint32_t *order = ARENA_ARRAY(arena, count, uint32_t);
    struct label_candidate *sorted = ARENA_ARRAY(arena, count, struct label_candidate);
    uint8_t *forms = ARENA_ARRAY(arena, count, uint8_t);
    for (size_t i = 0; i < count; i++)
        order[i] = (uint32_t)i;
    sort_stable(arena, order, count, sizeof *order, by_cost, label->candidates);
    for (size_t i = 0; i < count; i++) {
        sorted[i] = label->candidates[order[i]];
        forms[i] = label->form_of[order[i]];
    }
    label->candidates = sorted;
    label->form_of = forms;
    label->candidate_capacity = label->form_capacity = count;
}

// The polygon with fewer vertices: looking for places asks for its distance thousands of times.
static struct pole_polygon thinned(struct arena *arena, struct pole_polygon polygon) {
    size_t count = polygon.ring_count ? polygon.ring_ends[polygon.ring_count - 1] : 0, n = 0;
    struct point *points = ARENA_ARRAY(arena, count, struct point);
    size_t *ends = ARENA_ARRAY(arena, polygon.ring_count, size_t);
    for (size_t ring = 0, i = 0; ring < polygon.ring_count; ring++) {
        size_t first = n;
        for (; i < polygon.ring_ends[ring]; i++) {
            struct point p = polygon.points[i];
            if (n == first || hypot(p.x - points[n - 1].x, p.y - points[n - 1].y) >= thinning)
                points[n++] = p;
        }
        ends[ring] = n;
    }
    return (struct pole_polygon){points, ends, polygon.ring_count};
}

// True when a box as large as the block cannot lie inside the region.
static bool is_too_large(const struct region_label *label, const struct text_block *block) {
    struct rect box = label->region->box;
    return block->width > box.width || block->height > box.height;
}

// The middle of the largest box of the block's proportions; of a tile or circle its own middle, for
// in a square many boxes are the largest.
static struct point find_anchor(const struct map *map, const struct region_label *label,
                                const struct text_block *block) {
    struct rect box = label->region->box;
    if (map->plane)
        return (struct point){box.x + box.width / 2, box.y + box.height / 2};
    return pole_of_box(map->guide.arena, &label->polygon, block->width / block->height,
                       anchor_precision)
        .at;
}

static void find_places(const struct labels *labels, struct region_label *label, bool across) {
    struct arena *arena = labels->map->guide.arena;
    if (!label->polygon.ring_count)
        return;
    struct point wide = {0}, upright = {0};
    bool wide_known = false, upright_known = false;
    for (size_t i = 0; i < label->form_count; i++) {
        const struct text_block *block = label->forms[i].block;
        if (!across && is_too_large(label, block))
            continue;
        struct point *anchor = block->vertical ? &upright : &wide;
        bool *known = block->vertical ? &upright_known : &wide_known;
        if (!*known)
            *anchor = find_anchor(labels->map, label, block);
        *known = true;
        add_places(labels->map, label, i, *anchor, across);
        if (across && !block->vertical && label->region->symbol.width > 0)
            add_places_at_symbol(labels->map, label, i);
    }
    sort_candidates(arena, label);
}

// Small regions choose first: they have the fewest places. Highlighted ones come before all.
static double priority_of(const struct map_region *region) {
    return (region->highlighted ? 1e12 : 0) - region->box.width * region->box.height;
}

// A step of the ladder that names go down together.
struct rung {
    enum name_form form;
    bool across; // names may cross borders
    bool last;   // names that find no room are left out; else all of them take the next step
    double size;
};

// True when every name has found a place.
static bool solve(struct labels *labels, const struct rung *rung) {
    struct arena *arena = labels->map->guide.arena;
    for (size_t i = 0; i < labels->count; i++) {
        struct region_label *label = &labels->items[i];
        find_places(labels, label, rung->across);
        if (!rung->last && label->candidate_count == 0)
            return false;
        labels->wishes[i] = (struct label_wish){label->candidates, label->candidate_count,
                                                priority_of(label->region)};
    }
    label_solve(arena, labels->map->area, labels->wishes, labels->count, labels->obstacles,
                labels->obstacle_count, labels->chosen);
    for (size_t i = 0; i < labels->count; i++) {
        if (labels->chosen[i] == LABEL_UNPLACED)
            return false;
    }
    return true;
}

// All names have one form and one size, for a larger name says that its place is more important.
static void place_names(struct labels *labels) {
    const struct style *style = labels->map->style;
    double large = style->label.size, small = small_size(style);
    const struct rung on_map[] = {{NAME_FULL, false, false, large},
                                  {NAME_SHORT, false, false, large},
                                  {NAME_SHORT, false, false, small},
                                  {NAME_SHORT, true, true, small}};
    // On a tile a name is short and never reaches into the next one.
    const struct rung on_tiles[] = {{NAME_FULL, false, false, large},
                                    {NAME_SHORT, false, false, large},
                                    {NAME_SHORT, false, false, small},
                                    {NAME_CORE, false, false, small},
                                    {NAME_CORE, false, true, fmin(small, least_size)}};
    bool tiles = json_get(json_get(labels->map->json, "base"), "tiles");
    const struct rung *rungs = tiles ? on_tiles : on_map;
    size_t count = tiles ? sizeof on_tiles / sizeof *on_tiles : sizeof on_map / sizeof *on_map;
    for (size_t i = 0; i < count; i++) {
        write_names(labels, rungs[i].form, rungs[i].size);
        if (solve(labels, &rungs[i]))
            return;
    }
}

// ---- drawing

static void draw_name(const struct labels *labels, const struct region_label *label,
                      uint32_t candidate) {
    const struct map *map = labels->map;
    struct rect box = label->candidates[candidate].box;
    struct point middle = {box.x + box.width / 2, box.y + box.height / 2};
    struct colour halo = label->region->fill;
    if (label->region->symbol.width > 0) { // beside its symbol a name may leave its region
        const struct map_region *under = map_region_at(map, middle);
        halo = under ? under->fill : map->style->paper;
    }
    struct text_placement place = {
        .at = middle,
        .align = ALIGN_CENTRE,
        .baseline = BASELINE_MIDDLE,
        .halo_width = halo_width,
        .halo = halo,
    };
    text_place(map->scene, ROLE_MARK_LABEL, OWNER_NONE,
               label->forms[label->form_of[candidate]].block, &place);
}

static void draw_rest(struct labels *labels) {
    struct map *map = labels->map;
    struct map_label_column column =
        map_label_column_open(map, labels->obstacles, labels->obstacle_count);
    for (size_t i = 0; i < labels->count; i++) {
        const struct region_label *label = &labels->items[i];
        if (labels->chosen[i] != LABEL_UNPLACED) {
            map_label_column_avoid(&column,
                                   rect_inset(label->candidates[labels->chosen[i]].box, clearance));
        } else if (label->polygon.ring_count) {
            struct pole pole = pole_of_circle(map->guide.arena, &label->polygon, anchor_precision);
            map_label_column_add(&column, label->words, pole.at);
        }
    }
    map_label_column_draw(&column);
}

bool map_labels_draw(struct map *map, const struct map_busy *busy) {
    struct arena *arena = map->guide.arena;
    const struct json *json = json_get(map->json, "labels");
    if (!wanted_all(map, json))
        return true;
    struct labels labels = {.map = map};
    bool sound = collect(&labels, json);
    labels.obstacles = map_busy_obstacles(map, busy, 0, &labels.obstacle_count);
    labels.wishes = ARENA_ARRAY(arena, labels.count, struct label_wish);
    labels.chosen = ARENA_ARRAY(arena, labels.count, uint32_t);
    for (size_t i = 0; i < labels.count; i++)
        labels.items[i].polygon = thinned(arena, map_region_polygon(map, labels.items[i].region));
    place_names(&labels);
    for (size_t i = 0; i < labels.count; i++) {
        if (labels.chosen[i] != LABEL_UNPLACED)
            draw_name(&labels, &labels.items[i], labels.chosen[i]);
    }
    draw_rest(&labels);
    return sound;
}
