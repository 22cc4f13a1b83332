// Rectangles: overlap, inset, union.
#include "unit.h"

#include "base/geometry.h"

static void touching_is_not_overlapping(void **state) {
    (void)state;
    struct rect a = {0, 0, 10, 10};
    assert_true(rect_overlaps(a, (struct rect){9, 9, 5, 5}));
    assert_true(rect_overlaps(a, (struct rect){2, 2, 1, 1}));
    assert_false(rect_overlaps(a, (struct rect){10, 0, 5, 5}));
    assert_false(rect_overlaps(a, (struct rect){0, -5, 10, 5}));
    assert_false(rect_overlaps(a, (struct rect){20, 20, 5, 5}));
}

static void an_inset_does_not_turn_inside_out(void **state) {
    (void)state;
    struct rect r = rect_inset((struct rect){0, 0, 10, 4}, 3);
    assert_true(r.x == 3 && r.width == 4 && r.height == 0);
    assert_true(rect_right(rect_inset((struct rect){1, 1, 2, 2}, -1)) == 4);
}

static void the_union_leaves_out_what_is_empty(void **state) {
    (void)state;
    struct rect a = {1, 2, 3, 4}, none = {0, 0, 0, 0};
    struct rect same = rect_union(a, none), other = rect_union(none, a);
    assert_true(same.x == 1 && rect_right(same) == 4 && other.y == 2 && rect_bottom(other) == 6);
    struct rect both = rect_union(a, (struct rect){-5, 3, 1, 10});
    assert_true(both.x == -5 && both.y == 2 && rect_right(both) == 4 && rect_bottom(both) == 13);
    // A line has no area and still counts.
    struct rect line = rect_union(a, (struct rect){0, 9, 10, 0});
    assert_true(line.x == 0 && rect_bottom(line) == 9);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(touching_is_not_overlapping),
        cmocka_unit_test(an_inset_does_not_turn_inside_out),
        cmocka_unit_test(the_union_leaves_out_what_is_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
