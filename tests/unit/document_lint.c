// The lint of authors' text: each rule's proposal, and the right forms that it leaves alone.
#include "unit.h"

#include "document/lint.h"

static void expect_proposal(const char *text, const char *expected) {
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    const struct lint_finding *findings;
    size_t count = lint_text(&arena, str_from(text), &findings);
    struct str proposed = lint_propose(&arena, str_from(text), findings, count);
    if (!str_is(proposed, expected))
        fail_msg("%s: proposed %.*s", text, STR_ARG(proposed));
    assert_int_equal(count == 0, str_is(proposed, text));
    arena_done(&arena);
}

static void proposes_usual_forms(void **state) {
    (void)state;
    expect_proposal("2022-2025年", "2022—2025年");
    expect_proposal("1-3月", "1—3月");
    expect_proposal("15～30%", "15%～30%");
    expect_proposal("增长15-30％左右", "增长15%～30%左右");
    expect_proposal("13～17万元", "13万～17万元");
    expect_proposal("3、4个", "三四个");
    expect_proposal("约20余个", "20余个");
    expect_proposal("培训近1.5万余人", "培训1.5万余人");
    expect_proposal("5千人", "5000人");
    expect_proposal("3千万元", "3000万元");
    expect_proposal("1.5千户", "1500户");
    expect_proposal("标题--副题", "标题——副题");
    expect_proposal("高校等...", "高校等……");
    expect_proposal("高校。。。", "高校……");
    expect_proposal("增长5%,其中", "增长5%，其中");
    expect_proposal("单位:亿元", "单位：亿元");
    expect_proposal("产值(亿元)", "产值（亿元）");
    expect_proposal("结束.", "结束。");
    expect_proposal("\"网络文明\"建设", "“网络文明”建设");
    expect_proposal(".5个百分点", "0.5个百分点");
    expect_proposal("增速-5.2%", "增速−5.2%");
    expect_proposal("１２个，３．５％", "12个，3.5%");
}

static void leaves_right_forms(void **state) {
    (void)state;
    static const char *const right[] = {
        "1.5万余人",
        "2022—2025年",
        "15%～30%",
        "13万～17万元",
        "100～150个",
        "三四个",
        "约20个",
        "20余个",
        "5千克",
        "3千瓦时",
        "1,234元",
        "12:30",
        "2023-02-18",
        "v1.2.3",
        "A-B",
        "--strict",
        "f(x)",
        "say \"hello\"",
        "第3、4名",
        "图3、4个子图",
        "表2-8",
        "{a:b}和{c}",
        "“同心”",
        "0.5",
        "COVID-19",
        "http://a.b/c?d=1,2",
        "标题——副题",
        "比例1:500",
        "Wi-Fi",
        "等……",
        "2022-05-14至2022-05-20",
        "",
        "30—40家",
    };
    for (size_t i = 0; i < sizeof right / sizeof *right; i++)
        expect_proposal(right[i], right[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(proposes_usual_forms),
        cmocka_unit_test(leaves_right_forms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
