// Chinese numbers: every printed form, its boundaries in running text, and writing.
#include "unit.h"

#include "base/zh_number.h"

#include <math.h>
#include <string.h>

struct form {
    const char *text;
    double value;
    const char *unit, *word;
    enum approx approx;
    enum approx_place place;
    double tolerance;
};

static const struct form forms[] = {
    {"300余场次", 300, "场次", "余", APPROX_LOWER, APPROX_INSIDE, 0},
    {"3000余万人次", 30000000, "人次", "余", APPROX_LOWER, APPROX_INSIDE, 5000},
    {"1.5万余人", 15000, "人", "余", APPROX_LOWER, APPROX_AFTER_SCALE, 500},
    {"3万余户", 30000, "户", "余", APPROX_LOWER, APPROX_AFTER_SCALE, 5000},
    {"5.38亿元", 538000000, "元", "", APPROX_NONE, APPROX_BEFORE, 500000},
    {"96亿元", 9600000000, "元", "", APPROX_NONE, APPROX_BEFORE, 50000000},
    {"4200万元", 42000000, "元", "", APPROX_NONE, APPROX_BEFORE, 5000},
    {"4200 万元", 42000000, "元", "", APPROX_NONE, APPROX_BEFORE, 5000},
    {"3000 余万 人次", 30000000, "人次", "余", APPROX_LOWER, APPROX_INSIDE, 5000},
    {"1.26万亿元", 1260000000000, "元", "", APPROX_NONE, APPROX_BEFORE, 5e9},
    {"1亿2000万元", 120000000, "元", "", APPROX_NONE, APPROX_BEFORE, 5000},
    {"3万5千人", 35000, "人", "", APPROX_NONE, APPROX_BEFORE, 500},
    {"30多位", 30, "位", "多", APPROX_LOWER, APPROX_INSIDE, 0},
    {"约12%", 0.12, "%", "约", APPROX_ABOUT, APPROX_BEFORE, 0.005},
    {"12.6％", 0.126, "%", "", APPROX_NONE, APPROX_BEFORE, 0.0005},
    {"12%以上", 0.12, "%", "以上", APPROX_LOWER, APPROX_AFTER_UNIT, 0.005},
    {"5‰", 0.005, "‰", "", APPROX_NONE, APPROX_BEFORE, 0.0005},
    {"3.2个百分点", 3.2, "个百分点", "", APPROX_NONE, APPROX_BEFORE, 0.05},
    {"100人以上", 100, "人", "以上", APPROX_LOWER, APPROX_AFTER_UNIT, 0},
    {"100以上", 100, "", "以上", APPROX_LOWER, APPROX_AFTER_UNIT, 0},
    {"50家左右", 50, "家", "左右", APPROX_ABOUT, APPROX_AFTER_UNIT, 0},
    {"3年多", 3, "年", "多", APPROX_LOWER, APPROX_AFTER_UNIT, 0},
    {"超过700亿元", 7e10, "元", "超过", APPROX_LOWER, APPROX_BEFORE, 5e7},
    {"不足5000人", 5000, "人", "不足", APPROX_UPPER, APPROX_BEFORE, 0},
    {"三张", 3, "张", "", APPROX_NONE, APPROX_BEFORE, 0},
    {"百分之十二", 0.12, "%", "", APPROX_NONE, APPROX_BEFORE, 0.005},
    {"百分之十二点五", 0.125, "%", "", APPROX_NONE, APPROX_BEFORE, 0.0005},
    {"三分之一", 1.0 / 3, "", "", APPROX_NONE, APPROX_BEFORE, 0},
    {"1,234", 1234, "", "", APPROX_NONE, APPROX_BEFORE, 0},
    {"12,345,678.5元", 12345678.5, "元", "", APPROX_NONE, APPROX_BEFORE, 0.05},
    {"１２", 12, "", "", APPROX_NONE, APPROX_BEFORE, 0},
    {"５．３８亿元", 538000000, "元", "", APPROX_NONE, APPROX_BEFORE, 500000},
    {"数十个", 10, "个", "数", APPROX_RANGE, APPROX_BEFORE, 0},
    {"几百家", 100, "家", "几", APPROX_RANGE, APPROX_BEFORE, 0},
    {"数十亿元", 1e9, "元", "数", APPROX_RANGE, APPROX_BEFORE, 5e7},
    {"上千人", 1000, "人", "上", APPROX_LOWER, APPROX_BEFORE, 0},
    {"近百人", 100, "人", "近", APPROX_UPPER, APPROX_BEFORE, 0},
    {"百余次", 100, "次", "余", APPROX_LOWER, APPROX_INSIDE, 0},
    {"十几个", 10, "个", "几", APPROX_LOWER, APPROX_INSIDE, 0},
    {"20来个", 20, "个", "来", APPROX_ABOUT, APPROX_INSIDE, 0},
    {"两千", 2000, "", "", APPROX_NONE, APPROX_BEFORE, 0},
    {"十二", 12, "", "", APPROX_NONE, APPROX_BEFORE, 0},
    {"一百零五户", 105, "户", "", APPROX_NONE, APPROX_BEFORE, 0},
    {"三百五", 350, "", "", APPROX_NONE, APPROX_BEFORE, 0},
    {"三万五千人", 35000, "人", "", APPROX_NONE, APPROX_BEFORE, 0},
    {"三亿五千万元", 350000000, "元", "", APPROX_NONE, APPROX_BEFORE, 5000},
    {"十余万人", 100000, "人", "余", APPROX_LOWER, APPROX_INSIDE, 5000},
    {"三万余人", 30000, "人", "余", APPROX_LOWER, APPROX_AFTER_SCALE, 5000},
    {"五点三八亿元", 538000000, "元", "", APPROX_NONE, APPROX_BEFORE, 500000},
    {"二〇二二", 2022, "", "", APPROX_NONE, APPROX_BEFORE, 0},
    {"5千克", 5, "千克", "", APPROX_NONE, APPROX_BEFORE, 0},
    {"3万千瓦时", 30000, "千瓦时", "", APPROX_NONE, APPROX_BEFORE, 5000},
    {"35 km²", 35, "km²", "", APPROX_NONE, APPROX_BEFORE, 0},
    {"−5.2%", -0.052, "%", "", APPROX_NONE, APPROX_BEFORE, 0.0005},
    {"-3℃", -3, "℃", "", APPROX_NONE, APPROX_BEFORE, 0},
    {"0", 0, "", "", APPROX_NONE, APPROX_BEFORE, 0},
    {"5个多样性", 5, "个多样性", "", APPROX_NONE, APPROX_BEFORE, 0},
};

static void reads_every_form(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const struct form *form = &forms[i];
        struct zh_number number;
        size_t at;
        if (!zh_number_parse(str_from(form->text), &number, &at))
            fail_msg("%s not read at %zu", form->text, at);
        if (number.value != form->value)
            fail_msg("%s read as %.17g", form->text, number.value);
        if (!str_is(number.unit, form->unit) || !str_is(number.word, form->word))
            fail_msg("%s: unit %.*s, word %.*s", form->text, STR_ARG(number.unit),
                     STR_ARG(number.word));
        if (number.approx != form->approx || number.place != form->place)
            fail_msg("%s: approx %d, place %d", form->text, number.approx, number.place);
        if (fabs(zh_number_tolerance(&number) - form->tolerance) > 1e-9 * form->tolerance)
            fail_msg("%s: tolerance %g", form->text, zh_number_tolerance(&number));
    }
}

static void refuses_what_is_no_number(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t at;
    } bad[] = {{"", 0},
               {"场次", 0},
               {"约", 3},
               {"三四个", 0},
               {"百人", 0},
               {"3.1.2", 0},
               {"5元,6元", 4},
               {"5元 ", 4},
               {"数5个", 3},
               {"12%人", 3},
               {"30—40家", 2},
               {"1+1+N", 1},
               {"5\"", 1},
               {"\xFF", 0},
               {"5\xFF", 1},
               {"第5名", 0},
               {"三百多多", 9},
               {"300余多人", 6},
               {"300余人以上", 9},
               {"约100人以上", 9},
               {"1234567890123456", 0}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct zh_number number;
        size_t at = 99;
        if (zh_number_parse(str_from(bad[i].text), &number, &at))
            fail_msg("%s was read", bad[i].text);
        if (at != bad[i].at)
            fail_msg("%s: fault at %zu", bad[i].text, at);
    }
}

// All numbers of a text, each as its printed words, separated by bars.
static void expect_found(const char *text, const char *expected) {
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct buf buf = BUF_INIT(&arena);
    struct zh_number number;
    for (size_t at = 0; zh_number_find(str_from(text), &at, &number);)
        buf_printf(&buf, "%.*s|", STR_ARG(number.text));
    buf_add_char(&buf, '\0');
    assert_string_equal(buf.data, expected);
    buf_done(&buf);
    arena_done(&arena);
}

static void finds_numbers_whole(void **state) {
    (void)state;
    expect_found("促成47个国家和地区的1005名海外人才", "47|1005|");
    expect_found("金额达5.38亿元，约12%，100人以上", "5.38亿|约12%|100|");
    expect_found("全网阅读量达3000余万人次", "3000余万|");
    expect_found("最近3年签约201个，近3年约200个", "3|201|近3|约200|");
    expect_found("合计1,234元和1，234元", "1,234|1|234|");
    expect_found("版本3.1.2不是数", "");
    expect_found("（2022-2025年）增速-5.2%", "2022|2025|-5.2%|");
    expect_found("形成三张清单，千方百计，数十个", "三|数十|");
    expect_found("占百分之十二以上", "百分之十二|");
    expect_found("人数10以上", "10|");
    expect_found("１２个和３．５亿", "１２|３．５亿|");
    expect_found("两三个、三四百人", "");
}

static void a_part_of_a_number_is_not_found(void **state) {
    (void)state;
    struct str text = STR("促成1005名海外人才");
    struct zh_number number;
    size_t at = str_find(text, STR("5名"), 0);
    assert_false(zh_number_find(text, &at, &number));
}

static bool says(const char *text, const char *printed) {
    struct zh_number found, wanted;
    size_t at = 0, error_at;
    assert_true(zh_number_find(str_from(text), &at, &found));
    assert_true(zh_number_parse(str_from(printed), &wanted, &error_at));
    return zh_number_same(str_from(text), &found, &wanted, NULL);
}

static void compares_value_word_and_unit(void **state) {
    (void)state;
    assert_true(says("开展活动300余场次，思想", "300余场次"));
    assert_false(says("开展活动300余场次，思想", "300场次"));
    assert_false(says("开展活动300余场次，思想", "300余场"));
    assert_false(says("开展活动300余场次，思想", "300多场次"));
    assert_false(says("开展活动300余场次，思想", "310余场次"));
    assert_true(says("1005名海外人才", "1005名"));
    assert_false(says("1005名海外人才", "5名"));
    assert_true(says("１００５名海外人才", "1005名"));
    assert_true(says("在100人以上", "100人以上"));
    assert_false(says("在100人以上", "100人"));
    assert_false(says("在100人", "100人以上"));
    assert_true(says("增长百分之十二", "12%"));
    assert_false(says("增长12个百分点", "12%"));
    assert_true(says("增长12个百分点", "12个百分点"));
    assert_false(says("增长12个百分点", "12个"));
    assert_true(says("5.38亿元", "53800万元"));
    assert_false(says("约5.38亿元", "5.38亿元"));
    assert_true(says("有5个多样性指标", "5个"));
}

static void expect_written(double value, const char *unit, const char *word, int decimals,
                           const char *expected) {
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct buf buf = BUF_INIT(&arena);
    struct str approx = str_from(word);
    struct zh_number number = {.value = value,
                               .scale = 1,
                               .unit = str_from(unit),
                               .word = approx,
                               .approx = approx_of(approx),
                               .place = approx_place_of(approx, value)};
    zh_number_write(&buf, &number, decimals);
    buf_add_char(&buf, '\0');
    assert_string_equal(buf.data, expected);
    buf_done(&buf);
    arena_done(&arena);
}

static void writes_as_reports_print(void **state) {
    (void)state;
    expect_written(538000000, "元", "", 2, "5.38亿元");
    expect_written(9600000000, "元", "", 2, "96亿元");
    expect_written(35600, "户", "", 2, "3.56万户");
    expect_written(9999, "个", "", 2, "9999个");
    expect_written(10000, "个", "", 2, "1万个");
    expect_written(0.5, "", "", 2, "0.5");
    expect_written(0.126, "%", "", 1, "12.6%");
    expect_written(-0.052, "%", "", 1, "−5.2%");
    expect_written(100000000, "元", "", 2, "1亿元");
    expect_written(1.26e12, "元", "", 2, "1.26万亿元");
    expect_written(99999999, "元", "", 2, "1亿元");
    expect_written(9999.996, "元", "", 2, "1万元");
    expect_written(-0.001, "元", "", 2, "0元");
    expect_written(-42, "元", "", 2, "−42元");
    expect_written(30000000, "人次", "余", 2, "3000余万人次");
    expect_written(30000, "户", "余", 2, "3万余户");
    expect_written(15000, "人", "余", 2, "1.5万余人");
    expect_written(300, "场次", "余", 2, "300余场次");
    expect_written(300, "场次", "约", 2, "约300场次");
    expect_written(100, "人", "以上", 2, "100人以上");
    expect_written(10, "个", "数", 2, "数十个");
    expect_written(1e6, "人", "上", 2, "上百万人");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_form),
        cmocka_unit_test(refuses_what_is_no_number),
        cmocka_unit_test(finds_numbers_whole),
        cmocka_unit_test(a_part_of_a_number_is_not_found),
        cmocka_unit_test(compares_value_word_and_unit),
        cmocka_unit_test(writes_as_reports_print),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
