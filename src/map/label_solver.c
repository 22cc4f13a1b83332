// Which of its candidate places each label takes, so that no two overlap and the best are used.
#include "map/label_solver.h"

#include "base/sort.h"
#include "scene/text_grid.h"

#include <string.h>

enum {
    PUSH_DEPTH = 3,    // a neighbour may push its own neighbours, and those once more
    PUSH_LIMIT = 1000, // places tried for one label
    POLISH_ROUNDS = 4,
};

// A candidate of some label, in the grid of all candidates.
struct place {
    uint32_t wish, candidate;
    struct rect box;
    bool usable;
};

struct solver {
    struct arena *arena;
    const struct label_wish *wishes;
    size_t wish_count;
    struct place *places; // wish by wish
    size_t *first;        // of each wish, in places
    struct text_grid grid;
    uint32_t *chosen;
    bool *fixed; // pushed or pushing: not to be moved again in this try
    size_t tries;
};

static bool within(struct rect box, struct rect extent) {
    return box.x >= extent.x && box.y >= extent.y && rect_right(box) <= rect_right(extent) &&
           rect_bottom(box) <= rect_bottom(extent);
}

static bool overlaps_any(struct text_grid *grid, const struct rect *boxes, struct rect box) {
    const uint32_t *near;
    size_t count = text_grid_find(grid, box, &near);
    for (size_t i = 0; i < count; i++) {
        if (rect_overlaps(boxes[near[i]], box))
            return true;
    }
    return false;
}

static void collect_places(struct solver *solver, struct rect extent, const struct rect *obstacles,
                           size_t obstacle_count) {
    size_t total = 0;
    for (size_t i = 0; i < solver->wish_count; i++)
        total += solver->wishes[i].count;
    solver->places = ARENA_ARRAY(solver->arena, total, struct place);
    solver->first = ARENA_ARRAY(solver->arena, solver->wish_count, size_t);
    double right = rect_right(extent), bottom = rect_bottom(extent);
    struct text_grid blocked;
    text_grid_init(&blocked, solver->arena, right, bottom, obstacle_count);
    for (size_t i = 0; i < obstacle_count; i++)
        text_grid_add(&blocked, (uint32_t)i, obstacles[i]);
    text_grid_init(&solver->grid, solver->arena, right, bottom, total);
    size_t n = 0;
    for (size_t i = 0; i < solver->wish_count; i++) {
        solver->first[i] = n;
        for (size_t k = 0; k < solver->wishes[i].count; k++, n++) {
            struct rect box = solver->wishes[i].candidates[k].box;
            bool usable = within(box, extent) && !overlaps_any(&blocked, obstacles, box);
            solver->places[n] = (struct place){(uint32_t)i, (uint32_t)k, box, usable};
            if (usable)
                text_grid_add(&solver->grid, (uint32_t)n, box);
        }
    }
}

// The labels that stand where `box` would; each once. The list lives in the arena.
static size_t blockers_of(struct solver *solver, uint32_t wish, struct rect box, uint32_t **out) {
    const uint32_t *near;
    size_t found = text_grid_find(&solver->grid, box, &near), count = 0, capacity = 0;
    uint32_t *blockers = NULL;
    for (size_t i = 0; i < found; i++) {
        const struct place *place = &solver->places[near[i]];
        if (place->wish == wish || solver->chosen[place->wish] != place->candidate ||
            !rect_overlaps(place->box, box))
            continue;
        ARENA_RESERVE(solver->arena, blockers, count, capacity);
        blockers[count++] = place->wish;
    }
    *out = blockers;
    return count;
}

static bool take(struct solver *solver, uint32_t wish, int depth);

// Puts every blocker elsewhere; undoes all of it when one cannot.
static bool push_away(struct solver *solver, const uint32_t *blockers, size_t count, int depth) {
    uint32_t *before = ARENA_ARRAY(solver->arena, solver->wish_count, uint32_t);
    memcpy(before, solver->chosen, solver->wish_count * sizeof *before);
    for (size_t i = 0; i < count; i++)
        solver->chosen[blockers[i]] = LABEL_UNPLACED;
    for (size_t i = 0; i < count; i++) {
        if (!take(solver, blockers[i], depth)) {
            memcpy(solver->chosen, before, solver->wish_count * sizeof *before);
            return false;
        }
    }
    return true;
}

static bool none_fixed(const struct solver *solver, const uint32_t *blockers, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (solver->fixed[blockers[i]])
            return false;
    }
    return true;
}

// Gives a label that has no place one: a free one, or one whose holders can all move.
static bool take(struct solver *solver, uint32_t wish, int depth) {
    const struct place *places = solver->places + solver->first[wish];
    solver->fixed[wish] = true;
    int most = depth > 0 ? 1 : 0;
    for (int pushes = 0; pushes <= most; pushes++) {
        for (size_t k = 0; k < solver->wishes[wish].count; k++) {
            if (!places[k].usable || ++solver->tries > PUSH_LIMIT)
                continue;
            uint32_t *blockers;
            size_t count = blockers_of(solver, wish, places[k].box, &blockers);
            if (count > 0 && (!pushes || !none_fixed(solver, blockers, count)))
                continue;
            uint32_t before = solver->chosen[wish];
            solver->chosen[wish] = (uint32_t)k;
            if (count == 0 || push_away(solver, blockers, count, depth - 1)) {
                solver->fixed[wish] = false;
                return true;
            }
            solver->chosen[wish] = before;
        }
    }
    solver->fixed[wish] = false;
    return false;
}

// Moves a placed label to the first of its candidates that is free.
static bool improve(struct solver *solver, uint32_t wish) {
    const struct place *places = solver->places + solver->first[wish];
    for (size_t k = 0; k < solver->chosen[wish]; k++) {
        uint32_t *blockers;
        if (places[k].usable && blockers_of(solver, wish, places[k].box, &blockers) == 0) {
            solver->chosen[wish] = (uint32_t)k;
            return true;
        }
    }
    return false;
}

static void polish(struct solver *solver, const uint32_t *order) {
    bool moved = true;
    for (int round = 0; round < POLISH_ROUNDS && moved; round++) {
        moved = false;
        for (size_t i = 0; i < solver->wish_count; i++) {
            if (solver->chosen[order[i]] != LABEL_UNPLACED)
                moved |= improve(solver, order[i]);
        }
    }
}

static int by_priority(const void *a, const void *b, const void *context) {
    const struct label_wish *wishes = context;
    double p = wishes[*(const uint32_t *)a].priority, q = wishes[*(const uint32_t *)b].priority;
    return (p < q) - (p > q);
}

void label_solve(struct arena *arena, struct rect extent, const struct label_wish *wishes,
                 size_t wish_count, const struct rect *obstacles, size_t obstacle_count,
                 uint32_t *chosen) {
    struct solver solver = {.arena = arena,
                            .wishes = wishes,
                            .wish_count = wish_count,
                            .chosen = chosen,
                            .fixed = ARENA_ARRAY(arena, wish_count, bool)};
    uint32_t *order = ARENA_ARRAY(arena, wish_count, uint32_t);
    for (size_t i = 0; i < wish_count; i++) {
        order[i] = (uint32_t)i;
        chosen[i] = LABEL_UNPLACED;
    }
    collect_places(&solver, extent, obstacles, obstacle_count);
    sort_stable(arena, order, wish_count, sizeof *order, by_priority, wishes);
    for (size_t i = 0; i < wish_count; i++) {
        solver.tries = 0;
        take(&solver, order[i], 0);
    }
    for (size_t i = 0; i < wish_count; i++) {
        solver.tries = 0;
        if (chosen[order[i]] == LABEL_UNPLACED)
            take(&solver, order[i], PUSH_DEPTH);
    }
    polish(&solver, order);
}
