// Documents: texts with metrics put in, languages, rows from metrics, ids of figures.
#include "unit.h"

#include "document/document.h"
#include "document/figure_id.h"

#include "base/file.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct field figure_fields[] = {{"id", &shape_string, true, NULL},
                                             {"title", &shape_text, false, NULL},
                                             {"mark", &shape_string, false, NULL}};
static const struct shape figure = {
    .kind = SHAPE_OBJECT, .fields = figure_fields, .field_count = 3};
static const struct shape figures = {.kind = SHAPE_ARRAY, .item = &figure};
static const struct field document_fields[] = {
    {"title", &shape_text, false, NULL},      {"source", &shape_any, false, NULL},
    {"metrics", &shape_metrics, false, NULL}, {"datasets", &shape_any, false, NULL},
    {"figures", &figures, false, NULL},
};
static const struct shape document_shape = {
    .kind = SHAPE_OBJECT, .fields = document_fields, .field_count = 5};

struct fixture {
    struct arena arena;
    struct diag diag;
    char folder[64];
};

static int set_up(void **state) {
    static struct fixture fixture;
    arena_init(&fixture.arena, NULL, NULL);
    diag_init(&fixture.diag, &fixture.arena);
    strcpy(fixture.folder, "/tmp/tushuo-document-XXXXXX");
    assert_non_null(mkdtemp(fixture.folder));
    *state = &fixture;
    return 0;
}

static struct str path_of(struct fixture *f, const char *name) {
    return path_join(&f->arena, str_from(f->folder), str_from(name));
}

static int tear_down(void **state) {
    struct fixture *f = *state;
    static const char *const names[] = {"d.json", "t.csv", "s.txt"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(str_terminate(&f->arena, path_of(f, names[i])));
    assert_int_equal(rmdir(f->folder), 0);
    arena_done(&f->arena);
    return 0;
}

static void save(struct fixture *f, const char *name, const char *text) {
    assert_true(file_write_whole(&f->arena, &f->diag, path_of(f, name), str_from(text)));
}

static const struct document *load(struct fixture *f, const char *json, const char *language) {
    save(f, "d.json", json);
    const struct document_options options = {.language = str_from(language)};
    const struct document *document =
        document_load(&f->arena, &f->diag, path_of(f, "d.json"), &document_shape, &options);
    assert_non_null(document);
    return document;
}

#define METRICS                                                                              \
    "\"metrics\": [{\"id\": \"a\", \"label\": \"活动\", \"printed\": \"300余场次\", "   \
    "\"group\": \"甲\"}, {\"id\": \"b\", \"label\": \"清单\", \"printed\": \"三张\"}, " \
    "{\"id\": \"c\", \"label\": \"资金\", \"printed\": \"5.38亿元\", \"group\": \"甲\"}]"

static void expect_codes(struct fixture *f, const enum diag_code *codes, size_t count) {
    assert_int_equal(f->diag.count, count);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(f->diag.entries[i].code, codes[i]);
}

static void puts_metrics_into_texts(void **state) {
    struct fixture *f = *state;
    const struct document *d = load(
        f,
        "{" METRICS ", \"title\": \"{a}、{ b }、{c:value}亿、\\\\{a}、{漢|hàn}、**{a:value}**\"}",
        "zh-Hans");
    assert_int_equal(f->diag.count, 0);
    assert_true(str_is(d->title, "300余场次、三张、5.38亿、\\{a}、{漢|hàn}、**300**"));
    assert_int_equal(d->metric_count, 3);
    assert_true(str_is(document_metric_digits(&f->arena, &d->metrics[1]), "3"));
}

static void reports_metrics_that_are_not_there(void **state) {
    struct fixture *f = *state;
    load(f, "{" METRICS ", \"title\": \"{aa} {a:text} {a\"}", "zh-Hans");
    const enum diag_code codes[] = {DIAG_UNKNOWN_METRIC, DIAG_PLACEHOLDER, DIAG_PLACEHOLDER};
    expect_codes(f, codes, 3);
}

static void chooses_the_language(void **state) {
    struct fixture *f = *state;
    const char *json = "{\"title\": {\"zh-Hans\": \"图\", \"en\": \"figure\"}}";
    assert_true(str_is(load(f, json, "en")->title, "figure"));
    assert_true(str_is(load(f, json, "zh")->title, "图"));
    assert_true(str_is(load(f, json, "en-GB")->title, "figure"));
    assert_int_equal(f->diag.count, 0);
    assert_true(str_is(load(f, json, "fr")->title, "图"));
    const enum diag_code codes[] = {DIAG_MISSING_TRANSLATION};
    expect_codes(f, codes, 1);
}

static void selects_metrics_as_rows(void **state) {
    struct fixture *f = *state;
    const struct document *d =
        load(f,
             "{" METRICS ", \"datasets\": {\"x\": {\"metrics\": [\"c\", \"a\"]}, "
             "\"y\": {\"metrics\": {\"group\": \"甲\"}}, \"z\": {\"metrics\": [\"a\", \"q\"]}, "
             "\"w\": {\"metrics\": {\"group\": \"乙\"}}, \"v\": {\"metrics\": []}}}",
             "zh-Hans");
    const struct table *x = d->datasets[0].table, *y = d->datasets[1].table;
    assert_int_equal(x->row_count, 2);
    size_t id = table_find_column(x, STR("id")), value = table_find_column(x, STR("value"));
    assert_true(str_is(x->columns[id].values[0].string, "c"));
    assert_true(x->columns[value].values[0].number == 538000000.0);
    assert_true(str_is(y->columns[id].values[0].string, "a"));
    const enum diag_code codes[] = {DIAG_UNKNOWN_METRIC, DIAG_UNKNOWN_METRIC, DIAG_EMPTY_DATA};
    expect_codes(f, codes, 3);
}

static void reads_files_below_its_folder_only(void **state) {
    struct fixture *f = *state;
    save(f, "t.csv", "a,b\n1,2\n");
    save(f, "s.txt", "报告全文。");
    const struct document *d = load(f,
                                    "{\"source\": {\"name\": \"蓉城同心\", \"text\": \"s.txt\"}, "
                                    "\"datasets\": {\"x\": {\"url\": \"t.csv\"}, "
                                    "\"y\": {\"url\": \"../t.csv\"}, \"z\": {\"url\": "
                                    "\"/etc/passwd\"}, \"w\": [{\"a\": 1}]}}",
                                    "zh-Hans");
    assert_true(str_is(d->source.text, "报告全文。"));
    assert_non_null(d->datasets[0].table);
    assert_null(d->datasets[1].table);
    assert_int_equal(d->datasets[3].table->row_count, 1);
    const enum diag_code codes[] = {DIAG_OUTSIDE_PATH, DIAG_OUTSIDE_PATH};
    expect_codes(f, codes, 2);
}

static void keeps_sound_figures(void **state) {
    struct fixture *f = *state;
    const struct document *d = load(f,
                                    "{\"figures\": [{\"id\": \"a\"}, {\"id\": \"A\"}, {\"id\": "
                                    "\"../x\"}, {\"id\": \"b\", \"title\": \"{no}\"}, "
                                    "{\"id\": \"c\", \"marc\": \"bar\"}, {\"mark\": \"bar\"}]}",
                                    "zh-Hans");
    assert_int_equal(d->figure_count, 3);
    assert_true(str_is(d->figures[1].id, "b"));
    const enum diag_code codes[] = {DIAG_UNKNOWN_FIELD, DIAG_MISSING_FIELD, DIAG_DUPLICATE_ID,
                                    DIAG_BAD_ID, DIAG_UNKNOWN_METRIC};
    expect_codes(f, codes, 5);
}

static void takes_vega_lite_as_one_figure(void **state) {
    struct fixture *f = *state;
    const struct document *d =
        load(f,
             "{\"$schema\": \"https://vega.github.io/schema/vega-lite/v6.json\", "
             "\"title\": \"{x}\", \"mark\": \"bar\"}",
             "zh-Hans");
    assert_true(d->vega_lite);
    assert_int_equal(d->figure_count, 1);
    assert_true(str_is(d->figures[0].id, "d"));
    assert_true(str_is(d->figures[0].title, "{x}"));
    assert_int_equal(f->diag.count, 0);
}

static void knows_ids_that_no_file_can_have(void **state) {
    (void)state;
    static const char *const bad[] = {"",
                                      "../x",
                                      "/x",
                                      "a/b",
                                      "a\\b",
                                      ".",
                                      "..",
                                      ".x",
                                      "x.",
                                      "x ",
                                      " x",
                                      "a\nb",
                                      "a:b",
                                      "CON",
                                      "nul",
                                      "Com1",
                                      "lpt9.x",
                                      "-x",
                                      "a?",
                                      ("a\xE2\x80\x8B"
                                       "b")};
    static const char *const good[] = {"a", "活动-1", "con2", "console", "a.b", "a b", "图1"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_non_null(figure_id_fault(str_from(bad[i])));
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_null(figure_id_fault(str_from(good[i])));
    char longest[FIGURE_ID_LIMIT + 2];
    memset(longest, 'x', sizeof longest);
    assert_null(figure_id_fault((struct str){longest, FIGURE_ID_LIMIT}));
    assert_non_null(figure_id_fault((struct str){longest, FIGURE_ID_LIMIT + 1}));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(puts_metrics_into_texts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(reports_metrics_that_are_not_there, set_up, tear_down),
        cmocka_unit_test_setup_teardown(chooses_the_language, set_up, tear_down),
        cmocka_unit_test_setup_teardown(selects_metrics_as_rows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(reads_files_below_its_folder_only, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keeps_sound_figures, set_up, tear_down),
        cmocka_unit_test_setup_teardown(takes_vega_lite_as_one_figure, set_up, tear_down),
        cmocka_unit_test(knows_ids_that_no_file_can_have),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
