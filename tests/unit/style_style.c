// The packaged styles: they load, can be read, and tell their series apart.
#include "fixture.h"

#include "style/style.h"

#include <math.h>

static const struct style *load(struct fixture *fixture, const char *name, const char *overrides) {
    const struct json *object = NULL;
    if (overrides) {
        object = json_parse(&fixture->arena, &fixture->diag, STR("over.json"), str_from(overrides));
        assert_non_null(object);
    }
    return style_load(&fixture->arena, &fixture->diag, (struct diag_place){0}, str_from(name),
                      STR("."), object);
}

static void check_readable(const struct style *style, struct colour text, double least) {
    if (colour_contrast(colour_over(text, style->paper), style->paper) < least) {
        fail_msg("a text of style %.*s has too little contrast", STR_ARG(style->name));
    }
}

// WCAG 2.1: 4.5 for text, 3 for marks against the paper.
static void texts_and_marks_stand_out(void **state) {
    struct fixture *fixture = *state;
    const struct str *names;
    size_t count = style_list(&fixture->arena, &names);
    assert_true(count >= 5);
    for (size_t i = 0; i < count; i++) {
        const struct style *style = load(fixture, names[i].data, NULL);
        assert_non_null(style);
        assert_true(str_equal(style->name, names[i]));
        if (!style->check_contrast) {
            continue;
        }
        const struct style_text *texts[] = {&style->title, &style->subtitle,    &style->label,
                                            &style->value, &style->axis_label,  &style->axis_title,
                                            &style->foot,  &style->legend_label};
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
            check_readable(style, texts[t]->colour, 4.5);
        }
        check_readable(style, style->accent, 4.5); // values take the accent too
        check_readable(style, style->context, 3);
        for (size_t p = 0; p < style->palette_count; p++) {
            check_readable(style, style->palette[p], 3);
        }
    }
}

// Packaged styles whose looks are ours to answer for: vega copies another program's.
static bool is_checked(const struct style *style) {
    return style->check_contrast;
}

// Any two colours differ for each kind of sight (CIEDE2000; 10 is clear at a glance), neighbours in
// the order of use most.
static void colours_differ_for_everyone(void **state) {
    struct fixture *fixture = *state;
    const struct str *names;
    size_t count = style_list(&fixture->arena, &names);
    for (size_t i = 0; i < count; i++) {
        const struct style *style = load(fixture, names[i].data, NULL);
        for (size_t p = 0; p < style->palette_count && is_checked(style); p++) {
            for (size_t q = p + 1; q < style->palette_count; q++) {
                for (int vision = VISION_NORMAL; vision <= VISION_TRITAN; vision++) {
                    double distance = colour_distance(style->palette[p], style->palette[q],
                                                      (enum colour_vision)vision);
                    if (distance < (q == p + 1 ? 12 : 10)) {
                        fail_msg("%s: colours %zu and %zu differ by %.1f (vision %d)",
                                 names[i].data, p, q, distance, vision);
                    }
                }
            }
        }
    }
}

// In grey print too: neighbours by 12 of lightness, which a bar's edge shows at a glance.
static void neighbours_differ_in_grey(void **state) {
    struct fixture *fixture = *state;
    const struct str *names;
    size_t count = style_list(&fixture->arena, &names);
    for (size_t i = 0; i < count; i++) {
        const struct style *style = load(fixture, names[i].data, NULL);
        for (size_t p = 1; p < style->palette_count && is_checked(style); p++) {
            double lightness = colour_lightness(style->palette[p]);
            double before = colour_lightness(style->palette[p - 1]);
            if (fabs(lightness - before) < 12) {
                fail_msg("%s: colours %zu and %zu are %.0f and %.0f light", names[i].data, p - 1, p,
                         before, lightness);
            }
        }
    }
}

// Values inside marks take ink or paper, whichever is clearer; at 24 px WCAG asks for 3.
static void values_inside_marks_can_be_read(void **state) {
    struct fixture *fixture = *state;
    const struct str *names;
    size_t count = style_list(&fixture->arena, &names);
    for (size_t i = 0; i < count; i++) {
        const struct style *style = load(fixture, names[i].data, NULL);
        for (size_t p = 0; p < style->palette_count; p++) {
            struct colour fill = style->palette[p];
            assert_true(
                fmax(colour_contrast(fill, style->paper), colour_contrast(fill, style->ink)) >= 4);
        }
    }
}

// What `tushuo styles NAME` prints is a style file of its own with the same look.
static void a_printed_style_loads_as_itself(void **state) {
    struct fixture *fixture = *state;
    const struct str *names;
    size_t count = style_list(&fixture->arena, &names);
    for (size_t i = 0; i < count; i++) {
        struct buf first = BUF_INIT(&fixture->arena), second = BUF_INIT(&fixture->arena);
        style_print(&first, load(fixture, names[i].data, NULL));
        struct str text = str_copy(&fixture->arena, buf_str(&first));
        const struct style *again = load(fixture, "vega", str_terminate(&fixture->arena, text));
        assert_non_null(again);
        style_print(&second, again);
        assert_true(str_equal(text, buf_str(&second)));
        buf_done(&first);
        buf_done(&second);
    }
}

static void styles_extend_one_another(void **state) {
    const struct style *rong = load(*state, "rong", NULL), *red = load(*state, "red", NULL);
    assert_true(rong->title.size == 46 && rong->title.bold);
    assert_true(red->title.size == 46); // from rong
    assert_true(str_is(red->title_font.family, "Noto Serif CJK SC"));
    assert_true(str_is(red->body_font.family, "Noto Sans CJK SC"));
    const struct style *vega = load(*state, "vega", NULL);
    assert_int_equal(vega->palette_count, 10);
    assert_int_equal(vega->number_form, NUMBER_D3);
}

static void overrides_win(void **state) {
    const struct style *style =
        load(*state, "rong", "{\"margin\": 10, \"title\": {\"size\": 30}, \"accent\": \"blue\"}");
    assert_true(style->margin == 10 && style->title.size == 30 && style->title.bold);
    assert_true(colour_equal(style->accent, (struct colour){0, 0, 255, 255}));
}

// A phone's label of 40 px: the rest keeps its proportion, space grows less, no text below 32 px.
static void a_size_scales_the_whole_look(void **state) {
    struct fixture *fixture = *state;
    const struct style *rong = load(fixture, "rong", NULL);
    struct style_reading reading = {.label = 56, .space = 0.5, .least_text = 48};
    const struct style *phone = style_scale(&fixture->arena, rong, reading);
    assert_true(phone->label.size == 56 && phone->title.size == 92 && phone->value.size == 56);
    assert_true(phone->foot.size == 48); // 44 could not be read
    assert_true(phone->bar_thickness == 112 && phone->rule_width == 4);
    assert_true(phone->margin == 72 && phone->width == rong->width);
    assert_ptr_equal(style_scale(&fixture->arena, rong, (struct style_reading){0}), rong);
}

static void lengths_may_have_units(void **state) {
    const struct style *style =
        load(*state, "rong", "{\"margin\": \"1in\", \"title\": {\"size\": \"12pt\"}}");
    assert_true(style->margin == 96 && style->title.size == 16);
    assert_null(load(*state, "rong", "{\"margin\": \"1em\"}"));
    assert_null(load(*state, "rong", "{\"margin\": \"9999999mm\"}"));
}

static bool was_reported(const struct fixture *fixture, enum diag_code code) {
    for (size_t i = 0; i < fixture->diag.count; i++) {
        if (fixture->diag.entries[i].code == code) {
            return true;
        }
    }
    return false;
}

static void faults_are_reported(void **state) {
    struct fixture *fixture = *state;
    assert_null(load(fixture, "rnog", NULL));
    assert_true(was_reported(fixture, DIAG_UNKNOWN_STYLE));
    assert_null(load(fixture, "rong", "{\"margni\": 10}"));
    assert_true(was_reported(fixture, DIAG_UNKNOWN_FIELD));
}

#define LOGO "\"box\": [20, 10], \"paths\": [{\"path\": \"M0 0H20V10z\"}]"

static void a_logo_has_a_file_or_shapes(void **state) {
    struct fixture *fixture = *state;
    const struct style *style = load(fixture, "rong", "{\"logo\": {" LOGO "}}");
    assert_true(style_has_logo(&style->logo) && style->logo.height == 56);
    assert_true(style->logo.box_width == 20 && style->logo.side == LOGO_FOOT);
    struct style_reading phone = {.label = 56};
    assert_true(style_scale(&fixture->arena, style, phone)->logo.height == 112);
    style = load(fixture, "rong", "{\"logo\": {\"height\": 0, " LOGO "}}");
    assert_false(style_has_logo(&style->logo));
    static const char *const faulty[] = {
        "{\"logo\": {}}",
        "{\"logo\": {\"paths\": [{\"path\": \"M0 0\"}]}}",
        "{\"logo\": {\"box\": [1, 1]}}",
    };
    for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++) {
        assert_null(load(fixture, "rong", faulty[i]));
    }
    assert_true(was_reported(fixture, DIAG_LOGO));
    assert_null(load(fixture, "rong", "{\"logo\": {\"file\": \"none.png\"}}"));
    assert_true(was_reported(fixture, DIAG_UNREADABLE_FILE));
}

static void words_are_chosen_by_language(void **state) {
    const struct style *style = load(*state, "rong", NULL);
    assert_true(str_is(style_words(style->note_prefix, STR("zh-Hans")), "注："));
    assert_true(str_is(style_words(style->note_prefix, STR("zh")), "注："));
    assert_true(str_is(style_words(style->note_prefix, STR("en-GB")), "Note: "));
    assert_true(str_is(style_words(style->note_prefix, STR("fr")), "Note: "));
    style = load(*state, "rong", "{\"notePrefix\": \"按：\"}");
    assert_true(str_is(style_words(style->note_prefix, STR("en")), "按："));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_and_marks_stand_out),
        cmocka_unit_test(colours_differ_for_everyone),
        cmocka_unit_test(neighbours_differ_in_grey),
        cmocka_unit_test(values_inside_marks_can_be_read),
        cmocka_unit_test(a_printed_style_loads_as_itself),
        cmocka_unit_test(styles_extend_one_another),
        cmocka_unit_test(overrides_win),
        cmocka_unit_test(words_are_chosen_by_language),
        cmocka_unit_test(a_size_scales_the_whole_look),
        cmocka_unit_test(lengths_may_have_units),
        cmocka_unit_test(faults_are_reported),
        cmocka_unit_test(a_logo_has_a_file_or_shapes),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
