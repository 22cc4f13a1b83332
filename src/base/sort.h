// A stable sort with a context; equal elements keep their order, so the result is the same
// anywhere.
#pragma once

#include "base/arena.h"

#include <stdbool.h>

typedef int sort_compare(const void *a, const void *b, const void *context);

// Merge sort; needs scratch of the same size from the arena.
void sort_stable(struct arena *scratch, void *items, size_t count, size_t size,
                 sort_compare *compare, const void *context);
