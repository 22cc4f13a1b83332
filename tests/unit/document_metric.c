// Metrics from files beside the document: tables with Chinese heads, and JSON.
#include "unit.h"

#include "base/file.h"
#include "document/metric.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct fixture {
    struct arena arena;
    struct diag diag;
    char folder[32];
    const struct metric *metrics;
    size_t count;
};

// Reads `bytes` as the file `name` in a folder of its own.
static void read_file(struct fixture *fixture, const char *name, const char *bytes) {
    *fixture = (struct fixture){.folder = "/tmp/tushuo-metric-XXXXXX"};
    arena_init(&fixture->arena, NULL, NULL);
    diag_init(&fixture->diag, &fixture->arena);
    assert_non_null(mkdtemp(fixture->folder));
    struct str folder = str_from(fixture->folder);
    struct str path = path_join(&fixture->arena, folder, str_from(name));
    assert_true(file_write_whole(&fixture->arena, &fixture->diag, path, str_from(bytes)));
    struct str json = str_printf(&fixture->arena, "\"%s\"", name);
    const struct json *value = json_parse(&fixture->arena, &fixture->diag, STR("d.json"), json);
    struct metric_options options = {.folder = folder, .language = STR("zh-Hans")};
    fixture->count =
        metric_read(&fixture->arena, &fixture->diag, value, &options, &fixture->metrics);
    unlink(str_terminate(&fixture->arena, path));
    rmdir(fixture->folder);
}

static void tear_down(struct fixture *fixture) {
    arena_done(&fixture->arena);
}

static void reads_a_table_with_chinese_heads(void **state) {
    (void)state;
    struct fixture fixture;
    read_file(&fixture, "m.csv",
              "编号,名称,数值,单位,口径,分组,原文\n"
              "a,活动,300余场次,,活动场次,甲,开展活动[300余场次]\n"
              "b,资金,5.38,亿元,财政拨付,乙,\n"
              "c,人才,1005,名,人数,甲,\n");
    assert_int_equal(fixture.diag.errors, 0);
    assert_int_equal(fixture.count, 3);
    assert_true(str_is(fixture.metrics[0].text, "300余场次"));
    assert_true(str_is(fixture.metrics[0].quote, "开展活动[300余场次]"));
    assert_int_equal(fixture.metrics[0].number.approx, APPROX_LOWER);
    assert_true(fixture.metrics[1].number.value == 538000000);
    assert_true(str_is(fixture.metrics[1].text, "5.38亿元"));
    assert_true(str_is(fixture.metrics[2].text, "1005名"));
    assert_true(str_is(fixture.metrics[2].group, "甲"));
    tear_down(&fixture);
}

static void reads_a_column_of_numbers(void **state) {
    (void)state;
    struct fixture fixture;
    read_file(&fixture, "m.csv",
              "编号,名称,数值,单位,约数\nv,阅读量,30000000,人次,余\nw,占比,12.5,%,\n");
    assert_int_equal(fixture.count, 2);
    assert_true(str_is(fixture.metrics[0].text, "3000余万人次"));
    assert_true(fixture.metrics[1].number.value == 0.125);
    assert_true(str_is(fixture.metrics[1].text, "12.5%"));
    tear_down(&fixture);
}

static void reads_json_metrics(void **state) {
    (void)state;
    struct fixture fixture;
    read_file(&fixture, "m.json", "[{\"id\": \"a\", \"label\": \"项目\", \"printed\": \"201个\"}]");
    assert_int_equal(fixture.diag.errors, 0);
    assert_int_equal(fixture.count, 1);
    assert_true(fixture.metrics[0].number.value == 201);
    tear_down(&fixture);
}

static void expect_code(const char *name, const char *bytes, enum diag_code code, size_t count) {
    struct fixture fixture;
    read_file(&fixture, name, bytes);
    assert_true(fixture.diag.count > 0);
    assert_int_equal(fixture.diag.entries[0].code, code);
    assert_int_equal(fixture.count, count);
    tear_down(&fixture);
}

static void reports_what_a_table_lacks(void **state) {
    (void)state;
    expect_code("m.csv", "名称,数值\n甲,3\n", DIAG_METRIC_TABLE, 0);
    expect_code("m.csv", "编号,名称,数值,颜色\na,甲,3,红\n", DIAG_UNKNOWN_FIELD, 0);
    expect_code("m.csv", "编号,名称,数值\na,甲,3个\na,乙,4个\n", DIAG_METRIC_ID, 1);
    expect_code("m.csv", "编号,名称,数值\na,甲,很多\nb,乙,4个\n", DIAG_METRIC_NUMBER, 1);
    expect_code("m.json", "[{\"label\": \"甲\", \"printed\": \"3个\"}]", DIAG_MISSING_FIELD, 0);
}

static void a_path_stays_in_the_folder(void **state) {
    (void)state;
    struct arena arena;
    struct diag diag;
    arena_init(&arena, NULL, NULL);
    diag_init(&diag, &arena);
    const struct json *value = json_parse(&arena, &diag, STR("d.json"), STR("\"../m.csv\""));
    struct metric_options options = {.folder = STR("."), .language = STR("zh-Hans")};
    const struct metric *metrics;
    assert_int_equal(metric_read(&arena, &diag, value, &options, &metrics), 0);
    assert_int_equal(diag.entries[0].code, DIAG_OUTSIDE_PATH);
    arena_done(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_table_with_chinese_heads),
        cmocka_unit_test(reads_a_column_of_numbers),
        cmocka_unit_test(reads_json_metrics),
        cmocka_unit_test(reports_what_a_table_lacks),
        cmocka_unit_test(a_path_stays_in_the_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
