// Finding classes of amounts.
#include "scales/steps.h"

static const struct step_type *const types[] = {
#define STEPS(name) &steps_##name,
#include "scales/step_types.def"
#undef STEPS
};

const struct step_type *step_type_find(struct str name) {
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (str_is(name, types[i]->name)) {
            return types[i];
        }
    }
    return NULL;
}

size_t steps_find(const struct steps *steps, double amount) {
    size_t low = 0, high = steps->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (steps->limits[middle] <= amount) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}
