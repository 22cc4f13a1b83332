// The small markup: the examples of docs/markup.md, faults, and what the engine makes of looks.
#include "text_fixture.h"

#include "base/file.h"
#include "config.h"
#include "text/font.h"
#include "text/markup.h"
#include "text/text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static struct marked read_markup(struct fixture *f, struct str words) {
    return markup_read(&(struct markup_job){.arena = &f->arena, .diag = &f->diag}, words);
}

// " bold 60% raised", or nothing.
static void dump_look(struct buf *out, const struct text_look *look) {
    if (look->weight != WEIGHT_OF_TEXT)
        buf_add_text(out, look->weight == WEIGHT_BOLD ? " bold" : " regular");
    if (look->dotted)
        buf_add_text(out, " dots");
    if (look->coloured) {
        buf_add_char(out, ' ');
        buf_add_colour(out, look->colour);
    }
    if (look->scale != 1)
        buf_printf(out, " %.0f%%", look->scale * 100);
    if (look->rise != 0)
        buf_add_text(out, look->rise > 0 ? " raised" : " lowered");
}

// The stretches of the words and their readings, as docs/markup.md writes them.
static struct str dump(struct fixture *f, const struct marked *marked) {
    struct buf out = BUF_INIT(&f->arena);
    size_t from = 0;
    for (size_t i = 0; i < marked->span_count; from = marked->spans[i].to, i++) {
        buf_add_str(&out, str_slice(marked->words, from, marked->spans[i].to));
        struct buf look = BUF_INIT(&f->arena);
        dump_look(&look, marked->spans[i].look);
        buf_printf(&out, "%s%s\n", look.len ? ":" : "", look.len ? look.data : "");
        buf_done(&look);
    }
    if (!marked->span_count)
        buf_printf(&out, "%.*s\n", STR_ARG(marked->words));
    for (size_t i = 0; i < marked->reading_count; i++) {
        const struct text_reading *reading = &marked->readings[i];
        struct str base = str_slice(marked->words, reading->from, reading->to);
        buf_printf(&out, "%.*s ← %.*s\n", STR_ARG(base), STR_ARG(reading->words));
    }
    struct str copy = str_copy(&f->arena, buf_str(&out));
    buf_done(&out);
    return copy;
}

static void examples_of_the_page_are_true(void **state) {
    struct fixture *f = *state;
    struct str page, fence = STR("```markup\n");
    assert_true(file_read(&f->arena, &f->diag, (struct diag_place){0},
                          STR(TUSHUO_SOURCE_DIR "/docs/markup.md"), FILE_LIMIT, &page));
    size_t found = 0;
    for (size_t at = str_find(page, fence, 0); at != SIZE_MAX; at = str_find(page, fence, at)) {
        at += fence.len;
        size_t bar = str_find(page, STR("\n--\n"), at), end = str_find(page, STR("```"), at);
        struct marked marked = read_markup(f, str_slice(page, at, bar));
        struct str expected = str_slice(page, bar + 4, end), has = dump(f, &marked);
        if (!str_equal(has, expected))
            fail_msg("%.*s\n-- has\n%.*s", STR_ARG(marked.words), STR_ARG(has));
        found++;
        at = end;
    }
    assert_true(found >= 6);
    assert_int_equal(f->diag.count, 0);
}

static void faults_are_reported_and_stay(void **state) {
    struct fixture *f = *state;
    const struct {
        const char *words, *plain, *message, *hint;
    } cases[] = {
        {"甲**乙", "甲**乙", "“**乙”", "write \\"},
        {"甲^2", "甲^2", "“^2”", "write \\"},
        {"**甲\n乙**", "**甲\n乙**", "no partner", "write \\"},
        {"[甲|rde]", "[甲|rde]", "“rde”", "red"},
        {"[甲|dost]", "[甲|dost]", "“dost”", "dots"},
        {"[甲|900%]", "[甲|900%]", "“900%”", "from 25% to 400%"},
        {"[甲|]", "[甲|]", "is not a look", "looks are bold"},
        {"{甲乙丙|a|b}", "{甲乙丙|a|b}", "one for each character", "write \\"},
        {"{甲}", "{甲}", "words and a reading", "write \\"},
        {"{|a}", "{|a}", "words and a reading", "write \\"},
        {"{甲|a", "{甲|a", "does not close", "write \\"},
        {"**甲[乙**丙|red]", "甲[乙丙|red]", NULL,
         NULL}, // crossing: the inner bracket is a bracket
        {"[甲**乙|red]**", "甲**乙**", "no partner", "write \\"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t before = f->diag.count;
        struct marked marked = read_markup(f, str_from(cases[i].words));
        if (!str_is(marked.words, cases[i].plain))
            fail_msg("%s gives %.*s", cases[i].words, STR_ARG(marked.words));
        assert_true(str_is(text_plain(&f->arena, str_from(cases[i].words)), cases[i].plain));
        if (!cases[i].message) {
            assert_int_equal(f->diag.count, before);
            continue;
        }
        assert_true(f->diag.count > before);
        const struct diag_entry *entry = &f->diag.entries[before];
        assert_int_equal(entry->severity, DIAG_ERROR);
        if (str_find(entry->message, str_from(cases[i].message), 0) == SIZE_MAX ||
            str_find(entry->hint, str_from(cases[i].hint), 0) == SIZE_MAX)
            fail_msg("%s: %.*s; %.*s", cases[i].words, STR_ARG(entry->message),
                     STR_ARG(entry->hint));
    }
}

static const struct text_block *set(struct fixture *f, const char *words, double width_em,
                                    enum text_mode mode, bool vertical) {
    struct text_request request = {
        .words = str_from(words),
        .markup = true,
        .style = {.fonts = STR("sans"),
                  .size = 20,
                  .colour = {0, 0, 0, 255},
                  .accent = {1, 2, 3, 255}},
        .width = width_em * 20,
        .mode = mode,
        .vertical = vertical,
    };
    return text_set(f->text, &f->arena, &f->diag, &request);
}

// The runs of a line that bring no words: readings and dots.
static size_t beside(const struct text_line *line, const struct scene_run **first) {
    size_t count = 0;
    for (size_t i = line->run_count; i > 0; i--)
        if (!line->runs[i - 1].words.len) {
            *first = &line->runs[i - 1];
            count++;
        }
    return count;
}

static void dots_stand_below_letters(void **state) {
    const struct scene_run *run = NULL;
    const struct text_block *block = set(*state, "甲[乙，丙（3）|dots]丁", 0, TEXT_WRAP, false);
    const struct text_line *line = &block->lines[0];
    assert_int_equal(beside(line, &run), 1);
    assert_int_equal(run->glyph_count, 3); // no mark has one
    for (size_t i = 0; i < 3; i++)
        assert_true(run->glyphs[i].place.y > 0); // below the baseline
    assert_within(run->glyphs[1].place.x - run->glyphs[0].place.x, 40, 0.01);
    assert_true(line->ink.y + line->ink.height > line->y + 0.2 * 20);
    assert_within(block->height, 20 * 1.19, 0.01);
    assert_true(str_is(block->words, "甲乙，丙（3）丁"));
}

static void dots_stand_right_of_columns(void **state) {
    const struct scene_run *run = NULL;
    const struct text_block *block = set(*state, "甲[乙丙|dots]", 0, TEXT_WRAP, true);
    assert_int_equal(beside(&block->lines[0], &run), 1);
    struct fixture *f = *state;
    const struct path *path = font_outline(f->text, run->font, run->glyphs[0].id);
    double left = INFINITY, em = font_get_info(f->text, run->font)->units_per_em;
    for (size_t i = 0; i < path->point_count; i++)
        left = fmin(left, path->points[i].x / em * run->size);
    assert_true(run->glyphs[0].place.x + left > 10); // beyond the column's right edge
    assert_within(block->width, 20 * 1.19, 0.01);
}

static void readings_stand_above_and_make_room(void **state) {
    const struct scene_run *run = NULL;
    const struct text_block *block = set(*state, "甲{乙|yǐ}丙\n丁", 0, TEXT_WRAP, false);
    assert_int_equal(beside(&block->lines[0], &run), 1);
    assert_within(run->size, 10, 1e-9);
    assert_true(run->glyphs[0].place.y < -0.88 * 20); // above the em box
    assert_within(block->first_baseline, (0.88 + 0.54) * 20, 0.01);
    assert_within(block->lines[0].width, 60, 0.01); // a short reading widens nothing
    block = set(*state, "甲{庄|zhuāng}丙", 0, TEXT_WRAP, false);
    assert_true(block->lines[0].width > 64);
    block = set(*state, "甲\n乙{丙|bǐng}", 0, TEXT_WRAP, false);
    assert_within(block->lines[1].y - block->lines[0].y, 1.6 * 20, 0.01);
}

static void words_under_a_reading_stay_together(void **state) {
    for (double width = 2; width < 9; width += 0.5) {
        const struct text_block *block =
            set(*state, "我们的{统一战线|tǒngyī zhànxiàn}工作很好", width, TEXT_WRAP, false);
        bool whole = false;
        for (size_t i = 0; i < block->line_count; i++)
            whole = whole || str_find(block->lines[i].words, STR("统一战线"), 0) != SIZE_MAX;
        assert_true(whole);
        assert_true(block->strain == STRAIN_OVERFLOW || block->width <= width * 20 + 0.01);
    }
}

static void a_reading_at_an_edge_stays_inside(void **state) {
    const struct scene_run *run = NULL;
    const struct text_block *block = set(*state, "（{漢|hàn}）", 0, TEXT_WRAP, false);
    assert_int_equal(beside(&block->lines[0], &run), 1);
    assert_true(run->glyphs[0].place.x >= 0);
    block = set(*state, "{庄严|zhuāng|yán}", 0, TEXT_WRAP, true);
    assert_int_equal(beside(&block->lines[0], &run), 1);
    assert_within(run->turn_deg, 90, 0);
    assert_true(run->glyphs[0].place.x > 10);
    assert_within(block->width, 1.54 * 20, 0.01);
}

static void a_cut_keeps_looks(void **state) {
    const struct text_block *block =
        set(*state, "**年度网络**[安全宣传|accent]活动覆盖全省", 9, TEXT_TRUNCATE, false);
    const struct text_line *line = &block->lines[0];
    struct fixture *f = *state;
    assert_true(block->truncated);
    assert_true(str_ends(line->words, STR("……")));
    assert_true(str_is(font_get_info(f->text, line->runs[0].font)->style, "Bold"));
    assert_int_equal(line->runs[1].colour.b, 3);
    assert_int_equal(line->runs[2].colour.b, 0);
    assert_true(str_is(line->runs[2].words, "……"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_of_the_page_are_true),
        cmocka_unit_test(faults_are_reported_and_stay),
        cmocka_unit_test(dots_stand_below_letters),
        cmocka_unit_test(dots_stand_right_of_columns),
        cmocka_unit_test(readings_stand_above_and_make_room),
        cmocka_unit_test(words_under_a_reading_stay_together),
        cmocka_unit_test(a_reading_at_an_edge_stays_inside),
        cmocka_unit_test(a_cut_keeps_looks),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
