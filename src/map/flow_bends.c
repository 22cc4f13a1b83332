// Of a few bends for each flow the one that shares the least way with the others, chosen in turn.
#include "map/flow_bends.h"

#include "map/leader.h"

#include <math.h>

enum {
    FINE = 16,        // points along a flow that are compared
    COARSE = 6,       // of very many flows
    COARSE_BENDS = 5, // that these choose from
    FINE_LIMIT = 40,  // flows
    ROUNDS = 3,
};

static const double COST_SHARED = 4;   // a point that two flows share
static const double COST_CROSSED = 12; // two flows that cross
static const double COST_OUTSIDE = 30; // a point beyond the area or on a legend
static const double COST_NAME = 2;     // a point where a name should stand
static const double COST_BEND = 30;    // a bend of 1 that differs from the usual one
static const double USUAL = 0.16;      // of the way

static const double bends[] = {0.16, 0.11,  0.22,  0.28,  0.05,  0.35,
                               0.42, -0.11, -0.16, -0.22, -0.28, -0.35};
enum { BENDS = sizeof bends / sizeof *bends };

struct course {
    struct point at[FINE + 1];
    double half[FINE + 1]; // px from the middle to the edge
    struct rect box;       // around all of it
};

struct chooser {
    const struct flow_space *space;
    struct course *courses; // of each flow, with its bend so far
    bool *set;
    size_t count, points, bend_count;
};

// Arcs on maps go upwards.
static double usual_side(const struct flow *flow) {
    return flow->to.x < flow->from.x ? -1 : 1;
}

static struct course course_of(const struct flow *flow, size_t points) {
    struct course course = {0};
    for (size_t i = 0; i <= points; i++) {
        double share = (double)i / (double)points;
        course.at[i] = flow_point_near(flow, share);
        double width = flow->start_width + (flow->end_width - flow->start_width) * share;
        course.half[i] = (i == points ? fmax(width, flow->head_width) : width) / 2;
        double half = course.half[i];
        struct rect own = {course.at[i].x - half, course.at[i].y - half, 2 * half, 2 * half};
        course.box = i > 0 ? rect_union(course.box, own) : own;
    }
    return course;
}

// Whether a point lies within `reach` of a line.
static bool is_near(struct point p, struct point a, struct point b, double reach) {
    double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
    double share = length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0;
    share = share < 0 ? 0 : share > 1 ? 1 : share;
    double x = p.x - a.x - share * dx, y = p.y - a.y - share * dy;
    return x * x + y * y < reach * reach;
}

static bool do_cross(const struct chooser *chooser, const struct course *a,
                     const struct course *b) {
    for (size_t i = 1; i <= chooser->points; i++) {
        for (size_t j = 1; j <= chooser->points; j++) {
            if (leaders_cross((struct leader){a->at[i - 1], a->at[i]},
                              (struct leader){b->at[j - 1], b->at[j]})) {
                return true;
            }
        }
    }
    return false;
}

static double shared_cost(const struct chooser *chooser, const struct course *a,
                          const struct course *b) {
    if (!rect_overlaps(rect_inset(a->box, -chooser->space->gap), b->box)) {
        return 0;
    }
    double cost = do_cross(chooser, a, b) ? COST_CROSSED : 0;
    for (size_t i = 1; i <= chooser->points; i++) {
        for (size_t j = 1; j <= chooser->points; j++) {
            double clear = a->half[i] + b->half[j] + chooser->space->gap;
            if (is_near(a->at[i], b->at[j - 1], b->at[j], clear)) {
                // where all begin they must meet
                cost += COST_SHARED * (0.25 + (double)(i < j ? i : j) / (double)chooser->points);
                break;
            }
        }
    }
    return cost;
}

static bool is_inside(struct rect rect, struct point at) {
    return at.x >= rect.x && at.x <= rect_right(rect) && at.y >= rect.y &&
           at.y <= rect_bottom(rect);
}

static double place_cost(const struct chooser *chooser, const struct course *course) {
    const struct flow_space *space = chooser->space;
    double cost = 0;
    for (size_t i = 0; i <= chooser->points; i++) {
        cost += is_inside(space->area, course->at[i]) ? 0 : COST_OUTSIDE;
        for (size_t k = 0; k < space->avoid_count; k++) {
            cost += is_inside(space->avoid[k], course->at[i]) ? COST_OUTSIDE : 0;
        }
        for (size_t k = 0; k < space->name_count; k++) {
            cost += is_inside(space->names[k], course->at[i]) ? COST_NAME : 0;
        }
    }
    return cost;
}

static double cost_of(const struct chooser *chooser, size_t index, const struct course *course,
                      double bend) {
    double cost = place_cost(chooser, course) + COST_BEND * fabs(bend - USUAL);
    for (size_t i = 0; i < chooser->count; i++) {
        if (i != index && chooser->set[i]) {
            cost += shared_cost(chooser, course, &chooser->courses[i]);
        }
    }
    return cost;
}

static void choose_one(const struct chooser *chooser, struct flow *flow, size_t index) {
    double least = INFINITY, side = usual_side(flow), best = USUAL;
    for (size_t i = 0; i < chooser->bend_count; i++) {
        flow->bend = side * bends[i];
        struct course course = course_of(flow, chooser->points);
        double cost = cost_of(chooser, index, &course, bends[i]);
        if (cost < least - 1e-9) {
            least = cost;
            best = bends[i];
            chooser->courses[index] = course;
        }
    }
    flow->bend = side * best;
    chooser->set[index] = true;
}

void flow_bends_choose(const struct flow_space *space, struct flow *flows, size_t count) {
    struct chooser chooser = {
        .space = space,
        .courses = ARENA_ARRAY(space->arena, count, struct course),
        .set = ARENA_ARRAY(space->arena, count, bool),
        .count = count,
        .points = count <= FINE_LIMIT ? FINE : COARSE,
        .bend_count = count <= FINE_LIMIT ? BENDS : COARSE_BENDS,
    };
    for (int round = 0; round < (count <= FINE_LIMIT ? ROUNDS : 1); round++) {
        for (size_t i = 0; i < count; i++) {
            if (!flows[i].course) {
                choose_one(&chooser, &flows[i], i);
            }
        }
    }
}
