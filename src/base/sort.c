// A stable sort with a context; equal elements keep their order, so the result is the same
// anywhere.
#include "base/sort.h"

#include <string.h>

struct order {
    sort_compare *compare;
    const void *context;
    size_t size;
};

// Merges the sorted [from, middle) and [middle, to) of `in` into the same place of `out`.
static void merge(const struct order *order, const char *in, char *out, size_t from, size_t middle,
                  size_t to) {
    size_t size = order->size;
    const char *left = in + from * size, *left_end = in + middle * size;
    const char *right = left_end, *right_end = in + to * size;
    out += from * size;
    while (left < left_end && right < right_end) {
        bool take_right = order->compare(left, right, order->context) > 0;
        const char **source = take_right ? &right : &left;
        memcpy(out, *source, size);
        *source += size;
        out += size;
    }
    memcpy(out, left, (size_t)(left_end - left));
    memcpy(out + (left_end - left), right, (size_t)(right_end - right));
}

void sort_stable(struct arena *scratch, void *items, size_t count, size_t size,
                 sort_compare *compare, const void *context) {
    if (count < 2)
        return;
    struct order order = {compare, context, size};
    char *from = items, *to = arena_alloc_array(scratch, count, size);
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t start = 0; start < count; start += 2 * width) {
            size_t middle = start + width < count ? start + width : count;
            size_t end = start + 2 * width < count ? start + 2 * width : count;
            merge(&order, from, to, start, middle, end);
        }
        char *swap = from;
        from = to;
        to = swap;
    }
    if (from != (char *)items)
        memcpy(items, from, count * size);
}
