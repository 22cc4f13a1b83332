// An opaque name of an opened font face; only `text/` knows what is behind it.
#pragma once

#include <stdint.h>

typedef struct {
    uint16_t index; // in the run's `struct fonts`
} font_id;
