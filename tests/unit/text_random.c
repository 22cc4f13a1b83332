// Seeded random text at many widths: the promises of line breaking that no text may break.
#include "unit.h"

#include "base/utf8.h"
#include "text/text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *const pieces[] = {
    "年",       "度", "网络",    "安全",      "的",   "了",     "省",       "，",   "。",
    "、",       "：", "；",      "！",        "？",   "“",      "”",        "‘",    "’",
    "（",       "）", "《",      "》",        "——",   "……",     "·",        "～",   "/",
    "％",       "％", "12.6%",   "3,000",     "5",    "2022年", "5.38亿元", "￥35", "GDP",
    "Wi-Fi",    " ",  "第3季度", "300余场次", "+",    "−5℃",    "【",       "】",   "10:30",
    "15%～30%", "(",  ")",       "שלום",      "عربي", "é",      "😀",
};

static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

struct sample {
    char plain[1000], marked[4000];
    size_t plain_len, marked_len;
};

static void append(char *text, size_t *len, const char *part) {
    memcpy(text + *len, part, strlen(part));
    *len += strlen(part);
}

// Marks around some pieces; readings on single Han characters only, since words under one reading
// may be wider than a line.
static void make_text(uint32_t *seed, bool markup, struct sample *out) {
    static const char *const marks[][2] = {
        {"**", "**"}, {"^", "^"}, {"[", "|dots #c00]"}, {"[", "|150%]"}, {"{", "|zh\u012B}"}};
    size_t count = 1 + next_random(seed) % 40;
    out->plain_len = out->marked_len = 0;
    for (size_t i = 0; i < count; i++) {
        const char *piece = pieces[next_random(seed) % (sizeof pieces / sizeof *pieces)];
        size_t form = markup ? next_random(seed) % 12 : 12;
        bool one_han = strlen(piece) == 3 && (unsigned char)piece[0] >= 0xE4 &&
                       (unsigned char)piece[0] <= 0xE9;
        if (form == 4 && !one_han)
            form = 12;
        append(out->plain, &out->plain_len, piece);
        if (form < 5)
            append(out->marked, &out->marked_len, marks[form][0]);
        append(out->marked, &out->marked_len, piece);
        if (form < 5)
            append(out->marked, &out->marked_len, marks[form][1]);
    }
}

static bool is_one_of(uint32_t character, const char *set) {
    struct str s = str_from(set);
    for (size_t at = 0; at < s.len;)
        if (utf8_next(s, &at) == character)
            return true;
    return false;
}

static bool is_digit(uint32_t character) {
    return character >= '0' && character <= '9';
}

static uint32_t first_of(struct str s) {
    size_t at = 0;
    return utf8_next(s, &at);
}

static uint32_t last_of(struct str s) {
    size_t at = s.len;
    return utf8_previous(s, &at);
}

static void check_break(const struct text_line *line, const struct text_line *next, bool title) {
    uint32_t end = last_of(line->words), start = first_of(next->words);
    bool adjacent = line->words.data + line->words.len == next->words.data;
    assert_false(is_one_of(start, "，。、：；！？”’）》】·～/％%℃…)"));
    assert_false(is_one_of(end, "“‘（《【￥("));
    assert_false(adjacent && start == 0x2014 && !title); // a title's subtitle may
    assert_false(adjacent && is_digit(end) && is_digit(start));
}

// A line that is too wide holds nothing but what must not be parted: no two plain Han.
static void check_width(const struct text_line *line, double width) {
    if (line->width <= width + 0.01)
        return;
    uint32_t before = 0;
    for (size_t at = 0; at < line->words.len;) {
        uint32_t character = utf8_next(line->words, &at);
        assert_false(character >= 0x4E00 && before >= 0x4E00 && before < 0xA000 &&
                     character < 0xA000);
        before = character;
    }
}

static void check_block(const struct text_block *block, struct str words, double width,
                        bool title) {
    size_t at = 0;
    for (size_t i = 0; i < block->line_count; i++) {
        const struct text_line *line = &block->lines[i];
        if (!line->words.len)
            continue;
        while (str_find(words, line->words, at) != at && words.data[at] == ' ')
            at++;
        assert_int_equal(str_find(words, line->words, at), at);
        at += line->words.len;
        check_width(line, width);
        double sum = 0;
        size_t bytes = 0;
        for (size_t c = 0; c < line->cluster_count; c++) {
            sum += line->clusters[c].advance;
            bytes += line->clusters[c].text.len;
        }
        assert_true(fabs(sum - line->width) < 0.001);
        assert_int_equal(bytes, line->words.len);
        if (i + 1 < block->line_count && block->lines[i + 1].words.len)
            check_break(line, &block->lines[i + 1], title);
    }
    while (at < words.len && words.data[at] == ' ')
        at++;
    assert_int_equal(at, words.len);
}

static void set_many(uint32_t seed, size_t count, bool vertical, bool markup) {
    struct arena run, scratch;
    struct diag diag;
    arena_init(&run, NULL, NULL);
    arena_init(&scratch, NULL, NULL);
    diag_init(&diag, &run);
    struct text_engine *engine = text_open(&run, &diag, NULL);
    static const enum text_mode modes[] = {TEXT_WRAP, TEXT_BALANCE, TEXT_JUSTIFY};
    for (size_t i = 0; i < count; i++) {
        struct sample sample;
        make_text(&seed, markup, &sample);
        struct text_request request = {
            .words = {sample.marked, sample.marked_len},
            .markup = markup,
            .style = {.fonts = STR("Noto Sans CJK SC, DejaVu Sans"), .size = 20},
            .width = 20 * (3 + next_random(&seed) % 370 / 10.0),
            .mode = modes[next_random(&seed) % 3],
            .vertical = vertical,
        };
        const struct text_block *block = text_set(engine, &scratch, &diag, &request);
        struct str words = {sample.plain, sample.plain_len};
        assert_true(str_equal(block->words, words));
        check_block(block, words, request.width, request.mode == TEXT_BALANCE);
        arena_reset(&scratch);
    }
    assert_int_equal(diag.count, 0);
    text_close(engine);
    arena_done(&scratch);
    arena_done(&run);
}

static void lines_keep_the_rules(void **state) {
    (void)state;
    set_many(1, 5000, false, false);
}

static void columns_keep_the_rules(void **state) {
    (void)state;
    set_many(2, 3000, true, false);
}

static void markup_keeps_the_rules(void **state) {
    (void)state;
    set_many(3, 1500, false, true);
    set_many(4, 500, true, true);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_keep_the_rules),
        cmocka_unit_test(columns_keep_the_rules),
        cmocka_unit_test(markup_keeps_the_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
