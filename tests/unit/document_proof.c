// Proof and relations: what stands in the source, what does not, and what is left over.
#include "unit.h"

#include "config.h"

#include "base/file.h"
#include "document/proof.h"
#include "document/relation.h"
#include "document/typed_digits.h"

#include <stdio.h>
#include <string.h>

struct fixture {
    struct arena arena;
    struct diag diag;
    struct document document;
};

static void set_up(struct fixture *fixture, const char *json, const char *source) {
    *fixture = (struct fixture){0};
    arena_init(&fixture->arena, NULL, NULL);
    diag_init(&fixture->diag, &fixture->arena);
    struct document *document = &fixture->document;
    document->json = json_parse(&fixture->arena, &fixture->diag, STR("test.json"), str_from(json));
    assert_non_null(document->json);
    document->source.text = str_from(source);
    document->source.path = STR("source.txt");
    struct metric_options options = {.language = STR("zh-Hans")};
    document->metric_count =
        metric_read(&fixture->arena, &fixture->diag, json_get(document->json, "metrics"), &options,
                    &document->metrics);
    document->relation_count =
        relation_read(&fixture->arena, &fixture->diag, json_get(document->json, "relations"),
                      document->metrics, document->metric_count, &document->relations);
}

static void tear_down(struct fixture *fixture) {
    arena_done(&fixture->arena);
}

static const struct proof_sheet *check(struct fixture *fixture) {
    return proof_check(&fixture->arena, &fixture->diag, &fixture->document);
}

static bool reported(const struct fixture *fixture, enum diag_code code) {
    for (size_t i = 0; i < fixture->diag.count; i++)
        if (fixture->diag.entries[i].code == code)
            return true;
    return false;
}

static const char *const source_text =
    "在2022年，促成47个国家和地区的1005名海外人才来川。\n"
    "第20届会议签约201个，金额５．３８亿元。开展活动300余场次、45期，\n"
    "形成“三张清单”，发放2500 份，服务100人以上。此前促成47个国家和地区的合作。\n";

// One metric, proved against the source above.
static enum proof_state state_of(const char *printed, const char *quote) {
    char json[1024];
    snprintf(json, sizeof json,
             "{\"metrics\": [{\"id\": \"m\", \"label\": \"数\", \"printed\": \"%s\", "
             "\"quote\": \"%s\"}]}",
             printed, quote);
    struct fixture fixture;
    set_up(&fixture, json, source_text);
    assert_int_equal(fixture.document.metric_count, 1);
    enum proof_state state = check(&fixture)->proofs[0].state;
    bool error = fixture.diag.errors > 0;
    assert_int_equal(error, state != PROOF_EXACT && state != PROOF_NO_QUOTE);
    tear_down(&fixture);
    return state;
}

static void proves_what_stands_there(void **state) {
    (void)state;
    assert_int_equal(state_of("1005名", "[1005名]海外人才"), PROOF_EXACT);
    assert_int_equal(state_of("1005名", "的1005名海外人才来川"), PROOF_EXACT);
    assert_int_equal(state_of("300余场次", "开展活动300余场次、[45]期"), PROOF_NUMBER_DIFFERS);
    assert_int_equal(state_of("300余场次", "开展活动[300余场次]、45期"), PROOF_EXACT);
    assert_int_equal(state_of("5.38亿元", "金额5.38亿元"), PROOF_EXACT);
    assert_int_equal(state_of("三张", "形成“[三张]清单”"), PROOF_EXACT);
    assert_int_equal(state_of("三张", "形成“三张清单”"), PROOF_EXACT);
    assert_int_equal(state_of("2500份", "发放2500份"), PROOF_EXACT);
    assert_int_equal(state_of("100人以上", "服务100人以上"), PROOF_EXACT);
    assert_int_equal(state_of("45期", "45期，形成"), PROOF_EXACT);
    assert_int_equal(state_of("201个", "第20届会议签约201个"), PROOF_EXACT);
}

static void tells_what_does_not(void **state) {
    (void)state;
    assert_int_equal(state_of("1005名", ""), PROOF_NO_QUOTE);
    assert_int_equal(state_of("1006名", "[1005名]海外人才"), PROOF_NUMBER_DIFFERS);
    assert_int_equal(state_of("1006名", "[1006名]海外人才"), PROOF_QUOTE_ABSENT);
    assert_int_equal(state_of("5名", "5名海外人才"), PROOF_QUOTE_ABSENT);
    assert_int_equal(state_of("300场次", "开展活动[300余场次]"), PROOF_NUMBER_DIFFERS);
    assert_int_equal(state_of("300余场", "开展活动[300余场次]"), PROOF_NUMBER_DIFFERS);
    assert_int_equal(state_of("100人", "服务[100人]"), PROOF_NUMBER_DIFFERS);
    assert_int_equal(state_of("5.38万元", "金额5.38亿元"), PROOF_NUMBER_DIFFERS);
    assert_int_equal(state_of("38亿元", "38亿元"), PROOF_QUOTE_ABSENT);
    assert_int_equal(state_of("47个", "促成[47个]国家和地区的"), PROOF_QUOTE_TWICE);
    assert_int_equal(state_of("47个", "国家和地区的合作"), PROOF_NUMBER_MISSING);
    assert_int_equal(state_of("201个", "签约201个，金额5.38亿元"), PROOF_NUMBER_MISSING);
}

static void explains_the_other_numbers(void **state) {
    (void)state;
    struct fixture fixture;
    set_up(&fixture,
           "{\"allow\": [\"45期\", \"签约201个\"], \"metrics\": ["
           "{\"id\": \"c\", \"label\": \"国\", \"printed\": \"47个\", \"quote\": "
           "\"[47个]国家和地区的1005名\"}]}",
           source_text);
    const struct proof_sheet *sheet = check(&fixture);
    assert_int_equal(sheet->proved, 1);
    assert_int_equal(sheet->proofs[0].other_count, 1);
    struct str left[6];
    assert_int_equal(sheet->unexplained_count, 6);
    for (size_t i = 0; i < 6; i++)
        left[i] = str_slice(sheet->text, sheet->unexplained[i].at,
                            sheet->unexplained[i].at + sheet->unexplained[i].len);
    assert_true(str_is(left[0], "1005"));
    assert_true(str_is(left[1], "５．３８亿"));
    assert_true(str_is(left[2], "300余"));
    assert_true(str_is(left[3], "三"));
    assert_true(str_is(left[4], "2500"));
    assert_true(str_is(left[5], "100"));
    assert_int_equal(fixture.diag.errors, 0);
    assert_int_equal(fixture.diag.warnings, 6);
    assert_int_equal(fixture.diag.entries[1].place.line, 2);
    assert_int_equal(fixture.diag.entries[1].place.column, 16);
    struct proof_span sentence = proof_sentence(sheet->text, sheet->proofs[0].number);
    struct str words = str_slice(sheet->text, sentence.at, sentence.at + sentence.len);
    assert_true(str_is(words, "在2022年，促成47个国家和地区的1005名海外人才来川。"));
    tear_down(&fixture);
}

static void the_end_of_a_range_proves_nothing(void **state) {
    (void)state;
    struct fixture fixture;
    set_up(&fixture,
           "{\"metrics\": [{\"id\": \"m\", \"label\": \"家\", \"printed\": \"40家\", \"quote\": "
           "\"[40家]企业\"}]}",
           "共30—40家企业。");
    assert_int_equal(check(&fixture)->proofs[0].state, PROOF_NUMBER_DIFFERS);
    tear_down(&fixture);
}

#define M(id, printed) "{\"id\": \"" id "\", \"label\": \"x\", \"printed\": \"" printed "\"}"

static bool relation_holds(const char *metrics, const char *relation) {
    char json[2048];
    snprintf(json, sizeof json, "{\"metrics\": [%s], \"relations\": [%s]}", metrics, relation);
    struct fixture fixture;
    set_up(&fixture, json, "");
    assert_int_equal(fixture.document.relation_count, 1);
    check(&fixture);
    bool holds = !reported(&fixture, DIAG_RELATION_WRONG);
    assert_int_equal(holds, fixture.diag.errors == 0);
    tear_down(&fixture);
    return holds;
}

static void recomputes_relations(void **state) {
    (void)state;
    const char *sum = "{\"kind\": \"sum\", \"result\": \"r\", \"parts\": [\"a\", \"b\"]}";
    assert_true(relation_holds(M("r", "50个") "," M("a", "12个") "," M("b", "38个"), sum));
    assert_false(relation_holds(M("r", "51个") "," M("a", "12个") "," M("b", "38个"), sum));
    assert_true(
        relation_holds(M("r", "5.8亿元") "," M("a", "5.38亿元") "," M("b", "4200万元"), sum));
    assert_false(
        relation_holds(M("r", "5.9亿元") "," M("a", "5.38亿元") "," M("b", "4200万元"), sum));
    assert_true(relation_holds(M("r", "500场") "," M("a", "300余场") "," M("b", "100余场"), sum));
    assert_false(relation_holds(M("r", "390场") "," M("a", "300余场") "," M("b", "100余场"), sum));
    const char *share = "{\"kind\": \"share\", \"result\": \"r\", \"parts\": [\"a\", \"b\"]}";
    assert_true(relation_holds(M("r", "33.3%") "," M("a", "1个") "," M("b", "3个"), share));
    assert_false(relation_holds(M("r", "33.4%") "," M("a", "1个") "," M("b", "3个"), share));
    const char *growth = "{\"kind\": \"growth\", \"result\": \"r\", \"parts\": [\"a\", \"b\"]}";
    assert_true(relation_holds(M("r", "12.5%") "," M("a", "45个") "," M("b", "40个"), growth));
    assert_false(relation_holds(M("r", "12%") "," M("a", "46个") "," M("b", "40个"), growth));
    const char *difference =
        "{\"kind\": \"difference\", \"result\": \"r\", \"parts\": [\"a\", \"b\"]}";
    assert_true(relation_holds(M("r", "−5个") "," M("a", "40个") "," M("b", "45个"), difference));
    assert_false(relation_holds(M("r", "5个") "," M("a", "40个") "," M("b", "45个"), difference));
    const char *loose = "{\"kind\": \"sum\", \"result\": \"r\", \"parts\": [\"a\", \"b\"], "
                        "\"tolerance\": 1}";
    assert_true(relation_holds(M("r", "51个") "," M("a", "12个") "," M("b", "38个"), loose));
}

static void reports_what_a_relation_lacks(void **state) {
    (void)state;
    struct fixture fixture;
    set_up(&fixture,
           "{\"metrics\": [" M("r", "50个") "," M(
               "a", "12个") "], \"relations\": ["
                            "{\"kind\": \"sum\", \"result\": \"r\", \"parts\": [\"a\", \"zz\"]},"
                            "{\"kind\": \"share\", \"result\": \"r\", \"parts\": [\"a\"]}]}",
           "");
    assert_int_equal(fixture.document.relation_count, 0);
    assert_int_equal(fixture.diag.errors, 2);
    tear_down(&fixture);
}

static void a_metric_agrees_with_itself(void **state) {
    (void)state;
    struct fixture fixture;
    set_up(&fixture,
           "{\"metrics\": ["
           "{\"id\": \"a\", \"label\": \"x\", \"printed\": \"5.38亿元\", \"value\": 5.38, "
           "\"unit\": \"亿元\"},"
           "{\"id\": \"b\", \"label\": \"x\", \"value\": 5.38, \"unit\": \"亿元\"},"
           "{\"id\": \"c\", \"label\": \"x\", \"value\": 30000000, \"unit\": \"人次\", \"approx\": "
           "\"余\"},"
           "{\"id\": \"d\", \"label\": \"x\", \"printed\": \"12%\", \"value\": 12},"
           "{\"id\": \"e\", \"label\": {\"en\": \"talents\", \"zh-Hans\": \"人才\"}, \"printed\": "
           "\"1005\", \"unit\": \"名\"}]}",
           "");
    assert_int_equal(fixture.diag.errors, 0);
    assert_int_equal(fixture.document.metric_count, 5);
    const struct metric *metrics = fixture.document.metrics;
    assert_true(metrics[0].number.value == 538000000);
    assert_true(metrics[1].number.value == 538000000);
    assert_true(str_is(metrics[1].text, "5.38亿元"));
    assert_true(str_is(metrics[2].text, "3000余万人次"));
    assert_true(metrics[3].number.value == 0.12);
    assert_true(str_is(metrics[4].text, "1005名"));
    assert_true(str_is(metrics[4].label, "人才"));
    tear_down(&fixture);
}

static void a_metric_that_disagrees_is_reported(void **state) {
    (void)state;
    static const char *const bad[] = {
        "\"id\": \"a\", \"printed\": \"5.38亿元\", \"value\": 538",
        "\"id\": \"a\", \"printed\": \"5.38亿元\", \"unit\": \"件\"",
        "\"id\": \"a\", \"printed\": \"300余场次\", \"approx\": \"多\"",
        "\"id\": \"a\", \"printed\": \"很多\"",
        "\"id\": \"a\", \"value\": 3, \"approx\": \"左\"",
        "\"id\": \"a b\", \"printed\": \"3个\"",
        "\"id\": \"\", \"printed\": \"3个\"",
        "\"id\": \"a\", \"label\": \"x\"",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char json[512];
        snprintf(json, sizeof json, "{\"metrics\": [{%s}]}", bad[i]);
        struct fixture fixture;
        set_up(&fixture, json, "");
        if (fixture.diag.errors != 1 || fixture.document.metric_count != 0)
            fail_msg("%s: %zu errors", bad[i], fixture.diag.errors);
        tear_down(&fixture);
    }
}

static size_t typed(const char *title) {
    char json[1024];
    snprintf(
        json, sizeof json,
        "{\"allow\": [\"助企30条\"], \"metrics\": [" M(
            "m",
            "300余场次") "], \"figures\": [{\"title\": \"%s\", \"data\": {\"title\": \"7\"}}]}",
        title);
    struct fixture fixture;
    set_up(&fixture, json, "");
    struct figure_request figure = {.json = json_at(json_get(fixture.document.json, "figures"), 0)};
    fixture.document.figures = &figure;
    fixture.document.figure_count = 1;
    typed_digits_check(&fixture.arena, &fixture.diag, &fixture.document);
    size_t count = fixture.diag.warnings;
    tear_down(&fixture);
    return count;
}

static void finds_digits_typed_by_hand(void **state) {
    (void)state;
    assert_int_equal(typed("活动{m}，占{m:value}"), 0);
    assert_int_equal(typed("活动300余场次"), 1);
    assert_int_equal(typed("活动３００余场次和1,234.5个"), 2);
    assert_int_equal(typed("2022年5月14日，第20届，见图1，“助企30条”"), 0);
    assert_int_equal(typed("助企130条"), 1);
    assert_int_equal(typed("面积m^2^"), 0);
    assert_int_equal(typed("\\\\{3\\\\}"), 1);
    assert_int_equal(typed("{300"), 1);
}

static void the_sheet_marks_each_number(void **state) {
    (void)state;
    struct fixture fixture;
    set_up(&fixture,
           "{\"metrics\": [{\"id\": \"t\", \"label\": \"<人才>\", \"printed\": \"1005名\", "
           "\"quote\": \"[1005名]海外人才\"}], "
           "\"figures\": [{\"id\": \"f\", \"title\": \"{t}来川\"}]}",
           source_text);
    struct figure_request figure = {.id = STR("f"),
                                    .json = json_at(json_get(fixture.document.json, "figures"), 0)};
    fixture.document.figures = &figure;
    fixture.document.figure_count = 1;
    struct buf buf = BUF_INIT(&fixture.arena);
    proof_write_html(&buf, &fixture.document, check(&fixture));
    assert_non_null(strstr(buf.data, "国家和地区的<mark>1005名</mark>海外人才来川。"));
    assert_non_null(strstr(buf.data, "&lt;人才&gt;"));
    assert_non_null(strstr(buf.data, "<td>相符</td><td>f</td>"));
    assert_non_null(strstr(buf.data, "<th>三校</th>"));
    assert_null(strstr(buf.data, "http"));
    buf_done(&buf);
    tear_down(&fixture);
}

static struct str read_whole(struct fixture *fixture, const char *name) {
    struct str path = str_printf(&fixture->arena, "%s/data/%s", TUSHUO_SOURCE_DIR, name), text;
    assert_true(file_read(&fixture->arena, &fixture->diag, (struct diag_place){0}, path, FILE_LIMIT,
                          &text));
    return text;
}

static void the_report_is_proved_and_complete(void **state) {
    (void)state;
    struct fixture files, fixture;
    set_up(&files, "{}", "");
    struct str json = read_whole(&files, "chengdu-2022.json");
    struct str source = read_whole(&files, "chengdu-2022.txt");
    set_up(&fixture, str_terminate(&files.arena, json), str_terminate(&files.arena, source));
    const struct proof_sheet *sheet = check(&fixture);
    assert_int_equal(sheet->count, 47);
    assert_int_equal(sheet->proved, 47);
    assert_int_equal(sheet->unexplained_count, 0);
    assert_int_equal(fixture.diag.count, 0);
    tear_down(&fixture);
    tear_down(&files);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(proves_what_stands_there),
        cmocka_unit_test(tells_what_does_not),
        cmocka_unit_test(explains_the_other_numbers),
        cmocka_unit_test(the_end_of_a_range_proves_nothing),
        cmocka_unit_test(recomputes_relations),
        cmocka_unit_test(reports_what_a_relation_lacks),
        cmocka_unit_test(a_metric_agrees_with_itself),
        cmocka_unit_test(a_metric_that_disagrees_is_reported),
        cmocka_unit_test(finds_digits_typed_by_hand),
        cmocka_unit_test(the_sheet_marks_each_number),
        cmocka_unit_test(the_report_is_proved_and_complete),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
