// Scale bar, north arrow and legend of symbols: round values, true lengths, directions and areas.
#include "chart_fixture.h"

#include "map/north_arrow.h"
#include "map/scale_bar.h"
#include "map/symbol_scale.h"
#include "scene/path.h"

static struct guide_context guide(struct fixture *fixture, const char *language) {
    return (struct guide_context){
        .arena = &fixture->arena,
        .diag = &fixture->diag,
        .style = style_load(&fixture->arena, &fixture->diag, (struct diag_place){0}, STR("rong"),
                            STR("."), NULL),
        .text = fixture->text,
        .language = str_from(language),
    };
}

static void the_bar_is_round_and_true(void **state) {
    struct guide_context context = guide(*state, "zh-Hans");
    static const struct {
        double metres_per_px, most;
        const char *words;
        double length;
    } cases[] = {
        {1000, 130, "100千米", 100}, {1000, 260, "200千米", 200}, {100, 99, "5千米", 50},
        {1, 120, "100米", 100},      {0.01, 90, "0.5米", 50},     {4321, 100, "200千米", 46.2855},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct scale_bar bar = scale_bar_set(&context, cases[i].metres_per_px, cases[i].most);
        assert_string_equal(str_terminate(context.arena, bar.words), cases[i].words);
        assert_near(bar.length, cases[i].length);
    }
}

static void the_bar_is_drawn_as_long_as_it_says(void **state) {
    struct fixture *fixture = *state;
    struct guide_context context = guide(fixture, "en");
    struct scale_bar bar = scale_bar_set(&context, 500, 150);
    assert_true(str_is(bar.words, "50 km"));
    struct scene scene;
    scene_init(&scene, &fixture->arena, STR("m"), 400, 300);
    scale_bar_draw(&context, &scene, &bar, (struct point){20, 30});
    const struct scene_item *line = &scene.items[find_role(&scene, ROLE_LEGEND_SYMBOL, 0)];
    struct rect box = path_bounds(&line->path.path);
    assert_near(box.x, 20);
    assert_near(box.width, 100);
    assert_near(rect_bottom(box), 30 + bar.height);
}

static void the_arrow_points_north(void **state) {
    struct fixture *fixture = *state;
    struct guide_context context = guide(fixture, "zh-Hans");
    struct scene scene;
    scene_init(&scene, &fixture->arena, STR("m"), 400, 300);
    struct north_arrow arrow = north_arrow_set(&context, 30, 40);
    north_arrow_draw(&context, &scene, &arrow, (struct point){100, 100});
    const struct scene_path *path = &scene.items[find_role(&scene, ROLE_LEGEND_SYMBOL, 0)].path;
    struct point tip = path->path.points[0], tail = path->path.points[2];
    assert_near(atan2(tip.x - tail.x, tail.y - tip.y) * 180 / M_PI, 30);
    struct rect word = scene.items[find_role(&scene, ROLE_LEGEND_LABEL, 0)].text.ink;
    assert_true(word.x > tip.x - word.width / 2 && rect_bottom(word) < tip.y + word.height / 2);
    assert_true(word.x >= 100 && rect_right(word) <= 100 + arrow.width && word.y >= 100 - 1);
}

static void areas_are_true_to_values(void **state) {
    (void)state;
    struct symbol_scale scale = symbol_scale_make(900, 30);
    assert_near(symbol_radius(&scale, 900), 30);
    assert_near(symbol_radius(&scale, 100), 10);
    assert_near(symbol_radius(&scale, 225) * symbol_radius(&scale, 225) * 4, 900);
    assert_near(symbol_radius(&scale, 0), 0);
}

static void the_nested_legend_has_round_values_on_one_ground(void **state) {
    struct fixture *fixture = *state;
    struct guide_context context = guide(fixture, "zh-Hans");
    struct symbol_scale scale = symbol_scale_make(873, 90);
    struct symbol_legend legend =
        symbol_legend_set(&context, &scale, STR("项目数（个）"), NULL, NULL);
    assert_int_equal(legend.count, 3);
    assert_near(legend.values[0], 500);
    assert_near(legend.values[1], 100);
    assert_near(legend.values[2], 20);
    struct scene scene;
    scene_init(&scene, &fixture->arena, STR("m"), 400, 300);
    scene_add_rect(&scene, ROLE_PAPER, OWNER_NONE, (struct rect){0, 0, 400, 300},
                   paint_solid(context.style->paper));
    symbol_legend_draw(&context, &scene, &legend, (struct point){40, 50}, context.style->ink);
    for (size_t i = 0; i < 3; i++) {
        size_t index = find_role(&scene, ROLE_LEGEND_SYMBOL, 2 * i); // circle, leader, circle …
        struct rect box = path_bounds(&scene.items[index].path.path);
        assert_near(rect_bottom(box), 50 + legend.height);
        assert_near(box.width, 2 * symbol_radius(&scale, legend.values[i]));
        if (i > 0)
            assert_true(
                scene.items[find_role(&scene, ROLE_LEGEND_LABEL, i)].text.box.y >=
                scene.items[find_role(&scene, ROLE_LEGEND_LABEL, i - 1)].text.ink.y +
                    scene.items[find_role(&scene, ROLE_LEGEND_LABEL, i - 1)].text.ink.height);
    }
}

static void small_circles_are_left_out_of_the_legend(void **state) {
    struct guide_context context = guide(*state, "zh-Hans");
    struct symbol_scale scale = symbol_scale_make(100, 12);
    assert_int_equal(symbol_legend_set(&context, &scale, STR_NONE, NULL, NULL).count, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_bar_is_round_and_true),
        cmocka_unit_test(the_bar_is_drawn_as_long_as_it_says),
        cmocka_unit_test(the_arrow_points_north),
        cmocka_unit_test(areas_are_true_to_values),
        cmocka_unit_test(the_nested_legend_has_round_values_on_one_ground),
        cmocka_unit_test(small_circles_are_left_out_of_the_legend),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
