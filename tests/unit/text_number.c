// Printed numbers in two sizes, optical centring and columns of numbers.
#include "text_fixture.h"

#include "text/font.h"

#include <math.h>

enum { SIZE = 40 };

static int close_silent(void **state) {
    struct fixture *fixture = *state;
    assert_int_equal(fixture->diag.count, 0);
    return close_fixture(state);
}

static const struct text_block *set_number(struct fixture *f, const char *printed) {
    struct text_number number = {
        .printed = str_from(printed),
        .style = {.fonts = STR("sans"), .size = SIZE, .bold = true, .colour = {200, 0, 0, 255}},
        .unit_regular = true,
        .unit_colour = {0, 0, 0, 255},
    };
    return text_set_number(f->text, &f->arena, &f->diag, &number);
}

static void digits_are_large_and_units_small(void **state) {
    const struct text_block *block = set_number(*state, "3000余万人次");
    const struct text_line *line = &block->lines[0];
    struct fixture *f = *state;
    assert_int_equal(line->run_count, 2);
    assert_true(str_is(line->runs[0].words, "3000"));
    assert_within(line->runs[0].size, SIZE, 1e-9);
    assert_within(line->runs[1].size, SIZE / 2.0, 1e-9);
    assert_int_equal(line->runs[0].colour.r, 200);
    assert_int_equal(line->runs[1].colour.r, 0);
    assert_true(str_is(font_get_info(f->text, line->runs[0].font)->style, "Bold"));
    assert_true(str_is(font_get_info(f->text, line->runs[1].font)->style, "Regular"));
    for (size_t i = 0; i < line->runs[1].glyph_count; i++) // one baseline
        assert_within(line->runs[1].glyphs[i].place.y, 0, 1e-9);
    // the gap is seen, and small
    double digits = 0;
    for (size_t i = 0; i < 4; i++)
        digits += line->clusters[i].advance;
    const struct text_block *plain = set_number(f, "3000");
    assert_true(digits - plain->width > 0.03 * SIZE);
    assert_true(digits - plain->width <= 0.08 * SIZE + 1e-9);
}

// The words of the large runs, joined by |.
static void check_large(struct fixture *f, const char *printed, const char *expected) {
    const struct text_block *block = set_number(f, printed);
    struct str large = STR_NONE;
    for (size_t i = 0; i < block->lines[0].run_count; i++) {
        const struct scene_run *run = &block->lines[0].runs[i];
        if (run->size > 0.9 * SIZE)
            large = str_printf(&f->arena, "%.*s%s%.*s", STR_ARG(large), large.len ? "|" : "",
                               STR_ARG(run->words));
    }
    if (!str_is(large, expected))
        fail_msg("%s: %.*s", printed, STR_ARG(large));
}

static void what_is_large_follows_the_number(void **state) {
    check_large(*state, "约12.5%", "12.5");
    check_large(*state, "−5.2℃", "−5.2");
    check_large(*state, "15%～30%", "15|30");
    check_large(*state, "13～17万元", "13～17");
    check_large(*state, "1,234人", "1,234");
    check_large(*state, "第1位", "1");
    check_large(*state, "三张", "三");
    check_large(*state, "5千", "5"); // digits there: 千 is a word of the unit
    check_large(*state, "100人以上", "100");
    check_large(*state, "", "");
}

// Middle of the first line's ink, below the point that the block is centred on; em.
static double offset(struct fixture *f, const struct text_block *block, size_t digits_only) {
    struct scene scene;
    scene_init(&scene, &f->arena, STR("t"), 400, 400);
    struct text_placement at = {.at = {200, 200}, .baseline = BASELINE_MIDDLE};
    text_place(&scene, ROLE_MARK_TEXT, OWNER_NONE, block, &at);
    const struct scene_text *text = &scene.items[0].text;
    const struct scene_run *run = &text->runs[0];
    double top = INFINITY, bottom = -INFINITY, count = digits_only ? 1 : (double)run->glyph_count;
    for (size_t i = 0; i < (size_t)count; i++) {
        const struct path *path = font_outline(f->text, run->font, run->glyphs[i].id);
        double units = font_get_info(f->text, run->font)->units_per_em;
        for (size_t k = 0; k < path->point_count; k++) {
            double y = text->origin.y - path->points[k].y / units * run->size;
            top = fmin(top, y), bottom = fmax(bottom, y);
        }
    }
    return ((top + bottom) / 2 - 200) / block->style.size;
}

static const struct text_block *set_plain(struct fixture *f, const char *words, const char *fonts) {
    struct text_request request = {.words = str_from(words),
                                   .style = {.fonts = str_from(fonts), .size = SIZE}};
    return text_set(f->text, &f->arena, &f->diag, &request);
}

static void labels_look_centred(void **state) {
    const char *const words[] = {"5.38亿元", "国", "亿元", "2022", "成都市"};
    const char *const fonts[] = {"Noto Sans CJK SC", "Noto Serif CJK SC"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (size_t k = 0; k < 2; k++)
            assert_within(offset(*state, set_plain(*state, words[i], fonts[k]), 0), 0, 0.03);
    assert_within(offset(*state, set_number(*state, "3000余万人次"), 1), 0, 0.015);
}

static void columns_stand_on_the_point(void **state) {
    const char *const words[] = {"1.23", "4.56", "11.7", "102", "3.4亿元"};
    const double before[] = {1, 1, 2, 3, 1}; // digits before the point
    double digit = set_plain(*state, "0", "sans")->width;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_within(text_decimal_place(set_plain(*state, words[i], "sans")), before[i] * digit,
                      0.001);
    assert_within(text_decimal_place(set_plain(*state, "", "sans")), 0, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits_are_large_and_units_small),
        cmocka_unit_test(what_is_large_follows_the_number),
        cmocka_unit_test(labels_look_centred),
        cmocka_unit_test(columns_stand_on_the_point),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_silent);
}
