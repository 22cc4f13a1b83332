// Every block of tests/typography/*.txt: words set at a width must give the lines written below.
//
// A block: "[name] WIDTH MODE" (em; wrap, balance, truncate or justify; then perhaps "column",
// which sets it vertically, or a language: "[1] 5 wrap [ja]"), the words, a line "--", and the
// expected lines; or "width EM" for the advance of the longest line. An empty line ends the block,
// "#" begins a comment.
#include "unit.h"

#include "base/file.h"
#include "base/number.h"
#include "config.h"
#include "text/text.h"

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct suite {
    struct arena arena;
    struct diag diag;
    struct text_engine *engine;
    size_t passed, failed;
};

static struct str next_line(struct str text, size_t *at) {
    size_t end = str_find(text, STR("\n"), *at);
    end = end == SIZE_MAX ? text.len : end;
    struct str line = str_slice(text, *at, end);
    *at = end + 1;
    return line;
}

static struct text_request read_head(struct suite *suite, struct str head) {
    struct text_request request = {.style = {.fonts = STR("Noto Sans CJK SC"), .size = 20}};
    char mode[20] = "", option[2][20] = {"", ""};
    double width = 0;
    const char *tail = strchr(str_terminate(&suite->arena, head), ']');
    assert_non_null(tail);
    assert_true(sscanf(tail + 1, "%lf %19s %19s %19s", &width, mode, option[0], option[1]) >= 2);
    request.width = width * 20;
    for (size_t i = 0; i < 2; i++) {
        struct str word = str_from(option[i]);
        if (str_is(word, "column"))
            request.vertical = true;
        else if (word.len > 2 && word.data[0] == '[')
            request.style.language = str_copy(&suite->arena, str_slice(word, 1, word.len - 1));
    }
    request.mode = !strcmp(mode, "balance")    ? TEXT_BALANCE
                   : !strcmp(mode, "truncate") ? TEXT_TRUNCATE
                   : !strcmp(mode, "justify")  ? TEXT_JUSTIFY
                                               : TEXT_WRAP;
    return request;
}

static bool matches_width(struct str line, const struct text_block *block, bool *is_width) {
    double wanted;
    *is_width =
        str_starts(line, STR("width ")) && number_parse(str_slice(line, 6, line.len), &wanted);
    if (!*is_width)
        return false;
    double has = (block->vertical ? block->height : block->width) / 20;
    return fabs(has - wanted) < 0.006;
}

// Runs the block whose head was read; *at is behind the head.
static void run_block(struct suite *suite, const char *file, struct str head, struct str text,
                      size_t *at) {
    struct text_request request = read_head(suite, head);
    request.words = next_line(text, at);
    assert_true(str_is(next_line(text, at), "--"));
    const struct text_block *block = text_set(suite->engine, &suite->arena, &suite->diag, &request);
    bool good = true, is_width = false;
    size_t line = 0;
    for (struct str expected = next_line(text, at); expected.len; expected = next_line(text, at)) {
        bool width_good = matches_width(expected, block, &is_width);
        if (is_width)
            good = good && width_good;
        else
            good =
                good && line < block->line_count && str_equal(block->lines[line++].words, expected);
    }
    good = good && (is_width || line == block->line_count);
    suite->passed += good;
    suite->failed += !good;
    if (good)
        return;
    printf("%s %.*s: width %.3f", file, STR_ARG(head), block->width / 20);
    for (size_t i = 0; i < block->line_count; i++)
        printf(" / %.*s", STR_ARG(block->lines[i].words));
    printf("\n");
}

static void run_file(struct suite *suite, const char *path) {
    struct str text;
    assert_true(file_read(&suite->arena, &suite->diag, (struct diag_place){0}, str_from(path),
                          FILE_LIMIT, &text));
    for (size_t at = 0; at < text.len;) {
        struct str line = next_line(text, &at);
        if (line.len && line.data[0] == '[')
            run_block(suite, strrchr(path, '/') + 1, line, text, &at);
    }
}

static void every_block_is_set_as_written(void **state) {
    (void)state;
    struct suite suite = {0};
    arena_init(&suite.arena, NULL, NULL);
    diag_init(&suite.diag, &suite.arena);
    suite.engine = text_open(&suite.arena, &suite.diag, NULL);
    assert_non_null(suite.engine);
    const char *folder = TUSHUO_SOURCE_DIR "/tests/typography";
    struct dirent **names;
    int count = scandir(folder, &names, NULL, alphasort);
    assert_true(count > 2);
    for (int i = 0; i < count; i++) {
        struct str name = str_from(names[i]->d_name);
        if (str_ends(name, STR(".txt")))
            run_file(&suite, str_printf(&suite.arena, "%s/%s", folder, names[i]->d_name).data);
        free(names[i]);
    }
    free(names);
    assert_true(suite.passed > 40);
    assert_int_equal(suite.failed, 0);
    text_close(suite.engine);
    arena_done(&suite.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_block_is_set_as_written)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
