// Right-to-left text among Chinese, combining marks and emoji sequences.
#include "text_fixture.h"

#include "text/bidi.h"
#include "text/font.h"

#include <math.h>

// Noto Sans CJK has neither Hebrew nor Arabic; DejaVu Sans comes with fontconfig.
static const struct text_block *set(struct fixture *f, const char *words, double width_em) {
    struct text_request request = {.words = str_from(words),
                                   .style = {.fonts = STR("sans, DejaVu Sans"), .size = 20},
                                   .width = width_em * 20};
    return text_set(f->text, &f->arena, &f->diag, &request);
}

static void order_follows_levels(void **state) {
    (void)state;
    const struct {
        uint8_t levels[8];
        size_t order[8];
    } cases[] = {
        {{0, 0, 0, 0, 0, 0, 0, 0}, {0, 1, 2, 3, 4, 5, 6, 7}},
        {{0, 1, 1, 1, 0, 0, 1, 0}, {0, 3, 2, 1, 4, 5, 6, 7}},
        {{1, 1, 2, 2, 2, 1, 0, 0}, {5, 2, 3, 4, 1, 0, 6, 7}},
        {{1, 1, 1, 1, 1, 1, 1, 1}, {7, 6, 5, 4, 3, 2, 1, 0}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t order[8];
        bidi_order(cases[i].levels, 8, order);
        assert_memory_equal(order, cases[i].order, sizeof order);
    }
}

static void plain_text_has_no_levels(void **state) {
    struct fixture *f = *state;
    const uint32_t plain[] = {0x7532, 'a', '1', 0x3002}, mixed[] = {0x7532, 0x5D0, 0x5D1, '1'};
    assert_null(bidi_levels(&f->arena, plain, 4));
    const uint8_t *levels = bidi_levels(&f->arena, mixed, 4);
    const uint8_t expected[] = {0, 1, 1, 2};
    assert_memory_equal(levels, expected, 4);
}

static void hebrew_runs_from_the_right(void **state) {
    const struct text_block *block = set(*state, "甲שלום12乙", 0);
    const struct text_line *line = &block->lines[0];
    struct fixture *f = *state;
    assert_int_equal(f->diag.count, 0);
    assert_int_equal(line->cluster_count, 8);
    const struct text_cluster *c = line->clusters;
    assert_within(c[0].x, 0, 0.01); // 甲 first
    for (size_t i = 1; i < 4; i++)  // each letter left of the one before
        assert_within(c[i + 1].x + c[i + 1].advance, c[i].x, 0.01);
    assert_within(c[5].x + c[5].advance, c[6].x, 0.01); // digits from the left, before the letters
    assert_within(c[6].x + c[6].advance, c[4].x, 0.01);
    assert_within(c[7].x + c[7].advance, line->width, 0.01); // 乙 last
    assert_true(str_is(line->words, "甲שלום12乙"));
    bool backward = false;
    for (size_t i = 0; i < line->run_count; i++)
        backward = backward || line->runs[i].right_to_left;
    assert_true(backward);
}

static void arabic_joins_and_wraps_line_by_line(void **state) {
    struct fixture *f = *state;
    // the letter alone and in the word have other glyphs
    uint32_t alone = set(f, "ب", 0)->lines[0].clusters[0].glyphs[0];
    assert_true(set(f, "ببب", 0)->lines[0].clusters[1].glyphs[0] != alone);
    const struct text_block *block = set(f, "العربية العربية العربية", 5);
    assert_int_equal(block->line_count, 3);
    for (size_t i = 0; i < 3; i++) {
        const struct text_line *line = &block->lines[i];
        assert_true(line->clusters[0].x > line->clusters[line->cluster_count - 1].x);
    }
    assert_int_equal(f->diag.count, 0);
}

static void brackets_are_mirrored(void **state) {
    const struct text_line *line = &set(*state, "א(ב)", 0)->lines[0];
    const struct text_line *plain = &set(*state, "a(b)", 0)->lines[0];
    assert_int_equal(line->cluster_count, 4);
    // the opening bracket, right of ב, is drawn as the closing one
    assert_true(line->clusters[1].x > line->clusters[2].x);
    assert_true(line->clusters[1].glyphs[0] != plain->clusters[1].glyphs[0]);
}

static void marks_and_sequences_are_whole(void **state) {
    static const char *const wholes[] = {
        "q\u0323\u0301",              // no face has it in one character
        "e\u0301",                    // composed
        "\U0001F600\uFE0F",           // with a selector
        "\U0001F600\u200D\U0001F601", // joined
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++) {
        struct str words = str_printf(&f->arena, "甲%s乙", wholes[i]);
        const struct text_block *block = set(f, words.data, 0.5);
        bool whole = false;
        for (size_t k = 0; k < block->line_count; k++)
            whole = whole || str_find(block->lines[k].words, str_from(wholes[i]), 0) != SIZE_MAX;
        if (!whole || f->diag.count)
            fail_msg("%s: %zu lines, %.*s", words.data, block->line_count,
                     f->diag.count ? (int)f->diag.entries[0].message.len : 0,
                     f->diag.count ? f->diag.entries[0].message.data : "");
    }
    // a mark that its base's face does not have: one face for both, one cluster
    const struct text_line *line = &set(f, "q\u0323", 0)->lines[0];
    assert_int_equal(line->cluster_count, 1);
    assert_true(str_is(font_get_info(f->text, line->clusters[0].font)->family, "DejaVu Sans"));
}

static void what_stands_on_a_missing_character_goes_with_it(void **state) {
    struct fixture *f = *state;
    size_t before = f->diag.count;
    const struct text_block *block = set(f, "甲\U000F0000\u0301\uFE0F乙", 0);
    assert_true(str_is(block->words, "甲乙"));
    assert_int_equal(f->diag.count, before + 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_follows_levels),
        cmocka_unit_test(plain_text_has_no_levels),
        cmocka_unit_test(hebrew_runs_from_the_right),
        cmocka_unit_test(arabic_joins_and_wraps_line_by_line),
        cmocka_unit_test(brackets_are_mirrored),
        cmocka_unit_test(marks_and_sequences_are_whole),
        cmocka_unit_test(what_stands_on_a_missing_character_goes_with_it),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
