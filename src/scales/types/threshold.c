// The threshold scale: the author's limits.
#include "scales/steps.h"

const struct step_type steps_threshold = {.name = "threshold"};
