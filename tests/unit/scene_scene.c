// The scene: groups nest, bounds follow strokes, points and clips.
#include "unit.h"

#include <math.h>
#include <string.h>

#include "scene/path.h"

static struct arena arena;
static struct scene scene;

static const struct colour black = {0, 0, 0, 255};

static int start(void **state) {
    (void)state;
    arena_init(&arena, NULL, NULL);
    scene_init(&scene, &arena, STR("fig"), 400, 300);
    return 0;
}

static int stop(void **state) {
    (void)state;
    arena_done(&arena);
    return 0;
}

static void assert_near(double value, double expected, double within) {
    assert_true(fabs(value - expected) <= within);
}

static void assert_rect(struct rect r, double x, double y, double width, double height) {
    assert_near(r.x, x, 1e-9);
    assert_near(r.y, y, 1e-9);
    assert_near(r.width, width, 1e-9);
    assert_near(r.height, height, 1e-9);
}

static void groups_end_behind_their_items(void **state) {
    (void)state;
    scene_open_group(&scene, ROLE_FRAME, STR("outer"));
    scene_open_group(&scene, ROLE_AXIS, STR_NONE);
    scene_add_line(&scene, ROLE_AXIS_TICK, (struct point){0, 5}, (struct point){10, 5}, 2, black);
    scene_close_group(&scene);
    scene_add_rect(&scene, ROLE_MARK_RECT, scene_new_owner(&scene), (struct rect){20, 0, 5, 5},
                   paint_solid(black));
    scene_close_group(&scene);
    scene_add_rect(&scene, ROLE_PAPER, OWNER_NONE, (struct rect){0, 0, 400, 300},
                   paint_solid(black));
    assert_int_equal(scene.items[0].group.end, 4);
    assert_int_equal(scene.items[1].group.end, 3);
    assert_int_equal(scene.open_count, 0);
    assert_rect(scene_item_bounds(&scene, 2), -1, 4, 12, 2);
    assert_rect(scene_item_bounds(&scene, 0), -1, 0, 26, 6);
    assert_int_equal(scene.items[3].owner, 1);
}

static void a_clip_cuts_its_groups_bounds(void **state) {
    (void)state;
    scene_open_clip(&scene, ROLE_MARK, (struct rect){0, 0, 10, 10}, 1);
    scene_add_rect(&scene, ROLE_MARK_RECT, OWNER_NONE, (struct rect){5, 5, 50, 50},
                   paint_solid(black));
    scene_close_group(&scene);
    scene_open_clip(&scene, ROLE_MARK, (struct rect){0, 0, 1, 1}, 0.5);
    scene_add_rect(&scene, ROLE_MARK_RECT, OWNER_NONE, (struct rect){5, 5, 50, 50},
                   paint_solid(black));
    scene_close_group(&scene);
    assert_rect(scene_item_bounds(&scene, 0), 5, 5, 5, 5);
    assert_rect(scene_item_bounds(&scene, 2), 0, 0, 0, 0);
}

static void points_are_bounded_by_place_and_size(void **state) {
    (void)state;
    struct path_builder builder = PATH_BUILDER(&arena);
    path_circle(&builder, (struct point){0, 0}, 0.5);
    const struct point places[] = {{10, 10}, {20, 40}};
    const double sizes[] = {4, 10};
    const struct colour colours[] = {black, black};
    scene_add_points(&scene, ROLE_MARK_SYMBOL, OWNER_NONE,
                     (struct scene_points){.shape = path_done(&builder),
                                           .places = places,
                                           .sizes = sizes,
                                           .colours = colours,
                                           .count = 2});
    assert_rect(scene_item_bounds(&scene, 0), 8, 8, 17, 37);
}

static void every_role_has_a_class(void **state) {
    (void)state;
    for (int role = 0; role < ROLE_COUNT; role++)
        assert_non_null(strstr(scene_role_class((enum scene_role)role), "role-"));
    assert_string_equal(scene_role_class(ROLE_AXIS_LABEL), "mark-text role-axis-label");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(groups_end_behind_their_items, start, stop),
        cmocka_unit_test_setup_teardown(a_clip_cuts_its_groups_bounds, start, stop),
        cmocka_unit_test_setup_teardown(points_are_bounded_by_place_and_size, start, stop),
        cmocka_unit_test_setup_teardown(every_role_has_a_class, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
