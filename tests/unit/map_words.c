// What maps say of themselves in documents of several languages.
#include "map_fixture.h"

#define ROWS                                                                                 \
    DATA("{\"name\": \"成都\", \"v\": 21268000}, {\"name\": \"德阳\", \"v\": 3459000}, " \
         "{\"name\": \"绵阳\", \"v\": 4860000}, {\"name\": \"南充\", \"v\": 4100000}")

static const char *const figure =
    "{" ROWS ", "
    "\"map\": {\"base\": \"sichuan\", \"approval\": \"Schematic map\", \"labels\": false, "
    "\"scaleBar\": true, \"northArrow\": true, \"highlight\": [\"成都\"], "
    "\"pins\": [{\"at\": \"绵阳\", \"label\": \"Opening\"}], "
    "\"fill\": {\"field\": \"v\", \"title\": \"Population\", \"unit\": \"people\", \"counts\": "
    "true, "
    "\"classes\": {\"limits\": [0, 4000000, 5000000, 30000000]}}, "
    "\"symbols\": {\"field\": \"v\", \"title\": \"People\"}, "
    "\"flows\": [{\"from\": \"成都\", \"to\": \"德阳\"}]}}";

static void check_has_no_chinese(const struct scene *scene) {
    for (size_t i = 0; i < scene->count; i++) {
        if (scene->items[i].kind == SCENE_TEXT && !str_is(scene->items[i].text.words, "标题")) {
            struct str words = scene->items[i].text.words;
            for (size_t k = 0; k < words.len; k++) { // en dashes are below U+3000
                if ((unsigned char)words.data[k] >= 0xE3) {
                    fail_msg("in Chinese: %.*s", STR_ARG(words));
                }
            }
        }
    }
}

static void english_documents_have_english_words(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    assert_true(draw_in(f, "en-GB", figure, 1600, 900, &scene));
    check_has_no_chinese(&scene);
    static const char *const shown[] = {"N", "Population (people)", "People", "No data",
                                        "4,000,000 – 4,999,999 (2)"};
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        if (!has_words(&scene, shown[i])) {
            fail_msg("not shown: %s", shown[i]);
        }
    }
    static const char *const said[] = {
        "Choropleth map: 标题. 21 regions, Population (people): ",
        "4,000,000 – 4,999,999 (2): 绵阳市, 南充市; ",
        "Highlighted: 成都市. Marked: Opening. Areas of circles: People: 成都市: 21,268,000; ",
        "Arrows: 成都→德阳."};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        if (str_find(scene.description, str_from(said[i]), 0) == SIZE_MAX) {
            fail_msg("not said: %s in %.*s", said[i], STR_ARG(scene.description));
        }
    }
    assert_true(str_ends(scene.description, STR(".")));
}

static void chinese_documents_have_chinese_words(void **state) {
    static const char *const languages[] = {"zh", "zh-Hans", "zh-CN"};
    struct fixture *f = *state;
    struct scene scene;
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        assert_true(draw_in(f, languages[i], figure, 1600, 900, &scene));
        assert_true(has_words(&scene, "北"));
        assert_true(has_words(&scene, "无数据"));
        assert_true(has_words(&scene, "Population（万people）"));
        assert_true(has_words(&scene, "400～<500（2个）"));
    }
}

#define MAP_TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int main(void) {
    const struct CMUnitTest tests[] = {
        MAP_TEST(english_documents_have_english_words),
        MAP_TEST(chinese_documents_have_chinese_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
