// The cheapest parting into pages, by dynamic programming over the breaks.
#include "infographic/paginate.h"

#include <math.h>

// A page costs as much as a break that tears a thing apart; the emptiness of a page counts by its
// square, so that two half empty pages are better than a full and an empty one.
static const double page_cost = 4, empty_cost = 6, overfull_cost = 1000;
static const double parted_cost = 500; // of what belongs together, where nothing else is possible

struct best {
    double cost; // of the best parting of the units before this one
    size_t from; // where its last page begins
};

static double height_of(const struct page_unit *units, size_t from, size_t end,
                        const struct page_limits *limits) {
    double repeated = from > 0 ? limits->repeated : 0;
    return repeated + units[from].head + units[end - 1].bottom - units[from].top +
           units[end - 1].foot;
}

// Of a page of the units `from` up to `end`; INFINITY: they cannot be a page.
static double cost_of(const struct page_unit *units, size_t from, size_t end, size_t count,
                      const struct page_limits *limits, unsigned numbers) {
    double fill = height_of(units, from, end, limits) / limits->height;
    bool one = end - from == 1, many = limits->most_numbers && numbers > limits->most_numbers;
    double start = from && !units[from].forced ? fmin(units[from].cost, parted_cost) : 0;
    // A hair more than a page is rounding.
    if (fill > 1 + 1e-9 || many)
        return one ? start + page_cost + overfull_cost : INFINITY;
    bool last = end == count || units[end].forced;
    double empty = last && limits->ragged_last ? 0 : 1 - fill;
    return start + page_cost + empty_cost * empty * empty;
}

size_t paginate(struct arena *arena, const struct page_unit *units, size_t count,
                const struct page_limits *limits, size_t *ends) {
    struct best *best = ARENA_ARRAY(arena, count + 1, struct best);
    for (size_t end = 1; end <= count; end++) {
        unsigned numbers = 0;
        best[end].cost = INFINITY;
        for (size_t from = end; from-- > 0;) {
            numbers += units[from].numbers;
            double cost = best[from].cost + cost_of(units, from, end, count, limits, numbers);
            if (cost < best[end].cost)
                best[end] = (struct best){cost, from};
            bool full = units[end - 1].bottom - units[from].top > limits->height;
            if (units[from].forced || (full && isfinite(best[end].cost)))
                break;
        }
    }
    size_t pages = 0;
    for (size_t end = count; end > 0; end = best[end].from)
        ends[pages++] = end;
    for (size_t i = 0; i < pages / 2; i++) {
        size_t swap = ends[i];
        ends[i] = ends[pages - 1 - i];
        ends[pages - 1 - i] = swap;
    }
    return pages;
}
