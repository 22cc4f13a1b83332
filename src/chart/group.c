// Grouping rows: a hash of each row's values, equal ones compared.
#include "chart/group.h"

#include <math.h>
#include <string.h>

static const uint64_t MIX = 0x9E3779B97F4A7C15u;

uint64_t group_hash(struct value value) {
    if (value.kind == VALUE_STRING) {
        return str_hash(value.string);
    }
    double number = value.number == 0 ? 0 : value.number; // -0 is 0
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    bits = (bits ^ (bits >> 29)) * MIX;
    return (bits ^ (bits >> 32)) + value.kind;
}

static bool is_same(struct value a, struct value b) {
    return a.kind == b.kind &&
           (a.kind == VALUE_STRING ? str_equal(a.string, b.string)
                                   : a.kind == VALUE_NULL || a.number == b.number);
}

static uint64_t hash_row(const struct value *const *columns, size_t count, size_t row) {
    uint64_t hash = 0;
    for (size_t i = 0; i < count; i++) {
        hash = (hash ^ group_hash(columns[i][row])) * MIX;
    }
    return hash ^ (hash >> 31);
}

static bool same_rows(const struct value *const *columns, size_t count, size_t a, size_t b) {
    for (size_t i = 0; i < count; i++) {
        if (!is_same(columns[i][a], columns[i][b])) {
            return false;
        }
    }
    return true;
}

// Gives every row the number of its group; returns how many there are.
static size_t number_groups(struct arena *arena, const struct value *const *columns,
                            size_t column_count, size_t rows, size_t *of) {
    size_t slot_count = 16, groups = 0;
    while (slot_count < 2 * rows) {
        slot_count *= 2;
    }
    size_t *slots = ARENA_ARRAY(arena, slot_count, size_t); // the first row of a group + 1
    for (size_t row = 0; row < rows; row++) {
        size_t slot = hash_row(columns, column_count, row) & (slot_count - 1);
        while (slots[slot] && !same_rows(columns, column_count, slots[slot] - 1, row)) {
            slot = (slot + 1) & (slot_count - 1);
        }
        if (!slots[slot]) {
            slots[slot] = row + 1;
            of[row] = groups++;
        } else {
            of[row] = of[slots[slot] - 1];
        }
    }
    return groups;
}

struct groups group_rows(struct arena *arena, const struct value *const *columns,
                         size_t column_count, size_t rows) {
    struct groups groups = {.members = ARENA_ARRAY(arena, rows, size_t),
                            .of = ARENA_ARRAY(arena, rows, size_t)};
    groups.count = number_groups(arena, columns, column_count, rows, groups.of);
    groups.starts = ARENA_ARRAY(arena, groups.count + 1, size_t);
    size_t *next = ARENA_ARRAY(arena, groups.count + 1, size_t);
    for (size_t i = 0; i < rows; i++) {
        groups.starts[groups.of[i] + 1]++;
    }
    for (size_t g = 0; g < groups.count; g++) {
        groups.starts[g + 1] += groups.starts[g];
        next[g] = groups.starts[g];
    }
    for (size_t i = 0; i < rows; i++) {
        groups.members[next[groups.of[i]]++] = i;
    }
    return groups;
}

static int rank_of(struct value value) {
    return value.kind == VALUE_NULL     ? 0
           : value.kind == VALUE_NUMBER ? 1
           : value.kind == VALUE_STRING ? 2
                                        : 3;
}

int group_compare(struct value a, struct value b) {
    if (rank_of(a) != rank_of(b)) {
        return rank_of(a) < rank_of(b) ? -1 : 1;
    }
    if (a.kind == VALUE_STRING) {
        int order = str_compare(a.string, b.string);
        return (order > 0) - (order < 0);
    }
    return a.kind == VALUE_NULL ? 0 : (a.number > b.number) - (a.number < b.number);
}
