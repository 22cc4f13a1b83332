// Setting text: widths, lines, squeeze, fonts, and what bad input does.
#include "text_fixture.h"

#include "text/font.h"

#include <math.h>
#include <string.h>

static const struct text_block *set(struct fixture *f, const char *words, double width_em,
                                    enum text_mode mode) {
    struct text_request request = {
        .words = str_from(words),
        .style = {.fonts = STR("Noto Sans CJK SC"), .size = 20, .colour = {0, 0, 0, 255}},
        .width = width_em * 20,
        .mode = mode,
    };
    return text_set(f->text, &f->arena, &f->diag, &request);
}

static double natural(struct fixture *f, const char *words) {
    return set(f, words, 0, TEXT_WRAP)->width / 20;
}

static void adjacent_marks_are_squeezed(void **state) {
    const struct {
        const char *words;
        double em;
    } cases[] = {{"《甲》《乙》", 4.5}, {"甲，“乙”", 4},   {"（甲）。", 2.5},
                 {"真的？！", 3},       {"好！！！", 2.5}, {"甲……乙", 4},
                 {"甲·乙", 2.5},        {"甲、乙、丙", 5}, {"引言——正文", 6}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_within(natural(*state, cases[i].words), cases[i].em, 0.01);
}

static void han_and_digits_are_spaced(void **state) {
    double plain = natural(*state, "产值") + natural(*state, "5.38") + natural(*state, "亿元");
    assert_within(natural(*state, "产值5.38亿元"), plain + 0.25, 0.001);
}

static void a_text_keeps_every_character_in_order(void **state) {
    const char *words = "坚持“面对面”+“键对键”宣讲模式，5.38亿元";
    const struct text_block *block = set(*state, words, 7, TEXT_WRAP);
    char all[200] = "";
    assert_true(block->line_count > 2);
    for (size_t i = 0; i < block->line_count; i++) {
        assert_true(block->lines[i].width <= 7 * 20 + 0.01);
        strncat(all, block->lines[i].words.data, block->lines[i].words.len);
    }
    assert_string_equal(all, words);
    assert_int_equal(block->strain, STRAIN_NONE);
}

static void trimming_is_known_before_breaking(void **state) {
    const struct text_block *block = set(*state, "年度网络安全宣传，活动覆盖", 8.5, TEXT_WRAP);
    assert_int_equal(block->line_count, 2);
    assert_true(str_is(block->lines[1].words, "活动覆盖"));
}

static void a_long_line_is_cut_before_a_number(void **state) {
    const struct text_block *block = set(*state, "实现产值5.38亿元以上", 7, TEXT_TRUNCATE);
    assert_true(block->truncated);
    assert_int_equal(block->line_count, 1);
    assert_true(str_is(block->lines[0].words, "实现产值……"));
}

static void marks_may_hang(void **state) {
    struct fixture *f = *state;
    struct text_request request = {.words = STR("年度网络安全宣传，活动覆盖"),
                                   .hanging = true,
                                   .width = 160,
                                   .style = {.fonts = STR("sans"), .size = 20}};
    const struct text_block *block = text_set(f->text, &f->arena, &f->diag, &request);
    assert_int_equal(block->line_count, 2);
    assert_true(str_is(block->lines[0].words, "年度网络安全宣传，"));
    assert_within(block->lines[0].width, 160, 0.01);
    assert_true(block->lines[0].ink.width > 160);
}

static void markup_is_read_once(void **state) {
    struct fixture *f = *state;
    struct text_request request = {.words = STR("**甲**乙m^2^\\*"),
                                   .markup = true,
                                   .style = {.fonts = STR("sans"), .size = 20}};
    const struct text_block *block = text_set(f->text, &f->arena, &f->diag, &request);
    assert_true(str_is(block->words, "甲乙m2*"));
    const struct text_line *line = &block->lines[0];
    assert_int_equal(line->run_count, 4);
    assert_true(str_is(font_get_info(f->text, line->runs[0].font)->style, "Bold"));
    assert_within(line->runs[2].size, 12, 1e-9);
    assert_true(line->runs[2].glyphs[0].place.y < -6);
    request.words = STR("5*3 **甲");
    block = text_set(f->text, &f->arena, &f->diag, &request);
    assert_true(str_is(block->words, "5*3 **甲"));
    assert_int_equal(f->diag.entries[f->diag.count - 1].code, DIAG_MARKUP);
}

static void marks_without_end_are_left_out(void **state) {
    char words[3000] = "甲";
    for (size_t i = 0; i < 1000; i++)
        strcat(words, "\u0301");
    const struct text_block *block = set(*state, words, 0, TEXT_WRAP);
    assert_int_equal(block->lines[0].cluster_count, 1);
    assert_int_equal(block->words.len, 3 + 30 * 2);
}

static double column(struct fixture *f, const char *words, const struct text_block **out) {
    struct text_request request = {
        .words = str_from(words), .style = {.fonts = STR("sans"), .size = 20}, .vertical = true};
    *out = text_set(f->text, &f->arena, &f->diag, &request);
    return (*out)->height / 20;
}

static void columns_turn_combine_and_squeeze(void **state) {
    const struct text_block *block;
    assert_within(column(*state, "第12季度", &block), 4, 0.01);
    assert_int_equal(block->lines[0].clusters[1].orientation, TEXT_COMBINED);
    assert_true(block->lines[0].runs[1].stretch_x < 1);
    assert_within(column(*state, "A类地区", &block), 4, 0.01);
    assert_int_equal(block->lines[0].clusters[0].orientation, TEXT_UPRIGHT);
    assert_within(column(*state, "甲，“乙”", &block), 4, 0.01);
    column(*state, "GDP增速", &block);
    assert_int_equal(block->lines[0].clusters[0].orientation, TEXT_SIDEWAYS);
    assert_within(block->lines[0].runs[0].turn_deg, 90, 0);
    // the ink of a Han character lies around the axis
    const struct text_line *line = &block->lines[0];
    assert_within(line->ink.x + line->ink.width / 2, line->x, 1);
}

static void justified_lines_are_flush(void **state) {
    const struct text_block *block =
        set(*state, "回眸2022，是极不寻常、极不平凡的一年，是继往开来的一年。", 9.3, TEXT_JUSTIFY);
    assert_true(block->line_count > 2);
    for (size_t i = 0; i + 1 < block->line_count; i++)
        assert_within(block->lines[i].width, 9.3 * 20, 0.01);
}

static void the_width_is_the_block_width(void **state) {
    struct fixture *f = *state;
    struct text_style style = {.fonts = STR("serif"), .size = 16, .bold = true};
    struct str words = STR("（2022年）综述");
    double width = text_width(f->text, &f->arena, &f->diag, &style, words);
    struct text_request request = {.words = words, .style = style};
    const struct text_block *block = text_set(f->text, &f->arena, &f->diag, &request);
    assert_within(width, block->width, 1e-9);
    assert_within(text_width(f->text, &f->arena, &f->diag, &style, words), width, 0);
    assert_true(
        str_is(font_get_info(f->text, block->lines[0].runs[0].font)->family, "Noto Serif CJK SC"));
}

static const struct text_block *set_in(struct fixture *f, const char *language, const char *fonts,
                                       const char *words) {
    struct text_request request = {
        .words = str_from(words),
        .style = {.fonts = str_from(fonts), .size = 20, .language = str_from(language)}};
    return text_set(f->text, &f->arena, &f->diag, &request);
}

static void forms_follow_the_language(void **state) {
    struct fixture *f = *state;
    // one face: the forms are chosen in it
    static const char *const tags[] = {"zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "ja"};
    const char *const words[] = {"骨", "次", "，", "直"};
    const bool differ[][4] = {{0, 1, 1, 1}, {0, 1, 0, 1}, {0, 1, 1, 0}, {0, 0, 1, 1}};
    for (size_t w = 0; w < 4; w++) {
        uint32_t first = 0;
        for (size_t i = 0; i < 4; i++) {
            const struct text_block *block = set_in(f, tags[i], "Noto Sans CJK SC", words[w]);
            uint32_t glyph = block->lines[0].clusters[0].glyphs[0];
            first = i ? first : glyph;
            assert_int_equal(glyph != first, differ[w][i]);
        }
    }
    // generic names are the language's families
    const char *const families[] = {"Noto Sans CJK SC", "Noto Sans CJK TC", "Noto Sans CJK HK",
                                    "Noto Sans CJK JP"};
    for (size_t i = 0; i < 4; i++) {
        font_id font = set_in(f, tags[i], "sans", "骨")->lines[0].clusters[0].font;
        assert_true(str_is(font_get_info(f->text, font)->family, families[i]));
    }
    assert_within(set_in(f, "en", "sans", "“a”")->width / 20, 1.3, 0.3);
}

static void an_unknown_language_is_reported(void **state) {
    struct fixture *f = *state;
    size_t before = f->diag.count;
    set_in(f, "tlh", "sans", "甲");
    assert_int_equal(f->diag.count, before + 1);
    assert_int_equal(f->diag.entries[before].code, DIAG_TEXT_LANGUAGE);
    assert_true(str_find(f->diag.entries[before].hint, STR("zh-Hant-HK, ja, en"), 0) != SIZE_MAX);
    set_in(f, "zh-Hant-MO", "sans", "甲");
    set_in(f, "EN_us", "sans", "甲");
    assert_int_equal(f->diag.count, before + 1);
}

static void outlines_and_faces_are_there(void **state) {
    struct fixture *f = *state;
    const struct text_block *block = set(f, "图", 0, TEXT_WRAP);
    const struct scene_run *run = &block->lines[0].runs[0];
    const struct path *path = font_outline(f->text, run->font, run->glyphs[0].id);
    assert_true(path->verb_count > 10);
    assert_ptr_equal(path, font_outline(f->text, run->font, run->glyphs[0].id));
    assert_non_null(font_cairo_face(f->text, run->font));
    struct buf file = BUF_INIT(&f->arena);
    assert_true(font_subset(f->text, &f->diag, run->font, &run->glyphs[0].id, 1, &file));
    assert_true(file.len > 500);
    buf_done(&file);
}

static void a_missing_glyph_is_reported(void **state) {
    struct fixture *f = *state;
    size_t before = f->diag.count;
    const struct text_block *block = set(f, "甲\xF4\x8F\xBF\xBD乙", 0, TEXT_WRAP); // U+10FFFD
    assert_within(block->width, 40, 0.01);
    assert_int_equal(f->diag.count, before + 1);
    assert_int_equal(f->diag.entries[before].code, DIAG_NO_GLYPH);
    assert_true(str_find(f->diag.entries[before].message, STR("U+10FFFD"), 0) != SIZE_MAX);
}

static void an_unknown_font_names_the_package(void **state) {
    struct fixture *f = *state;
    size_t before = f->diag.count;
    struct text_style style = {.fonts = STR("No Such Face"), .size = 10};
    assert_true(text_width(f->text, &f->arena, &f->diag, &style, STR("甲")) > 9.9);
    assert_int_equal(f->diag.count, before + 1);
    assert_int_equal(f->diag.entries[before].code, DIAG_FONT_MISSING);
    assert_int_equal(f->diag.entries[before].severity, DIAG_ERROR);
    assert_true(str_find(f->diag.entries[before].hint, STR("fonts-noto-cjk"), 0) != SIZE_MAX);
    style.fonts = STR("No Such Face, sans"); // an alternative is there
    text_width(f->text, &f->arena, &f->diag, &style, STR("甲"));
    assert_int_equal(f->diag.entries[before + 1].severity, DIAG_WARNING);
}

static void bad_bytes_and_sizes_are_reported(void **state) {
    struct fixture *f = *state;
    assert_within(set(f, "甲\xFF\xC0乙", 0, TEXT_WRAP)->width, 40, 0.01);
    assert_int_equal(f->diag.entries[f->diag.count - 1].code, DIAG_TEXT_ENCODING);
    assert_within(set(f, "甲\x01乙", 0, TEXT_WRAP)->width, 40, 0.01);
    assert_int_equal(f->diag.entries[f->diag.count - 1].code, DIAG_CONTROL_CHARACTER);
    assert_int_equal(set(f, "甲", NAN, TEXT_WRAP)->line_count, 0);
    assert_int_equal(f->diag.entries[f->diag.count - 1].code, DIAG_TEXT_SIZE);
    const struct text_block *narrow = set(f, "甲乙", 0.1, TEXT_WRAP);
    assert_int_equal(narrow->line_count, 2);
    assert_int_equal(narrow->strain, STRAIN_OVERFLOW);
    assert_int_equal(set(f, "甲乙", -3, TEXT_WRAP)->line_count, 2);
    assert_int_equal(set(f, "", 3, TEXT_WRAP)->line_count, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adjacent_marks_are_squeezed),
        cmocka_unit_test(han_and_digits_are_spaced),
        cmocka_unit_test(a_text_keeps_every_character_in_order),
        cmocka_unit_test(trimming_is_known_before_breaking),
        cmocka_unit_test(a_long_line_is_cut_before_a_number),
        cmocka_unit_test(marks_may_hang),
        cmocka_unit_test(markup_is_read_once),
        cmocka_unit_test(columns_turn_combine_and_squeeze),
        cmocka_unit_test(justified_lines_are_flush),
        cmocka_unit_test(the_width_is_the_block_width),
        cmocka_unit_test(forms_follow_the_language),
        cmocka_unit_test(an_unknown_language_is_reported),
        cmocka_unit_test(outlines_and_faces_are_there),
        cmocka_unit_test(a_missing_glyph_is_reported),
        cmocka_unit_test(an_unknown_font_names_the_package),
        cmocka_unit_test(bad_bytes_and_sizes_are_reported),
        cmocka_unit_test(marks_without_end_are_left_out),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
