// What the parts of the layout checker share: the scene being checked, its texts, the findings.
#pragma once

#include "scene/check.h"
#include "scene/polygon.h"
#include "scene/text_grid.h"

// px² that count as an overlap: less is a matter of antialiasing.
#define CHECK_OVERLAP_LIMIT 1.0

struct text_state {
    size_t item;
    struct convex ink;   // what clips leave of it
    struct rect visible; // the upright box of the same
    struct point centre;
    struct colour under; // opaque
    bool pictured;       // an image lies under it: no single colour
    double opacity;
    double covered; // px² by the shape being looked at
};

struct checker {
    struct arena *arena, scratch;
    const struct scene *scene;
    struct check_limits limits;
    struct text_state *texts;
    size_t text_count;
    struct text_grid grid;
    struct outline outline, moved;
    struct finding *findings;
    size_t count, capacity;
};

// What the groups around an item do to it.
struct surroundings {
    struct rect clip;
    double opacity;
    size_t end;
};

struct walk {
    struct surroundings levels[sizeof((struct scene *)0)->open / sizeof(size_t) + 1];
    size_t depth;
};

void check_walk_start(struct walk *walk, const struct scene *scene);
// The surroundings of item `index`; walks in order.
struct surroundings check_walk_to(struct walk *walk, const struct scene *scene, size_t index);

struct rect check_intersect(struct rect a, struct rect b); // empty where they are apart
struct colour check_fade(struct colour colour, double opacity);
void check_add_finding(struct checker *checker, struct finding finding); // fills in the words

// Finds texts on marks, and gives each text the colour that lies under it.
void check_shapes(struct checker *checker);
