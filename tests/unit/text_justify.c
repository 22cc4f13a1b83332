// Justified lines: what shrinks and stretches, in which order; columns of lines.
#include "text_fixture.h"

#include "text/line.h"

#include <math.h>
#include <string.h>

static int close_silent(void **state) {
    struct fixture *fixture = *state;
    assert_int_equal(fixture->diag.count, 0);
    return close_fixture(state);
}

// Units of a line as letters: x a Han character, ( and ) brackets, comma, stop, _ a word space, =
// a character with a Han–Latin gap behind it, - a dash.
static struct unit unit_of(char c) {
    static const struct text_look look = {.scale = 1};
    struct unit unit = {.look = &look, .class = CLASS_HAN, .advance = 1, .half = 1};
    unit.character = 0x5B57;
    switch (c) {
    case '(':
        unit.class = CLASS_OPEN, unit.half = 0.5;
        break;
    case ')':
        unit.class = CLASS_CLOSE, unit.half = 0.5;
        break;
    case ',':
        unit.class = CLASS_PAUSE, unit.half = 0.5;
        break;
    case '.':
        unit.class = CLASS_STOP, unit.half = 0.5;
        break;
    case '_':
        unit = (struct unit){.look = &look, .class = CLASS_SPACE, .advance = 0.3, .half = 0.3};
        unit.character = ' ';
        break;
    case '=':
        unit.gap = 0.125;
        break;
    case '-':
        unit.class = CLASS_DASH;
        break;
    }
    return unit;
}

// What justification puts behind each unit so that the line is `by` em longer than it is.
static const double *justify(struct fixture *f, const char *line, double by) {
    size_t count = strlen(line);
    struct unit *units = ARENA_ARRAY(&f->arena, count, struct unit);
    struct span span = {.to = count};
    for (size_t i = 0; i < count; i++) {
        units[i] = unit_of(line[i]);
        span.width += unit_advance(&units[i]);
    }
    return justify_line(&f->arena, units, &span, span.width + by);
}

static void check(struct fixture *f, const char *line, double by, const char *expected) {
    const double *extra = justify(f, line, by);
    struct str shown = STR_NONE;
    for (size_t i = 0; extra && i < strlen(line); i++)
        shown = str_printf(&f->arena, "%.*s%s%.3g", STR_ARG(shown), i ? " " : "",
                           fabs(extra[i]) < 1e-9 ? 0 : extra[i]);
    if (!str_is(shown, expected))
        fail_msg("%s %+g: %.*s", line, by, STR_ARG(shown));
}

static void marks_shrink_in_order(void **state) {
    check(*state, "xx,x(x)x.x", 0, "");
    // word spaces, to a quarter of an em
    check(*state, "x_x,x(x)x.x", -0.04, "0 -0.04 0 0 0 0 0 0 0 0 0");
    // then brackets, alike; the blank of an opening one is before it
    check(*state, "x_x,x(x)x.x", -0.55, "0 -0.05 0 0 -0.25 0 0 -0.25 0 0 0");
    // then pauses, then stops
    check(*state, "xx,x(x)x.x", -1.25, "0 0 -0.25 -0.5 0 0 -0.5 0 0 0");
    check(*state, "xx,x(x)x.x", -1.75, "0 0 -0.5 -0.5 0 0 -0.5 0 -0.25 0");
    // marks at the edges are trimmed already
    check(*state, "(x,x)", -0.5, "0 0 -0.5 0 0");
}

static void places_stretch_in_order(void **state) {
    // word spaces, to half an em
    check(*state, "x_x=xx", 0.2, "0 0.2 0 0 0 0");
    // then Han–Latin gaps, to a third
    check(*state, "x_x=xx", 0.3, "0 0.2 0 0.1 0 0");
    // then all places between Han alike, none at dashes
    check(*state, "x=x-xxx", 0.20833 + 0.3, "0.1 0.208 0 0 0.1 0.1 0");
}

static const struct text_block *set(struct fixture *f, const char *words, double width,
                                    const struct text_request *like) {
    struct text_request request = *like;
    request.words = str_from(words);
    request.style = (struct text_style){.fonts = STR("sans"), .size = 20};
    request.width = width * 20;
    return text_set(f->text, &f->arena, &f->diag, &request);
}

// Ten and a half em of words in ten: the comma gives way, and no word goes to a line of its own.
static void a_line_is_squeezed_rather_than_broken(void **state) {
    const struct text_request justified = {.mode = TEXT_JUSTIFY};
    const struct text_block *block = set(*state, "甲乙丙丁，戊己庚辛壬", 9.6, &justified);
    assert_int_equal(block->line_count, 1);
    assert_within(block->lines[0].width, 9.6 * 20, 0.01);
    assert_within(block->lines[0].clusters[4].advance, 0.6 * 20, 0.01);
    block = set(*state, "甲乙丙丁戊己庚辛壬癸", 9.6, &justified);
    assert_int_equal(block->line_count, 2);
}

static const char prose[] =
    "回眸2022，是极不寻常、极不平凡的一年，是继往开来的一年。面对“两个大局”交织激荡的复杂形势，全市"
    "统一战线凝心聚力（18个商会、5.38亿元产值）、守正创新——各项工作取得新进展。";

static void every_line_but_the_last_is_flush(void **state) {
    const struct text_request justified = {.mode = TEXT_JUSTIFY, .indent = 2};
    for (double width = 8; width < 30; width += 0.7) {
        const struct text_block *block = set(*state, prose, width, &justified);
        assert_within(block->lines[0].x, 2 * 20, 1e-9); // 2 em indent
        for (size_t i = 0; i + 1 < block->line_count; i++)
            assert_within(block->lines[i].x + block->lines[i].width, width * 20, 0.01);
        const struct text_line *last = &block->lines[block->line_count - 1];
        assert_true(last->width <= width * 20 + 0.01);
    }
}

static void check_columns(const struct text_block *block, bool vertical, double measure,
                          size_t wanted) {
    size_t in_column = 0, most = 0, least = SIZE_MAX, columns = 1;
    for (size_t i = 0; i < block->line_count; i++) {
        const struct text_line *line = &block->lines[i];
        double along = vertical ? line->y : line->x;
        double before = !i ? along : vertical ? line[-1].y : line[-1].x;
        if (along > before + measure / 2) { // indents are less
            columns++;
            most = in_column > most ? in_column : most;
            least = in_column < least ? in_column : least;
            in_column = 0;
        }
        in_column++;
    }
    assert_int_equal(columns, wanted);
    least = in_column < least ? in_column : least;
    assert_true(most - least <= 2);
}

static void columns_are_balanced(void **state) {
    for (unsigned columns = 2; columns <= 4; columns++)
        for (int vertical = 0; vertical < 2; vertical++) {
            const struct text_request request = {
                .mode = TEXT_JUSTIFY, .indent = 2, .columns = columns, .vertical = vertical};
            struct text_request one = request;
            double measure = 8, width = columns * measure + (columns - 1) * 2;
            one.columns = 0;
            const struct text_block *block = set(*state, prose, width, &request);
            const struct text_block *plain = set(*state, prose, measure, &one);
            assert_int_equal(block->line_count, plain->line_count);
            check_columns(block, vertical, measure * 20, columns);
            assert_within(vertical ? block->height : block->width, width * 20, 0.01);
            double across = vertical ? block->width : block->height;
            double full = vertical ? plain->width : plain->height;
            assert_true(across < full / columns + 2 * 1.35 * 20);
        }
}

static void no_widow_begins_a_column(void **state) {
    // five lines, the last alone would begin the second column of four and three
    const struct text_request request = {.columns = 2, .column_gap = 1};
    const struct text_block *block =
        set(*state, "甲乙丙丁甲乙丙丁甲乙\n甲乙丙丁\n甲乙丙丁\n甲乙丙丁", 9, &request);
    assert_int_equal(block->line_count, 6);
    assert_true(block->lines[3].x > 0); // three and three
    block = set(*state, "甲乙丙丁\n甲乙丙丁甲乙丙丁甲乙\n甲乙丙丁", 9, &request);
    assert_int_equal(block->line_count, 5);
    assert_within(block->lines[3].x, 0, 1e-9); // the paragraph's last line stays with it
    assert_true(block->lines[4].x > 0);
    assert_within(block->lines[4].y, block->lines[0].y, 1e-9);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_shrink_in_order),
        cmocka_unit_test(places_stretch_in_order),
        cmocka_unit_test(a_line_is_squeezed_rather_than_broken),
        cmocka_unit_test(every_line_but_the_last_is_flush),
        cmocka_unit_test(columns_are_balanced),
        cmocka_unit_test(no_widow_begins_a_column),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_silent);
}
