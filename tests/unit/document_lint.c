// The lint of authors' text: every line of tests/typography/lint/*.txt, and the report itself.
//
// A line: "SLIP | PLACE | PROPOSED", PLACE being the character (from 1) where the first proposal
// begins, or a text alone that is right.
#include "unit.h"

#include "base/file.h"
#include "base/number.h"
#include "base/utf8.h"
#include "config.h"
#include "document/lint.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct bench {
    struct arena arena;
    size_t slips, right, failed;
};

static struct str next_part(struct str text, size_t *at, const char *mark) {
    size_t end = str_find(text, str_from(mark), *at);
    end = end == SIZE_MAX ? text.len : end;
    struct str part = str_trim(str_slice(text, *at, end));
    *at = end + 1;
    return part;
}

static struct str read_all(struct arena *arena, const char *path) {
    struct diag diag;
    struct str text;
    diag_init(&diag, arena);
    assert_true(file_read(arena, &diag, (struct diag_place){0}, str_from(path), FILE_LIMIT, &text));
    return text;
}

static void run_line(struct bench *bench, struct str line) {
    const struct lint_finding *findings;
    size_t at = 0;
    struct str text = next_part(line, &at, "|"), place = next_part(line, &at, "|");
    struct str expected = place.len ? next_part(line, &at, "|") : text;
    size_t count = lint_text(&bench->arena, text, &findings);
    struct str proposed = lint_propose(&bench->arena, text, findings, count);
    size_t character = count ? utf8_count(str_slice(text, 0, findings[0].at)) + 1 : 0;
    double wanted = 0;
    assert_true(!place.len || number_parse(place, &wanted));
    bool good = str_equal(proposed, expected) && (double)character == wanted;
    bench->slips += place.len > 0;
    bench->right += place.len == 0;
    bench->failed += !good;
    if (!good)
        printf("%.*s: proposed %.*s at %zu\n", STR_ARG(line), STR_ARG(proposed), character);
}

static void every_slip_has_its_proposal(void **state) {
    (void)state;
    struct bench bench = {0};
    arena_init(&bench.arena, NULL, NULL);
    const char *folder = TUSHUO_SOURCE_DIR "/tests/typography/lint";
    struct dirent **names;
    int count = scandir(folder, &names, NULL, alphasort);
    assert_true(count > 2);
    for (int i = 0; i < count; i++) {
        bool is_case = str_ends(str_from(names[i]->d_name), STR(".txt"));
        struct str path = str_printf(&bench.arena, "%s/%s", folder, names[i]->d_name);
        struct str text = is_case ? read_all(&bench.arena, path.data) : STR_NONE;
        for (size_t at = 0; at < text.len;) {
            struct str line = next_part(text, &at, "\n");
            if (line.len && line.data[0] != '#')
                run_line(&bench, line);
        }
        free(names[i]);
    }
    free(names);
    assert_true(bench.slips > 50 && bench.right > 50);
    assert_int_equal(bench.failed, 0);
    arena_done(&bench.arena);
}

// 2022-2025年 is the only one; all other words of the report pass in silence.
static void the_report_has_one_slip(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct str text = read_all(&arena, TUSHUO_SOURCE_DIR "/data/chengdu-2022.txt");
    const struct lint_finding *findings;
    assert_true(text.len > 5000);
    assert_int_equal(lint_text(&arena, text, &findings), 1);
    assert_int_equal(findings[0].rule, LINT_RANGE_OF_TIME);
    size_t at = str_find(text, STR("2022-2025年"), 0);
    assert_int_equal(findings[0].at, at + strlen("2022"));
    arena_done(&arena);
}

// Nothing looks far ahead at what opens and never closes.
static void long_texts_stay_linear(void **state) {
    (void)state;
    static const char *const units[] = {"(", "\"", "'", ".", "…", "1-", "约", "<中", "2022.5."};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        struct arena arena;
        arena_init(&arena, NULL, NULL);
        struct buf text = BUF_INIT(&arena);
        while (text.len < 40000)
            buf_add_text(&text, units[i]);
        const struct lint_finding *findings;
        size_t count = lint_text(&arena, buf_str(&text), &findings);
        assert_true(count <= text.len);
        buf_done(&text);
        arena_done(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_slip_has_its_proposal),
        cmocka_unit_test(the_report_has_one_slip),
        cmocka_unit_test(long_texts_stay_linear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
