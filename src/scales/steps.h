// Scales from amounts to classes: each class reaches from one limit up to the next, which is the
// next class's. One file each in types/, one line in step_types.def.
#pragma once

#include "base/arena.h"
#include "base/str.h"

struct step_type {
    const char *name; // as Vega-Lite calls it
    // The limits between `classes` classes over `domain`, `count` amounts rising: `classes` - 1 of
    // them, rising. NULL: the domain itself are the limits.
    void (*limits)(const double *domain, size_t count, size_t classes, double *out);
};

#define STEPS(name) extern const struct step_type steps_##name;
#include "scales/step_types.def"
#undef STEPS

const struct step_type *step_type_find(struct str name); // NULL when there is none

struct steps {
    const double *limits; // rising
    size_t count;         // of limits: one less than there are classes
};

size_t steps_find(const struct steps *steps, double amount); // the index of its class
