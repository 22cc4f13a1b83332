// Ids of figures: they name the output files, so they must be names on any system.
#pragma once

#include "base/str.h"

enum { FIGURE_ID_LIMIT = 100 }; // bytes

// NULL when `id` may name a file, else what is wrong (translated).
const char *figure_id_fault(struct str id);

// The id in lower case (ASCII): two ids with the same one would share a file on some systems.
struct str figure_id_fold(struct arena *arena, struct str id);
