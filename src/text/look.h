// How stretches of a text differ from the rest: weight, size, height, colour, dots, readings.
#pragma once

#include "base/colour.h"

enum look_weight { WEIGHT_OF_TEXT, WEIGHT_REGULAR, WEIGHT_BOLD };

struct text_look {
    enum look_weight weight;
    bool dotted;   // emphasis dots 着重号
    bool coloured; // else in the text's colour
    struct colour colour;
    double scale; // of the text's size
    double rise;  // em of the text's size, upwards (in columns to the right)
};

#define LOOK_PLAIN ((struct text_look){.scale = 1})

// Words from the span before up to byte `to`.
struct text_span {
    size_t to;
    const struct text_look *look;
};

// A reading above (in columns beside) the words [from, to): ruby, 注音.
struct text_reading {
    size_t from, to;
    struct str words;
};

// Words with their looks; no span: all plain. Both lists in order.
struct marked {
    struct str words;
    const struct text_span *spans;
    size_t span_count;
    const struct text_reading *readings;
    size_t reading_count;
};

static inline bool look_equal(const struct text_look *a, const struct text_look *b) {
    return a == b ||
           (a->weight == b->weight && a->dotted == b->dotted && a->coloured == b->coloured &&
            colour_equal(a->colour, b->colour) && a->scale == b->scale && a->rise == b->rise);
}
