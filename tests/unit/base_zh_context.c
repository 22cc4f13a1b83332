// Dates, years, ordinals and captions among the numbers of a text.
#include "unit.h"

#include "base/zh_context.h"

// Each digit of `digits` in `text` is (or is not) part of a name.
static void expect_name(const char *text, const char *digits, bool expected) {
    struct str whole = str_from(text), part = str_from(digits);
    size_t at = str_find(whole, part, 0);
    assert_int_not_equal(at, SIZE_MAX);
    for (size_t i = 0; i < part.len; i++)
        if (part.data[i] >= '0' && part.data[i] <= '9' &&
            zh_context_is_name(whole, at + i) != expected)
            fail_msg("%s in %s", digits, text);
}

static void knows_dates_and_years(void **state) {
    (void)state;
    expect_name("2022年5月14日，", "2022", true);
    expect_name("2022年5月14日，", "5", true);
    expect_name("2022年5月14日，", "14", true);
    expect_name("回眸2022，是", "2022", true);
    expect_name("截至2022.", "2022", true);
    expect_name("清单（2022-2025年）", "2022", true);
    expect_name("清单（2022-2025年）", "2025", true);
    expect_name("1—3月", "1", true);
    expect_name("7月5日至7日", "7日", true);
    expect_name("蓉城同心2023-2-18", "2023-2-18", true);
    expect_name("2023/02/18", "2023/02/18", true);
    expect_name("上午10:30开始", "10:30", true);
}

static void knows_ordinals_and_captions(void **state) {
    (void)state;
    expect_name("第20届", "20", true);
    expect_name("第3.1节", "3.1", true);
    expect_name("图1", "1", true);
    expect_name("见表2-8", "2-8", true);
    expect_name("如图 12", "12", true);
}

static void leaves_counted_numbers(void **state) {
    (void)state;
    expect_name("2022名学员", "2022", false);
    expect_name("共2,022人", "2", false);
    expect_name("1005名", "1005", false);
    expect_name("代表12名", "12", false);
    expect_name("发表3篇", "3", false);
    expect_name("为期3个月", "3", false);
    expect_name("为期14日", "14", false);
    expect_name("增长2000%", "2000", false);
    expect_name("比例1:500", "500", false);
    expect_name("编号2023-45-18", "45", false);
    expect_name("30—40家", "30", false);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_dates_and_years),
        cmocka_unit_test(knows_ordinals_and_captions),
        cmocka_unit_test(leaves_counted_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
