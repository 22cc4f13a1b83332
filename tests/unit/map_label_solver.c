// Choosing places for labels: best first, pushing neighbours, never overlapping.
#include "unit.h"

#include "map/label_solver.h"

static struct arena arena;
static const struct rect page = {0, 0, 400, 400};

static struct label_candidate at(double x, double y, double cost) {
    return (struct label_candidate){{x, y, 40, 20}, cost};
}

static void free_labels_take_their_best(void **state) {
    (void)state;
    const struct label_candidate a[] = {at(0, 0, 0), at(50, 0, 1)}, b[] = {at(100, 100, 0)};
    const struct label_wish wishes[] = {{a, 2, 1}, {b, 1, 2}};
    uint32_t chosen[2];
    label_solve(&arena, page, wishes, 2, NULL, 0, chosen);
    assert_int_equal(chosen[0], 0);
    assert_int_equal(chosen[1], 0);
}

static void the_greater_priority_keeps_the_place(void **state) {
    (void)state;
    const struct label_candidate a[] = {at(0, 0, 0), at(50, 0, 1)};
    const struct label_wish wishes[] = {{a, 2, 1}, {a, 2, 5}};
    uint32_t chosen[2];
    label_solve(&arena, page, wishes, 2, NULL, 0, chosen);
    assert_int_equal(chosen[0], 1);
    assert_int_equal(chosen[1], 0);
}

// The last label has one place; its holder has another only when a third one moves too.
static void a_label_pushes_through_its_neighbours(void **state) {
    (void)state;
    const struct label_candidate a[] = {at(0, 0, 0), at(50, 0, 1)};
    const struct label_candidate b[] = {at(50, 0, 0), at(100, 0, 1)};
    const struct label_candidate c[] = {at(0, 0, 0)};
    const struct label_wish wishes[] = {{a, 2, 3}, {b, 2, 2}, {c, 1, 1}};
    uint32_t chosen[3];
    label_solve(&arena, page, wishes, 3, NULL, 0, chosen);
    assert_int_equal(chosen[0], 1);
    assert_int_equal(chosen[1], 1);
    assert_int_equal(chosen[2], 0);
}

static void obstacles_and_edges_are_kept_free(void **state) {
    (void)state;
    const struct label_candidate a[] = {at(-1, 0, 0), at(370, 0, 0), at(200, 200, 1)};
    const struct label_candidate b[] = {at(200, 200, 0)};
    const struct label_wish wishes[] = {{a, 3, 1}, {b, 1, 0}};
    const struct rect wall = {239, 219, 50, 50};
    uint32_t chosen[2];
    label_solve(&arena, page, wishes, 2, &wall, 1, chosen);
    assert_int_equal(chosen[0], LABEL_UNPLACED);
    assert_int_equal(chosen[1], LABEL_UNPLACED);
    label_solve(&arena, page, wishes, 2, NULL, 0, chosen);
    assert_int_equal(chosen[0], 2);
    assert_int_equal(chosen[1], LABEL_UNPLACED);
}

static void crowds_never_overlap_and_nearly_all_stand(void **state) {
    (void)state;
    enum { CROWD = 90, EACH = 8 };
    static struct label_candidate places[CROWD][EACH];
    struct label_wish wishes[CROWD];
    unsigned seed = 3;
    for (size_t i = 0; i < CROWD; i++) {
        seed = seed * 1664525u + 1013904223u;
        double x = 40 + (seed >> 8) % 320, y = 40 + (seed >> 20) % 320;
        for (size_t k = 0; k < EACH; k++) {
            double dx[] = {-15, 4, -34, -15, 4, 4, -34, -34},
                   dy[] = {-6, -6, -6, -16, -16, 4, -16, 4};
            places[i][k] = (struct label_candidate){{x + dx[k], y + dy[k], 30, 12}, (double)k};
        }
        wishes[i] = (struct label_wish){places[i], EACH, 0};
    }
    uint32_t chosen[CROWD];
    label_solve(&arena, page, wishes, CROWD, NULL, 0, chosen);
    size_t placed = 0;
    for (size_t i = 0; i < CROWD; i++) {
        if (chosen[i] == LABEL_UNPLACED)
            continue;
        placed++;
        for (size_t j = 0; j < i; j++)
            assert_true(chosen[j] == LABEL_UNPLACED ||
                        !rect_overlaps(places[i][chosen[i]].box, places[j][chosen[j]].box));
    }
    assert_true(placed >= 84);
}

int main(void) {
    arena_init(&arena, NULL, NULL);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(free_labels_take_their_best),
        cmocka_unit_test(the_greater_priority_keeps_the_place),
        cmocka_unit_test(a_label_pushes_through_its_neighbours),
        cmocka_unit_test(obstacles_and_edges_are_kept_free),
        cmocka_unit_test(crowds_never_overlap_and_nearly_all_stand),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_done(&arena);
    return failed;
}
