// Path data as SVG writes it: every command, its short forms, its faults.
#include "unit.h"

#include "scene/path_data.h"

#include <math.h>

static int open_arena(void **state) {
    static struct arena arena;
    arena_init(&arena, NULL, NULL);
    *state = &arena;
    return 0;
}

static int close_arena(void **state) {
    arena_done(*state);
    return 0;
}

// The same verbs and points, within a thousandth.
static void check_same(struct arena *arena, const char *text, const char *as) {
    struct path_builder one = PATH_BUILDER(arena), two = PATH_BUILDER(arena);
    size_t at;
    assert_true(path_data_read(&one, str_from(text), &at));
    assert_true(path_data_read(&two, str_from(as), &at));
    struct path a = path_done(&one), b = path_done(&two);
    assert_int_equal(a.verb_count, b.verb_count);
    assert_memory_equal(a.verbs, b.verbs, a.verb_count);
    assert_int_equal(a.point_count, b.point_count);
    for (size_t i = 0; i < a.point_count; i++) {
        if (fabs(a.points[i].x - b.points[i].x) > 1e-3 ||
            fabs(a.points[i].y - b.points[i].y) > 1e-3) {
            fail_msg("%s: point %zu is %f,%f", text, i, a.points[i].x, a.points[i].y);
        }
    }
}

static void commands_have_short_forms(void **state) {
    check_same(*state, "m1 2l3 4", "M1 2L4 6");
    check_same(*state, "M0 0 10 0 10 10", "M0,0L10,0L10,10");
    check_same(*state, "M1 2H5V9h-1v-2z", "M1 2L5 2L5 9L4 9L4 7Z");
    check_same(*state, "M.5.5-1e1,2.", "M0.5 0.5L-10 2");
    check_same(*state, "M1 1zl2 2", "M1 1ZM1 1L3 3");
    check_same(*state, "M0 0c1 2 3 4 5 6 1 1 2 2 3 3", "M0 0C1 2 3 4 5 6C6 7 7 8 8 9");
    check_same(*state, "M0 0C1 2 3 4 5 6S8 9 10 11", "M0 0C1 2 3 4 5 6C7 8 8 9 10 11");
    check_same(*state, "M1 1S8 9 10 11", "M1 1C1 1 8 9 10 11");
    check_same(*state, "M0 0Q3 3 6 0", "M0 0C2 2 4 2 6 0");
    check_same(*state, "M0 0Q3 3 6 0t6 0", "M0 0C2 2 4 2 6 0C8 -2 10 -2 12 0");
    check_same(*state, "M0 0A0 5 0 0 1 9 9", "M0 0L9 9");
}

static void check_bounds(struct arena *arena, const char *text, struct rect expected) {
    struct path_builder builder = PATH_BUILDER(arena);
    size_t at;
    assert_true(path_data_read(&builder, str_from(text), &at));
    struct path path = path_done(&builder);
    struct rect box = path_bounds(&path);
    if (fabs(box.x - expected.x) > 0.01 || fabs(box.y - expected.y) > 0.01 ||
        fabs(box.width - expected.width) > 0.01 || fabs(box.height - expected.height) > 0.01) {
        fail_msg("%s: %f %f %f %f", text, box.x, box.y, box.width, box.height);
    }
}

// Arcs by their bounds: half circles either way, large and small, too small radii, turned ones.
static void arcs_become_curves(void **state) {
    check_bounds(*state, "M0 0A5 5 0 0 1 10 0", (struct rect){0, -5, 10, 5});
    check_bounds(*state, "M0 0A5 5 0 0 0 10 0", (struct rect){0, 0, 10, 5});
    check_bounds(*state, "M0 0a1 1 0 01 10 0", (struct rect){0, -5, 10, 5});
    check_bounds(*state, "M0 0a6 6 0 1 0 12 0a6 6 0 10-12 0z", (struct rect){0, -6, 12, 12});
    check_bounds(*state, "M0 5A5 5 0 1 0 5 0L0 0", (struct rect){0, 0, 10, 10});
    check_bounds(*state, "M0 0A2 4 90 0 1 8 0", (struct rect){0, -2, 8, 2});
}

static void check_fault(struct arena *arena, const char *text, size_t where) {
    struct path_builder builder = PATH_BUILDER(arena);
    size_t at = 0;
    assert_false(path_data_read(&builder, str_from(text), &at));
    if (at != where) {
        fail_msg("%s: at %zu", text, at);
    }
}

static void faults_have_their_place(void **state) {
    check_fault(*state, "", 0);
    check_fault(*state, "L1 1", 0);
    check_fault(*state, "M1", 2);
    check_fault(*state, "M1 1X", 4);
    check_fault(*state, "M1 1L2", 6);
    check_fault(*state, "M1 1L2 1e99", 7);
    check_fault(*state, "M0 0A5 5 0 2 1 9 9", 11);
    check_fault(*state, "M1 1\xE2\x80\x93", 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commands_have_short_forms),
        cmocka_unit_test(arcs_become_curves),
        cmocka_unit_test(faults_have_their_place),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
