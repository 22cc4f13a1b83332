// The stable sort: order, stability, and the context it hands on.
#include "unit.h"

#include "base/sort.h"

struct item {
    int key, place;
};

static int by_key(const void *a, const void *b, const void *context) {
    const struct item *x = a, *y = b;
    int sign = *(const int *)context;
    return sign * ((x->key > y->key) - (x->key < y->key));
}

static void sorted_and_stable_at_every_length(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    uint32_t seed = 3;
    for (int count = 0; count < 300; count++) {
        struct item items[300];
        for (int i = 0; i < count; i++) {
            seed = seed * 1664525u + 1013904223u;
            items[i] = (struct item){(int)(seed >> 28), i};
        }
        int sign = count % 2 ? 1 : -1;
        sort_stable(&arena, items, (size_t)count, sizeof *items, by_key, &sign);
        for (int i = 1; i < count; i++) {
            int order = sign * (items[i].key - items[i - 1].key);
            assert_true(order > 0 || (order == 0 && items[i].place > items[i - 1].place));
        }
    }
    arena_done(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(sorted_and_stable_at_every_length)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
