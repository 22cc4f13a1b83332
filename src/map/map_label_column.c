// Names that found no room in their regions: a tidy column beside the subject, with leader lines.
#include "map/map_label_column.h"

#include "base/i18n.h"
#include "base/sort.h"
#include "map/map_outside.h"

#include <math.h>

static const double leader_gap = 6; // px between the line and its name
static const double dot_size = 5;   // px across, where the line begins

struct map_label_column map_label_column_open(struct map *map, const struct rect *obstacles,
                                              size_t obstacle_count) {
    struct map_label_column column = {.map = map};
    for (size_t i = 0; i < obstacle_count; i++)
        map_label_column_avoid(&column, obstacles[i]);
    return column;
}

void map_label_column_avoid(struct map_label_column *column, struct rect box) {
    ARENA_RESERVE(column->map->guide.arena, column->avoided, column->avoided_count,
                  column->avoided_capacity);
    column->avoided[column->avoided_count++] = box;
}

void map_label_column_add(struct map_label_column *column, struct str words, struct point anchor) {
    ARENA_RESERVE(column->map->guide.arena, column->labels, column->label_count,
                  column->label_capacity);
    column->labels[column->label_count++] = (struct column_label){.words = words, .anchor = anchor};
}

static int from_top(const void *a, const void *b, const void *context) {
    (void)context;
    double p = ((const struct column_label *)a)->anchor.y;
    double q = ((const struct column_label *)b)->anchor.y;
    return (p > q) - (p < q);
}

// px around all regions.
static struct rect subject_box(const struct map *map) {
    struct rect box = {0};
    for (size_t i = 0; i < map->region_count; i++)
        box = rect_union(box, map->regions[i].box);
    return box;
}

static bool is_free(const struct map_label_column *column, struct rect box, struct leader line) {
    for (size_t i = 0; i < column->avoided_count; i++) {
        if (rect_overlaps(column->avoided[i], box) || leader_enters(line, column->avoided[i]))
            return false;
    }
    for (size_t i = 0; i < column->leader_count; i++) {
        if (leaders_cross(column->leaders[i], line) || leader_enters(column->leaders[i], box))
            return false;
    }
    return true;
}

static void draw_leader(const struct map *map, struct leader line) {
    leader_draw(map, line);
    struct path_builder dot = PATH_BUILDER(map->guide.arena);
    path_circle(&dot, line.from, dot_size / 2);
    scene_add_path(map->scene, ROLE_LEADER, OWNER_NONE,
                   (struct scene_path){.path = path_done(&dot),
                                       .fill = paint_solid(map->style->ink),
                                       .opacity = 1});
}

static void draw_label(struct map_label_column *column, const struct text_block *block,
                       struct rect box, struct leader line) {
    struct map *map = column->map;
    draw_leader(map, line);
    struct text_placement place = {.at = {box.x, box.y},
                                   .align = ALIGN_START,
                                   .baseline = BASELINE_TOP,
                                   .halo_width = 4,
                                   .halo = map->style->paper};
    text_place(map->scene, ROLE_MARK_LABEL, OWNER_NONE, block, &place);
    map_label_column_avoid(column, box);
    ARENA_RESERVE(map->guide.arena, column->leaders, column->leader_count, column->leader_capacity);
    column->leaders[column->leader_count++] = line;
}

// ---- where

struct search {
    const struct map_label_column *column;
    const struct map_outside *outside; // NULL: any place of the area
    struct point anchor;
    double least; // what the best place so far costs
    struct rect box;
    struct leader line;
};

static void try_place(struct search *search, struct rect box) {
    bool right = box.x > search->anchor.x;
    struct point end = {right ? box.x - leader_gap : rect_right(box) + leader_gap,
                        box.y + box.height / 2};
    struct leader line = {search->anchor, end};
    // A level line is easier to follow than a steep one.
    double cost = hypot(end.x - line.from.x, 2 * (end.y - line.from.y));
    struct rect around = {box.x - 2 * leader_gap, box.y, box.width + 4 * leader_gap, box.height};
    if (cost < search->least && (!search->outside || map_outside_holds(search->outside, around)) &&
        is_free(search->column, box, line)) {
        search->least = cost;
        search->box = box;
        search->line = line;
    }
}

// In the columns to the left and right of the subject.
static void search_columns(struct search *search, const struct text_block *block) {
    const struct map_label_column *column = search->column;
    struct rect area = column->map->area, subject = column->subject;
    double gap = 2 * column->map->style->foot.size;
    double left = subject.x - gap - block->width, right = rect_right(subject) + gap;
    for (double y = area.y; y + block->height <= rect_bottom(area); y += block->height / 4) {
        if (left >= area.x)
            try_place(search, (struct rect){left, y, block->width, block->height});
        if (right + block->width <= rect_right(area))
            try_place(search, (struct rect){right, y, block->width, block->height});
    }
}

// Anywhere beside the subject.
static void search_outside(struct search *search, const struct text_block *block) {
    struct rect area = search->column->map->area;
    for (double y = area.y; y + block->height <= rect_bottom(area); y += block->height / 2) {
        for (double x = area.x; x + block->width <= rect_right(area); x += block->height / 2)
            try_place(search, (struct rect){x, y, block->width, block->height});
    }
}

static bool place_one(struct map_label_column *column, const struct column_label *label,
                      const struct map_outside *outside) {
    const struct guide_context *guide = &column->map->guide;
    const struct text_block *block =
        guide_set(guide, &guide->style->foot, label->words, 0, TEXT_WRAP);
    struct search search = {.column = column, .anchor = label->anchor, .least = INFINITY};
    search_columns(&search, block);
    search.outside = outside;
    if (search.least == INFINITY)
        search_outside(&search, block);
    if (search.least == INFINITY)
        return false;
    draw_label(column, block, search.box, search.line);
    return true;
}

// ---- the whole

static void report(const struct map *map, const struct buf *names, size_t count) {
    if (count > 0)
        diag_warning(map->guide.diag, DIAG_LABEL_UNPLACED, map->guide.place,
                     str_from(_("make the picture larger, or name fewer regions in \"labels\"")),
                     _("%zu names have no room on the map: %.*s"), count, STR_ARG(buf_str(names)));
}

void map_label_column_draw(struct map_label_column *column) {
    struct map *map = column->map;
    if (column->label_count == 0)
        return;
    column->subject = subject_box(map);
    struct map_outside outside = map_outside_make(map);
    sort_stable(map->guide.arena, column->labels, column->label_count, sizeof *column->labels,
                from_top, NULL);
    struct buf missing = BUF_INIT(map->guide.arena);
    size_t missing_count = 0;
    for (size_t i = 0; i < column->label_count; i++) {
        if (!place_one(column, &column->labels[i], &outside)) {
            buf_add_text(&missing, missing_count++ ? "、" : "");
            buf_add_str(&missing, column->labels[i].words);
        }
    }
    report(map, &missing, missing_count);
    buf_done(&missing);
}
