// One scene put into another.
#include "unit.h"

#include "scene/path.h"

static void moves_everything_and_keeps_owners_apart(void **state) {
    struct arena arena;
    struct scene whole, part;
    (void)state;
    arena_init(&arena, NULL, NULL);
    scene_init(&whole, &arena, STR("whole"), 100, 100);
    scene_init(&part, &arena, STR("part"), 20, 20);
    struct colour red = {200, 0, 0, 255};
    scene_add_rect(&whole, ROLE_MARK_RECT, scene_new_owner(&whole), (struct rect){0, 0, 5, 5},
                   paint_solid(red));
    scene_open_clip(&part, ROLE_MARK, (struct rect){1, 2, 10, 10}, 0.5);
    scene_add_rect(&part, ROLE_MARK_RECT, scene_new_owner(&part), (struct rect){1, 2, 3, 4},
                   paint_solid(red))
        ->label = STR("甲");
    scene_close_group(&part);
    scene_append(&whole, &part, (struct point){30, 40});
    assert_int_equal(whole.count, 3);
    assert_int_equal(whole.owners, 2);
    assert_int_equal(whole.open_count, 0);
    const struct scene_item *group = &whole.items[1], *rect = &whole.items[2];
    assert_true(group->group.clipped && group->group.opacity == 0.5);
    assert_true(group->group.clip.x == 31 && group->group.clip.y == 42);
    assert_int_equal(group->group.end, 3);
    struct rect box = scene_item_bounds(&whole, 2);
    assert_true(box.x == 31 && box.y == 42 && box.width == 3 && box.height == 4);
    assert_true(rect->owner == 2 && str_is(rect->label, "甲"));
    arena_done(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(moves_everything_and_keeps_owners_apart)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
