// Every line of tests/typography/number/*.txt: numbers, ranges, classes and dates as written.
//
// A line: "KIND | VALUES | OPTIONS | EXPECTED". KIND is number, range, change, class or date;
// options are decimals=N unit=元 scale=1e4 commas spaces zeros, of a class whole and last.
#include "unit.h"

#include "base/file.h"
#include "base/number.h"
#include "base/zh_date.h"
#include "base/zh_format.h"
#include "config.h"

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { FIELDS = 4 };

struct bench {
    struct arena arena;
    size_t passed, failed;
};

static struct str next_part(struct str text, size_t *at, const char *mark) {
    size_t end = str_find(text, str_from(mark), *at);
    end = end == SIZE_MAX ? text.len : end;
    struct str part = str_trim(str_slice(text, *at, end));
    *at = end + 1;
    return part;
}

static double read_value(struct str word) {
    double value = NAN;
    if (str_is(word, "-inf"))
        return -INFINITY;
    if (str_is(word, "inf"))
        return INFINITY;
    if (!number_parse(word, &value))
        fail_msg("no number: %.*s", STR_ARG(word));
    return value;
}

static void read_options(struct str text, struct zh_format *format, struct zh_class *one) {
    for (size_t at = 0; at < text.len;) {
        struct str word = next_part(text, &at, " ");
        if (str_starts(word, STR("decimals=")))
            format->decimals = (int)read_value(str_slice(word, 9, word.len));
        else if (str_starts(word, STR("unit=")))
            format->unit = str_slice(word, 5, word.len);
        else if (str_starts(word, STR("scale=")))
            format->scale = read_value(str_slice(word, 6, word.len));
        else if (str_is(word, "commas"))
            format->grouping = ZH_COMMAS;
        else if (str_is(word, "spaces"))
            format->grouping = ZH_SPACES;
        else if (str_is(word, "latin"))
            format->latin = true;
        else if (str_is(word, "zeros"))
            format->all_zeros = true;
        else if (str_is(word, "whole"))
            one->whole = true;
        else if (str_is(word, "last"))
            one->last = true;
        else
            fail_msg("no option: %.*s", STR_ARG(word));
    }
}

static void write_case(struct buf *out, struct str kind, struct str values, struct str options) {
    struct zh_format format = {.decimals = 2};
    struct zh_class one = {0};
    read_options(options, &format, &one);
    if (str_is(kind, "date")) {
        buf_add_str(out, zh_date_translate(out->arena, values));
        return;
    }
    size_t at = 0;
    one.low = read_value(next_part(values, &at, " "));
    one.high = at < values.len ? read_value(next_part(values, &at, " ")) : NAN;
    if (str_is(kind, "number"))
        zh_format_number(out, one.low, &format);
    else if (str_is(kind, "range"))
        zh_format_range(out, one.low, one.high, &format);
    else if (str_is(kind, "change"))
        zh_format_change(out, one.low, &format);
    else if (str_is(kind, "class"))
        zh_format_class(out, &one, &format);
    else
        fail_msg("no kind: %.*s", STR_ARG(kind));
}

static void run_line(struct bench *bench, struct str line) {
    struct str fields[FIELDS];
    size_t at = 0;
    for (int i = 0; i < FIELDS; i++)
        fields[i] = next_part(line, &at, "|");
    struct buf out = BUF_INIT(&bench->arena);
    write_case(&out, fields[0], fields[1], fields[2]);
    bool good = fields[3].len && str_equal(buf_str(&out), fields[3]);
    bench->passed += good;
    bench->failed += !good;
    if (!good)
        printf("%.*s: written %.*s\n", STR_ARG(line), STR_ARG(buf_str(&out)));
    buf_done(&out);
}

static void run_file(struct bench *bench, struct str path) {
    struct diag diag;
    struct str text;
    diag_init(&diag, &bench->arena);
    assert_true(file_read(&bench->arena, &diag, (struct diag_place){0}, path, FILE_LIMIT, &text));
    for (size_t at = 0; at < text.len;) {
        struct str line = next_part(text, &at, "\n");
        if (line.len && line.data[0] != '#')
            run_line(bench, line);
    }
}

static void every_line_is_written_as_expected(void **state) {
    (void)state;
    struct bench bench = {0};
    arena_init(&bench.arena, NULL, NULL);
    const char *folder = TUSHUO_SOURCE_DIR "/tests/typography/number";
    struct dirent **names;
    int count = scandir(folder, &names, NULL, alphasort);
    assert_true(count > 2);
    for (int i = 0; i < count; i++) {
        if (str_ends(str_from(names[i]->d_name), STR(".txt")))
            run_file(&bench, str_printf(&bench.arena, "%s/%s", folder, names[i]->d_name));
        free(names[i]);
    }
    free(names);
    assert_true(bench.passed > 40);
    assert_int_equal(bench.failed, 0);
    arena_done(&bench.arena);
}

static void what_is_not_finite_is_not_written(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct buf out = BUF_INIT(&arena);
    const struct zh_format format = {.decimals = 2, .unit = STR("元")};
    zh_format_number(&out, NAN, &format);
    zh_format_digits(&out, INFINITY, &format);
    zh_format_range(&out, 1, INFINITY, &format);
    zh_format_change(&out, -INFINITY, &format);
    assert_int_equal(out.len, 0);
    buf_done(&out);
    arena_done(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_is_written_as_expected),
        cmocka_unit_test(what_is_not_finite_is_not_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
