// Words at arrows: the amount beside the middle of the way, or place and amount where it ends.
#include "map/map_flows.h"

#include "base/i18n.h"
#include "map/ellipsoid.h"
#include "map/fill_words.h"
#include "map/label_solver.h"
#include "map/leader.h"
#include "map/map_look.h"
#include "map/region_name.h"

#include <math.h>

enum { SIDES = 12, RINGS = 3, SHARES = 5, PLACES = RINGS * SIDES };

enum { FORMS = 2 }; // in one line, in two

struct flow_label {
    const struct map_flow *flow;
    const struct text_block *forms[FORMS];         // the second may be NULL
    const struct text_block *block;                // the one that places are listed for
    struct label_candidate places[FORMS * PLACES]; // the best first
    uint8_t form_of[FORMS * PLACES];
    size_t place_count;
};

static void add_place(struct flow_label *label, struct point centre) {
    double width = label->block->width + 4, height = label->block->height + 2;
    label->places[label->place_count] = (struct label_candidate){
        {centre.x - width / 2, centre.y - height / 2, width, height}, (double)label->place_count};
    label->form_of[label->place_count] = label->forms[0] != label->block;
    label->place_count++;
}

static bool holds(struct rect box, struct point at) {
    return at.x >= box.x && at.x <= rect_right(box) && at.y >= box.y && at.y <= rect_bottom(box);
}

// Whether something lies between an arrow's point and words there, so that they seem another's.
static bool is_parted(const struct map_busy *busy, struct point tip, struct point middle) {
    for (size_t i = 0; i < busy->count; i++) {
        if (!holds(busy->items[i], tip) &&
            leader_enters((struct leader){tip, middle}, busy->items[i])) {
            return true;
        }
    }
    return false;
}

// Around the arrow's point, first farther along its way.
static void list_end(const struct map_busy *busy, struct flow_label *label, double em) {
    static const double gaps[RINGS] = {0.6, 1.2, 2};
    struct point direction, tip = flow_point(&label->flow->arrow, 1, &direction);
    double ahead = atan2(direction.y, direction.x);
    for (int i = 0; i < PLACES; i++) {
        int step = i % SIDES;
        double turn = ahead + (step % 2 ? -1 : 1) * ((step + 1) / 2) * (2 * PI / SIDES);
        double gap = gaps[i / SIDES] * em;
        struct point middle = {tip.x + cos(turn) * (gap + label->block->width / 2),
                               tip.y + sin(turn) * (gap + label->block->height / 2)};
        if (!is_parted(busy, tip, middle)) {
            add_place(label, middle);
        }
    }
}

// Beside the arrow, first at its middle.
static void list_along(struct flow_label *label, double em) {
    static const double shares[SHARES] = {0.5, 0.62, 0.4, 0.74, 0.3};
    for (int i = 0; i < SHARES; i++) {
        struct point direction, at = flow_point(&label->flow->arrow, shares[i], &direction);
        double gap = label->flow->arrow.end_width / 2 + 0.45 * em;
        for (int side = -1; side <= 1; side += 2) {
            double x = side * direction.y, y = -side * direction.x;
            double reach =
                gap + fabs(x) * label->block->width / 2 + fabs(y) * label->block->height / 2;
            add_place(label, (struct point){at.x + x * reach, at.y + y * reach});
        }
    }
}

static struct str words_of(const struct map *map, const struct map_flows *flows,
                           const struct map_flow *flow, size_t form) {
    struct arena *arena = map->guide.arena;
    if (flow->words.len || flows->labels == FLOW_LABELS_NONE) {
        return flow->words;
    }
    if (!flows->valued) {
        return flows->labels == FLOW_LABELS_END ? region_name_short(arena, flow->end.words)
                                                : STR_NONE;
    }
    struct str amount = fill_amount(arena, &flows->amounts, flow->value);
    if (flows->labels == FLOW_LABELS_ALONG || !flow->end.words.len) {
        return amount;
    }
    struct str name = region_name_short(arena, flow->end.words);
    return str_printf(arena, "%.*s%c%.*s", STR_ARG(name), form ? '\n' : ' ', STR_ARG(amount));
}

// Place and amount in two lines where one has no room.
static void set_forms(const struct map *map, const struct map_flows *flows,
                      struct flow_label *label) {
    struct style_text look = map->style->legend_label;
    look.colour = map->style->ink;
    struct str one = words_of(map, flows, label->flow, 0),
               two = words_of(map, flows, label->flow, 1);
    if (label->flow->words.len) {
        label->forms[0] = guide_set_title(&map->guide, &look, one, 0);
        return;
    }
    label->forms[0] = guide_set(&map->guide, &look, one, 0, TEXT_WRAP);
    label->forms[1] = str_equal(one, two) ? NULL : guide_set(&map->guide, &look, two, 0, TEXT_WRAP);
}

static size_t list_labels(const struct map *map, const struct map_flows *flows,
                          const struct map_busy *busy, struct flow_label *labels) {
    double em = map->style->label.size;
    size_t count = 0;
    for (size_t i = 0; i < flows->count; i++) {
        if (!words_of(map, flows, &flows->items[i], 0).len) {
            continue;
        }
        struct flow_label *label = &labels[count++];
        label->flow = &flows->items[i];
        set_forms(map, flows, label);
        for (size_t form = 0; form < FORMS && label->forms[form]; form++) {
            label->block = label->forms[form];
            if (flows->labels == FLOW_LABELS_ALONG) {
                list_along(label, em);
            } else {
                list_end(busy, label, em);
            }
        }
    }
    return count;
}

static void draw_label(const struct map *map, const struct flow_label *label, uint32_t chosen) {
    struct rect box = label->places[chosen].box;
    struct point middle = {box.x + box.width / 2, box.y + box.height / 2};
    struct text_placement place = {
        .at = middle, .align = ALIGN_CENTRE, .baseline = BASELINE_MIDDLE};
    map_look_halo(map, box, &place);
    text_place(map->scene, ROLE_MARK_LABEL, OWNER_NONE, label->forms[label->form_of[chosen]],
               &place);
}

void map_flows_label(struct map *map, const struct map_flows *flows, struct map_busy *busy) {
    struct arena *arena = map->guide.arena;
    struct flow_label *labels = ARENA_ARRAY(arena, flows->count, struct flow_label);
    size_t count = list_labels(map, flows, busy, labels);
    struct label_wish *wishes = ARENA_ARRAY(arena, count, struct label_wish);
    uint32_t *chosen = ARENA_ARRAY(arena, count, uint32_t);
    for (size_t i = 0; i < count; i++) {
        wishes[i] = (struct label_wish){labels[i].places, labels[i].place_count, -(double)i};
    }
    size_t obstacle_count = 0;
    struct rect *obstacles = map_busy_obstacles(map, busy, 0, &obstacle_count);
    label_solve(arena, map->area, wishes, count, obstacles, obstacle_count, chosen);
    for (size_t i = 0; i < count; i++) {
        if (chosen[i] == LABEL_UNPLACED) {
            diag_warning(map->guide.diag, DIAG_LABEL_UNPLACED, labels[i].flow->place,
                         str_from(_("make the picture larger, or shorten the label")),
                         _("the words of a flow have no room on the map: %.*s"),
                         STR_ARG(labels[i].forms[0]->words));
            continue;
        }
        draw_label(map, &labels[i], chosen[i]);
        if (flows->labels == FLOW_LABELS_END && labels[i].flow->end.region) {
            labels[i].flow->end.region->named = true;
        }
        map_busy_add(busy, labels[i].places[chosen[i]].box);
    }
}
