// What is shown on maps: pins, flows and symbols, each where it belongs and clear of the rest.
#include "map_fixture.h"

#include "map/leader.h"

#include <math.h>

#define SHOWN(keys) \
    "{\"map\": {\"base\": \"sichuan\", \"approval\": \"示意图\", \"labels\": false, " keys "}}"

static void check_clean(struct fixture *f, const struct scene *scene) {
    const struct finding *findings;
    assert_int_equal(scene_check(&f->arena, scene, (struct check_limits){0}, &findings), 0);
    assert_int_equal(f->diag.warnings, 0);
}

static const struct scene_item *find_words(const struct scene *scene, const char *words) {
    for (size_t i = 0; i < scene->count; i++) {
        if (scene->items[i].kind == SCENE_TEXT && str_is(scene->items[i].text.words, words)) {
            return &scene->items[i];
        }
    }
    fail_msg("nothing says %s", words);
    return NULL;
}

// ---- pins

// A pin beside the western border: its words go where no dark line runs under them.
static void words_of_pins_keep_off_dark_lines(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    assert_true(
        draw(f,
             SHOWN("\"pins\": [{\"at\": [99.3, 30.5], \"label\": \"甘孜藏族自治州白玉县\"}, "
                   "{\"at\": [99.3, 30.0], \"label\": \"甘孜藏族自治州巴塘县\"}]"),
             1600, 900, &scene));
    check_clean(f, &scene);
    struct rect words[] = {find_words(&scene, "甘孜藏族自治州白玉县")->text.ink,
                           find_words(&scene, "甘孜藏族自治州巴塘县")->text.ink};
    size_t seen = 0;
    for (size_t i = 0; i < scene.count; i++) {
        const struct scene_item *item = &scene.items[i];
        bool outline = item->role == ROLE_BORDER && item->kind == SCENE_PATH &&
                       item->path.stroke.paint.colour.r < 128;
        seen += outline;
        for (size_t k = 0; outline && k < item->path.path.point_count; k++) {
            struct point at = item->path.path.points[k];
            for (int w = 0; w < 2; w++) {
                assert_false(at.x > words[w].x && at.x < rect_right(words[w]) &&
                             at.y > words[w].y && at.y < rect_bottom(words[w]));
            }
        }
    }
    assert_true(seen > 0);
}

// More pins than there is room for at their dots: the others' words stand farther off with a line.
static void words_without_room_stand_farther_off_with_a_line(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    assert_true(draw(f,
                     SHOWN("\"pins\": ["
                           "{\"at\": [103.8, 30.6], \"label\": \"一号志愿服务队驻地所在社区\"}, "
                           "{\"at\": [104.1, 30.6], \"label\": \"二号志愿服务队驻地所在社区\"}, "
                           "{\"at\": [104.4, 30.6], \"label\": \"三号志愿服务队驻地所在社区\"}, "
                           "{\"at\": [104.1, 30.9], \"label\": \"四号志愿服务队驻地所在社区\"}, "
                           "{\"at\": [104.1, 30.3], \"label\": \"五号志愿服务队驻地所在社区\"}]"),
                     1600, 900, &scene));
    check_clean(f, &scene);
    assert_int_equal(count_role(&scene, ROLE_MARK_LABEL), 5);
    assert_true(count_role(&scene, ROLE_LEADER) >= 1);
}

static void leaders_know_what_they_cross(void **state) {
    (void)state;
    struct rect box = {100, 100, 40, 20};
    struct leader line = leader_to((struct point){50, 110}, box, 5);
    assert_true(line.to.x == 95 && line.to.y == 110);
    assert_true(leader_enters((struct leader){{50, 110}, {150, 110}}, box));
    assert_false(leader_enters((struct leader){{50, 90}, {150, 90}}, box));
    assert_true(
        leaders_cross((struct leader){{0, 0}, {10, 10}}, (struct leader){{0, 10}, {10, 0}}));
    assert_false(
        leaders_cross((struct leader){{0, 0}, {10, 10}}, (struct leader){{5, 0}, {15, 10}}));
}

#define MAP_TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int main(void) {
    const struct CMUnitTest tests[] = {
        MAP_TEST(words_of_pins_keep_off_dark_lines),
        MAP_TEST(words_without_room_stand_farther_off_with_a_line),
        cmocka_unit_test(leaders_know_what_they_cross),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
