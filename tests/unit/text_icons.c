// Icons by name: English and Chinese, unknown ones, a machine without the font.
#include "text_fixture.h"

#include "text/icons.h"

#include "scene/path.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const struct icon *find(struct fixture *f, const char *name) {
    return icon_find(f->text, &f->diag, (struct diag_place){0}, str_from(name));
}

static void an_icon_fills_its_square(void **state) {
    static const char *const names[] = {"school", "hospital-building", "home-map-marker", "domain"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct icon *icon = find(*state, names[i]);
        assert_non_null(icon);
        struct rect box = path_bounds(&icon->shape);
        assert_true(box.x >= -0.5 && rect_right(box) <= 0.5);
        assert_true(box.y >= -0.5 && rect_bottom(box) <= 0.5);
        assert_true(box.width > 0.6 && box.height > 0.6);
        assert_within(box.x + box.width / 2, 0, 0.05);
        assert_within(box.y + box.height / 2, 0, 0.1);
    }
}

static void y_runs_down(void **state) {
    // the pin of a map is wide above and ends in a point below
    const struct icon *icon = find(*state, "map-marker");
    struct rect box = path_bounds(&icon->shape);
    double lowest_x = 0, lowest_y = -1;
    for (size_t i = 0; i < icon->shape.point_count; i++)
        if (icon->shape.points[i].y > lowest_y) {
            lowest_y = icon->shape.points[i].y;
            lowest_x = icon->shape.points[i].x;
        }
    assert_within(lowest_x, box.x + box.width / 2, 0.02);
}

static void every_chinese_name_has_its_icon(void **state) {
    static const char *const names[][2] = {
#define ICON(chinese, name) {chinese, name},
#include "text/icons.def"
#undef ICON
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct icon *icon = find(f, names[i][0]);
        assert_non_null(icon);
        assert_ptr_equal(icon, find(f, names[i][1]));
        struct str all = icon_chinese_names(&f->arena, icon->name);
        assert_true(str_find(all, str_from(names[i][0]), 0) != SIZE_MAX);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(names[i][0], names[j][0]);
    }
    assert_int_equal(f->diag.count, 0);
}

#include <math.h>

static void names_are_listed_in_order(void **state) {
    struct fixture *f = *state;
    struct str *names;
    size_t count;
    assert_true(icon_list(f->text, &f->arena, &f->diag, (struct diag_place){0}, &names, &count));
    assert_true(count > 1000);
    for (size_t i = 1; i < count; i++)
        assert_true(str_compare(names[i - 1], names[i]) < 0);
    for (size_t i = 0; i < count; i += 97)
        assert_non_null(icon_find(f->text, &f->diag, (struct diag_place){0}, names[i]));
}

static void an_unknown_name_has_near_ones(void **state) {
    static const char *const wrong[][2] = {
        {"schol", "school"}, {"学 校", "学校"}, {"", "--icons"}, {".notdef", "--icons"}};
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_null(find(f, wrong[i][0]));
        const struct diag_entry *entry = &f->diag.entries[f->diag.count - 1];
        assert_int_equal(entry->code, DIAG_UNKNOWN_ICON);
        assert_true(str_find(entry->hint, str_from(wrong[i][1]), 0) != SIZE_MAX);
    }
}

static void without_the_font_its_package_is_named(void **state) {
    char name[] = "/tmp/tushuo-fonts-XXXXXX";
    struct fixture *f = *state;
    FILE *file = fdopen(mkstemp(name), "w");
    assert_non_null(file);
    fputs("<fontconfig><include>/etc/fonts/fonts.conf</include><selectfont><rejectfont><pattern>"
          "<patelt name=\"family\"><string>Material Design Icons</string></patelt>"
          "</pattern></rejectfont></selectfont></fontconfig>",
          file);
    fclose(file);
    setenv("FONTCONFIG_FILE", name, 1);
    struct text_engine *engine = text_open(&f->arena, &f->diag, NULL);
    unsetenv("FONTCONFIG_FILE");
    unlink(name);
    struct diag diag;
    diag_init(&diag, &f->arena);
    assert_null(icon_find(engine, &diag, (struct diag_place){0}, STR("school")));
    assert_int_equal(diag.count, 1);
    assert_int_equal(diag.worst_status, 3);
    assert_true(str_find(diag.entries[0].hint, STR("fonts-materialdesignicons-webfont"), 0) !=
                SIZE_MAX);
    text_close(engine);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_icon_fills_its_square),
        cmocka_unit_test(y_runs_down),
        cmocka_unit_test(every_chinese_name_has_its_icon),
        cmocka_unit_test(names_are_listed_in_order),
        cmocka_unit_test(an_unknown_name_has_near_ones),
        cmocka_unit_test(without_the_font_its_package_is_named),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
